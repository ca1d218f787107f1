using System.Globalization;
using Gateway.Core.Ledger;
using Gateway.Simulator.Faults;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Core.FollowUps;

// When a look is due, what it changes, and when it is the last one.
internal sealed partial class ReadBackTests
{
    [Test]
    public async Task TheOlderTheDeliveryTheLongerThePause()
    {
        await OpenAsync("readBack: {firstDay: 15m, firstWeek: 2h, later: 1d}");
        var pauses = new List<TimeSpan?>();
        foreach (var wait in new[] { TimeSpan.FromMinutes(15), TimeSpan.FromDays(1), TimeSpan.FromDays(6) })
        {
            await LookAsync(wait);
            pauses.Add((await ReadingAsync()) is { } kept ? kept.Due - kept.Looked : null);
            Assert.That(await StepAsync(), Is.False, "not before it is due");
        }

        Assert.That(pauses, Is.EqualTo(new TimeSpan?[] { TimeSpan.FromMinutes(15), TimeSpan.FromHours(2), TimeSpan.FromDays(1) }));
    }

    [Test]
    public async Task OnlyAChangeIsAnEventAndAStatusNobodyKnowsIsShownAsItCame()
    {
        await OpenAsync("readBack: {firstDay: 15m}");
        await LookAsync(TimeSpan.FromMinutes(15));
        await LookAsync(TimeSpan.FromMinutes(15));
        Assert.That(await ReadBackEventsAsync(), Is.EqualTo(1));
        var first = await ReadingAsync();

        house.Simulator.MoveStatus(await IdAsync(), "Sedang Ditinjau Ulang");
        await LookAsync(TimeSpan.FromMinutes(15));

        var second = await ReadingAsync();
        Assert.That(await ReadBackEventsAsync(), Is.EqualTo(2));
        Assert.That((second.Status, second.Closed, second.Changed), Is.EqualTo(("Sedang Ditinjau Ulang", (DateTimeOffset?)null, (DateTimeOffset?)second.Looked)));
        Assert.That(second.Fingerprint, Is.Not.EqualTo(first.Fingerprint));
        Assert.That(await CentreAsync(), Does.Contain("Sedang Ditinjau Ulang"));
    }

    [Test]
    public async Task AClosedOneIsLookedAtOnceMoreAndThenLeftAlone()
    {
        await OpenAsync("readBack: {firstDay: 15m, later: 1d}");
        house.Simulator.MoveStatus(await IdAsync(), "Selesai");
        await LookAsync(TimeSpan.FromMinutes(15));
        var closing = await ReadingAsync();
        Assert.That((closing.Closed, closing.Due), Is.EqualTo((closing.Looked, (DateTimeOffset?)closing.Looked.AddDays(1))));

        await LookAsync(TimeSpan.FromDays(1));

        Assert.That((await ReadingAsync()).Due, Is.Null);
        house.Clock.Advance(TimeSpan.FromDays(30));
        Assert.That(await StepAsync(), Is.False);
    }

    [Test]
    public async Task ALookThatBreaksOffHalfwayKeepsWhatWasKnown()
    {
        await OpenAsync("readBack: {firstDay: 15m, pages: 3}");
        await AddFollowUpsAsync(25);
        await LookAsync(TimeSpan.FromMinutes(15));
        var whole = await ReadingAsync();
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Read, FaultKind.Status, Nth: 3, Status: 500));

        await LookAsync(TimeSpan.FromMinutes(15));

        var kept = await ReadingAsync();
        Assert.That((kept.Failures, kept.Trouble), Is.EqualTo((1, "HTTP 500")));
        Assert.That((kept.Content, kept.Status), Is.EqualTo((whole.Content, whole.Status)));
        Assert.That(await ReadBackEventsAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task WhatWaitsToBeSentGoesFirst()
    {
        await OpenAsync("readBack: {firstDay: 15m}");
        var waiting = await house.Desk.PostAsync("""{"isi":"Halte di Jalan Juanda roboh atapnya, penumpang kehujanan."}""");
        house.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.That((await house.Desk.FindAsync(waiting)).State, Is.EqualTo(ComplaintState.Queued));

        Assert.That(await StepAsync(), Is.False);
        Assert.That(house.Simulator.CallsOf(CentralCall.Read), Is.Zero);

        Assert.That((await house.Desk.RunAsync("complaints", "hold", waiting)).Exit, Is.Zero);
        Assert.That(await StepAsync(), Is.True);
    }

    [Test]
    public async Task APausedDestinationIsNotRead()
    {
        await OpenAsync("readBack: {firstDay: 15m}");
        house.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.That((await house.Desk.RunAsync("destination", "pause", "default", "--by", "Rina", "--reason", "pusat minta jeda")).Exit, Is.Zero);

        Assert.That(await StepAsync(), Is.False);
        Assert.That(house.Simulator.CallsOf(CentralCall.Read), Is.Zero);

        Assert.That((await house.Desk.RunAsync("destination", "open", "default", "--by", "Rina")).Exit, Is.Zero);
        Assert.That(await StepAsync(), Is.True);
    }

    private async Task<long> IdAsync() => long.Parse((await house.Desk.FindAsync(delivered)).CentralId!, CultureInfo.InvariantCulture);

    private async Task<int> ReadBackEventsAsync() => (await house.Desk.House.Ledger.EventsAsync(delivered, Ct)).Count(happened => happened.Kind == "read-back");
}
