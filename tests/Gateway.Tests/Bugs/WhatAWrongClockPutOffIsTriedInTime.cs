using System.Runtime.Versioning;
using Gateway.Contracts.Messages;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Relay;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Bugs;

/// <summary>
/// A complaint that could not be sent while the clock was hours ahead was put off to a moment of that clock, and waited for it although the clock
/// was put right long before.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class WhatAWrongClockPutOffIsTriedInTime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Test]
    public async Task ItIsBroughtBackOnceTheClockIsRightAndNeverEarlierThanItsWait()
    {
        await using var house = await DeskWithCentre.OpenAsync();
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.TooManyRequests, Seconds: 60));
        var number = await house.PostAsync();
        var sweeper = new Sweeper(
            house.Desk.House.Ledger, new ConnectedBroker(), house.Desk.House.ForwarderTo(house.Journaled), house.Desk.House.Registry, new ForwardingOptions(), house.Clock);
        await sweeper.StepAsync(Ct);
        house.Clock.AdjustTime(house.Clock.GetUtcNow().AddHours(5));
        await house.ForwardAsync(number);
        var putOff = await house.Desk.FindAsync(number);
        Assert.That(putOff.State, Is.EqualTo(ComplaintState.Retrying));
        var wait = putOff.Due!.Value - house.Clock.GetUtcNow();
        await house.Desk.RunAsync("complaints", "show", number, "--identity", "--by", "Rina");
        house.Clock.AdjustTime(house.Clock.GetUtcNow().AddHours(-5));

        for (var minute = 0; minute < 30; minute++)
        {
            await sweeper.StepAsync(Ct);
            Assert.That((await house.Desk.FindAsync(number)).Due, Is.EqualTo(putOff.Due), "a clock that was just set may be set again");
            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await sweeper.StepAsync(Ct);
        var due = (await house.Desk.FindAsync(number)).Due;
        Assert.That(due, Is.EqualTo(house.Clock.GetUtcNow() + wait));
        for (var minute = 0; minute < 3; minute++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            await sweeper.StepAsync(Ct);
        }

        Assert.That((await house.Desk.FindAsync(number)).Due, Is.EqualTo(due), "brought back once");
        await house.ForwardAsync(number);
        Assert.That((await house.Desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Delivered));
    }

    private sealed class ConnectedBroker : IBroker
    {
        public bool IsConnected => true;

        public Task PublishAsync(ComplaintRecorded message, CancellationToken ct) => Task.CompletedTask;
    }
}
