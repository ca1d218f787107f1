using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Server;

/// <summary>
/// An older ledger that somebody put back may know as a complaint of its own what stands at the centre as a follow-up: its words do not go twice.
/// </summary>
internal sealed class OlderLedgerFollowUpsTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private DeskWithCentre house = null!;
    private string first = "";
    private string second = "";

    [SetUp]
    public async Task Open()
    {
        house = await DeskWithCentre.OpenAsync();
        (first, second) = (await house.PostAsync(), await house.PostAsync());
        await house.ForwardAsync(first);
    }

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    [TestCase(AttemptOutcome.Done, ComplaintState.Unknown)]
    [TestCase(AttemptOutcome.Unknown, ComplaintState.Unknown)]
    [TestCase(AttemptOutcome.Rejected, ComplaintState.Delivered)]
    public async Task WhatWasPostedAsAFollowUpIsNotSent(AttemptOutcome outcome, ComplaintState state)
    {
        var line = new JournalEntry(house.Clock.GetUtcNow(), first, "default", null, null) { Attempt = "lain", Origin = second };
        await house.Desk.House.Journal.AppendAsync(line);
        await house.Desk.House.Journal.AppendAsync(line with { Outcome = outcome });

        await house.ForwardAsync(second);

        var row = await house.Desk.FindAsync(second);
        Assert.That((row.State, house.Simulator.Received.Count), Is.EqualTo((state, state == ComplaintState.Delivered ? 2 : 1)));
        if (state == ComplaintState.Delivered) return;
        Assert.That(row.Reasons.Select(reason => reason.Code), Is.EqualTo(new[] { "restored", "journal-ahead" }));
        Assert.That((await house.Desk.House.Ledger.DestinationAsync("default", Ct))!.State, Is.EqualTo(DestinationState.Paused));
    }

    [Test]
    public async Task AFollowUpThatTheLedgerKnowsOfAndAPersonDidNotFindThereGoesAsAComplaint()
    {
        await RunAsync("complaints", "hold", second);
        await RunAsync("complaints", "link", second, first, "--as", "followup");
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.FollowUpAdd, FaultKind.ResetBefore));
        var tasks = house.Desk.House.TasksTo(house.Journaled);
        house.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.That(await tasks.StepAsync("default", Ct), Is.True);
        Assert.That((await TaskAsync()).State, Is.EqualTo(TaskState.Unknown));
        house.Clock.Advance(TimeSpan.FromHours(2));
        await RunAsync("tasks", "settle", $"{first}.1", "--not-done", "--reason", "tidak ada di pusat");
        await RunAsync("complaints", "hold", second);
        await RunAsync("complaints", "release", second);

        await house.ForwardAsync(second);

        Assert.That((await house.Desk.FindAsync(second)).State, Is.EqualTo(ComplaintState.Delivered));
    }

    private async Task RunAsync(params string[] args)
    {
        var (exit, said) = await house.Desk.RunAsync(args);
        Assert.That(exit, Is.Zero, said);
    }

    private async Task<TaskRow> TaskAsync() => (await house.Desk.House.Ledger.TasksAsync(first, Ct)).Single();
}
