using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

public abstract partial class LedgerSuite
{
    [Test]
    public async Task PublishesEachWaitingComplaintOnce()
    {
        var queued = await QueuedAsync();
        await RecordedAsync();
        await HeldAsync();

        Assert.That((await Ledger.UnpublishedAsync("default", Some.After(10), 10, Ct)).Select(row => row.Number), Is.EqualTo(new[] { queued.Number }));
        Assert.That(await Ledger.UnpublishedAsync("kutim", Some.After(10), 10, Ct), Is.Empty);

        await Ledger.MarkPublishedAsync([(queued.Number, queued.Version)], Some.After(11), Ct);
        await Ledger.MarkPublishedAsync([(queued.Number, queued.Version)], Some.After(11), Ct);
        Assert.That(await Ledger.UnpublishedAsync("default", Some.After(12), 10, Ct), Is.Empty);
        Assert.That(await Ledger.PublishedUnclaimedAsync("default", Ct), Is.EqualTo(1));
        Assert.That((await FindAsync(queued.Number)).Published, Is.EqualTo(Some.After(11)));
        Assert.That((await FindAsync(queued.Number)).Version, Is.EqualTo(queued.Version));

        await Ledger.ClaimAsync(Some.Claim(queued.Number), Ct);
        Assert.That(await Ledger.PublishedUnclaimedAsync("default", Ct), Is.Zero);
    }

    [Test]
    public async Task APublicationOfARowThatMovedOnIsLeftAlone()
    {
        var queued = await QueuedAsync();
        var held = await MovedAsync(Some.Move(queued, ComplaintState.Held));
        var again = await MovedAsync(Some.Move(held, ComplaintState.Queued));

        await Ledger.MarkPublishedAsync([(queued.Number, queued.Version)], Some.After(11), Ct);

        Assert.That((await FindAsync(again.Number)).Published, Is.Null);
        Assert.That(await Ledger.UnpublishedAsync("default", Some.After(12), 10, Ct), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task NoAgencyStarvesAnother()
    {
        for (var i = 0; i < 6; i++) await QueuedAsync(agency: "dishub");
        await QueuedAsync(agency: "pupr");
        await QueuedAsync(agency: "bpbd");

        var turn = await Ledger.UnpublishedAsync("default", Some.After(10), 4, Ct);

        Assert.That(turn.Select(row => row.Agency), Is.EquivalentTo(new[] { "dishub", "dishub", "pupr", "bpbd" }));
        Assert.That(turn.Take(3).Select(row => row.Agency), Is.Unique);
    }

    [Test]
    public async Task AnAgencyWhoseWakeUpsAreUnderWayLetsTheOthersGoFirst()
    {
        for (var i = 0; i < 4; i++) await QueuedAsync(agency: "dishub");
        var first = await Ledger.UnpublishedAsync("default", Some.After(10), 3, Ct);
        await Ledger.MarkPublishedAsync([.. first.Select(row => (row.Number, row.Version))], Some.After(10), Ct);
        await QueuedAsync(agency: "pupr");

        var next = await Ledger.UnpublishedAsync("default", Some.After(11), 1, Ct);

        Assert.That(next.Select(row => row.Agency), Is.EqualTo(new[] { "pupr" }), "dishub waits longer and has three under way");
    }

    [Test]
    public async Task DangerToLifeComesFirstAndLeavesAQuarterToTheOthers()
    {
        var ordinary = await QueuedAsync();
        var urgent = new List<ComplaintRow>();
        for (var i = 0; i < 5; i++) urgent.Add(await QueuedAsync(Some.Complaint() with { Danger = "kebakaran" }));
        var other = await QueuedAsync(Some.Complaint() with { Danger = "tenggelam" }, "bpbd");

        var turn = await Ledger.UnpublishedAsync("default", Some.After(10), 4, Ct);

        Assert.That(turn.Take(3).Select(row => row.Danger), Has.None.Null);
        Assert.That(turn.Take(2).Select(row => row.Agency), Is.EquivalentTo(new[] { "dishub", "bpbd" }));
        Assert.That(turn[3].Number, Is.EqualTo(ordinary.Number));
        Assert.That((await Ledger.UnpublishedAsync("default", Some.After(10), 1, Ct))[0].Danger, Is.Not.Null);
        Assert.That(await Ledger.UnpublishedAsync("default", Some.After(10), 50, Ct), Has.Count.EqualTo(7).And.Property("Count").EqualTo(7));

        Assert.That(await Ledger.UrgentAsync("default", Some.After(10), Ct), Is.Null, "none is published");
        await Ledger.MarkPublishedAsync([(urgent[2].Number, urgent[2].Version), (other.Number, other.Version), (ordinary.Number, ordinary.Version)], Some.After(10), Ct);
        Assert.That(await Ledger.UrgentAsync("default", Some.After(10), Ct), Is.EqualTo(urgent[2].Number));
        Assert.That(await Ledger.UrgentAsync("kutim", Some.After(10), Ct), Is.Null);
        await Ledger.ClaimAsync(Some.Claim(urgent[2].Number), Ct);
        Assert.That(await Ledger.UrgentAsync("default", Some.After(10), Ct), Is.EqualTo(other.Number));
    }

    [Test]
    public async Task CountsWhatWaitsAndWhatWasTakenLately()
    {
        await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "8101");
        await EndedAsync(AttemptOutcome.Unavailable, ComplaintState.Queued);
        var claimed = await ClaimedAsync(Some.Complaint() with { Danger = "kebakaran" });
        var end = Some.End(await BegunAsync(claimed), claimed, AttemptOutcome.Unavailable, ComplaintState.Retrying);
        await Ledger.CompleteAsync(end with { Move = end.Move! with { Due = Some.After(30) } }, Ct);

        var now = await Ledger.BacklogAsync("default", Some.After(20), Some.After(12), Ct);
        Assert.That((now.Ready, now.Later, now.LastDue, now.Urgent), Is.EqualTo((1, 1, (DateTimeOffset?)Some.After(30), 1)));
        Assert.That(now.Calls, Is.EquivalentTo(new[] { new SentCall(Some.After(11), Some.After(12), true), new SentCall(Some.After(11), Some.After(12), false), new SentCall(Some.After(11), Some.After(12), false) }));
        var later = await Ledger.BacklogAsync("default", Some.After(30), Some.After(13), Ct);
        Assert.That((later.Ready, later.Later, later.LastDue, later.Urgent, later.Calls.Count), Is.EqualTo((2, 0, (DateTimeOffset?)null, 1, 0)));
        var other = await Ledger.BacklogAsync("kutim", Some.After(20), Some.After(12), Ct);
        Assert.That((other.Waiting, other.Urgent, other.Calls.Count), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public async Task ARetryIsPublishedAgainWhenItIsDue()
    {
        var claimed = await ClaimedAsync();
        await Ledger.MarkPublishedAsync([(claimed.Number, claimed.Version)], Some.After(9), Ct);
        var attempt = await BegunAsync(claimed);
        var end = Some.End(attempt, claimed, AttemptOutcome.Unavailable, ComplaintState.Retrying);
        await Ledger.CompleteAsync(end with { Move = end.Move! with { Due = Some.After(30) } }, Ct);

        var retrying = await FindAsync(claimed.Number);
        Assert.That((retrying.State, retrying.Due, retrying.Published, retrying.LeaseToken), Is.EqualTo((ComplaintState.Retrying, (DateTimeOffset?)Some.After(30), (DateTimeOffset?)null, (string?)null)));
        Assert.That(await Ledger.UnpublishedAsync("default", Some.After(29), 10, Ct), Is.Empty);
        Assert.That(await Ledger.UnpublishedAsync("default", Some.After(30), 10, Ct), Has.Count.EqualTo(1));
        Assert.That(await Ledger.NextDueAsync(Ct), Is.EqualTo(Some.After(30)));
    }

    [Test]
    public async Task WhatAClockThatWasAheadPutOffIsCountedAnewOnce()
    {
        var late = await RetryingAsync(from: 600, due: 602);
        var longWait = await RetryingAsync(from: 600, due: 1500);
        var honest = await RetryingAsync(from: 12, due: 732);

        Assert.That(await Ledger.RecountDueAsync(Some.After(20), Some.After(25), Ct), Is.EqualTo(1));
        Assert.That((await FindAsync(late.Number)).Due, Is.EqualTo(Some.After(22)), "as long as it was put off");
        Assert.That(await Ledger.UnpublishedAsync("default", Some.After(22), 10, Ct), Has.Count.EqualTo(1));
        Assert.That((await FindAsync(longWait.Number)).Due, Is.EqualTo(Some.After(1500)), "longer than the clock was ahead");
        Assert.That((await FindAsync(honest.Number)).Due, Is.EqualTo(Some.After(732)));
        Assert.That(await Ledger.RecountDueAsync(Some.After(21), Some.After(22), Ct), Is.Zero);
        Assert.That((await FindAsync(late.Number)).Due, Is.EqualTo(Some.After(22)));
    }

    [Test]
    public async Task NothingIsCountedAnewWhileANodeHasADateOfThatClock()
    {
        var late = await RetryingAsync(from: 600, due: 602);
        await Ledger.BeatAsync("node-9", "server-9", Some.After(601), Ct);

        Assert.That(await Ledger.RecountDueAsync(Some.After(20), Some.After(25), Ct), Is.Zero);
        await Ledger.BeatAsync("node-9", "server-9", Some.After(20), Ct);
        Assert.That(await Ledger.RecountDueAsync(Some.After(20), Some.After(25), Ct), Is.EqualTo(1));
        Assert.That((await FindAsync(late.Number)).Due, Is.EqualTo(Some.After(22)));
    }

    private async Task<ComplaintRow> RetryingAsync(double from, double due)
    {
        var claimed = await ClaimedAsync();
        var end = Some.End(await BegunAsync(claimed), claimed, AttemptOutcome.Unavailable, ComplaintState.Retrying);
        await Ledger.CompleteAsync(end with { At = Some.After(from), Move = end.Move! with { At = Some.After(from), Due = Some.After(due) } }, Ct);
        return await FindAsync(claimed.Number);
    }

    [Test]
    public async Task ForgetsOldPublicationsOfRowsThatStillWait()
    {
        var old = await QueuedAsync();
        var fresh = await QueuedAsync();
        await Ledger.MarkPublishedAsync([(old.Number, old.Version)], Some.After(10), Ct);
        await Ledger.MarkPublishedAsync([(fresh.Number, fresh.Version)], Some.After(20), Ct);

        var ahead = await QueuedAsync();
        await Ledger.MarkPublishedAsync([(ahead.Number, ahead.Version)], Some.After(300), Ct);

        Assert.That(await Ledger.ForgetPublishedAsync(Some.After(15), Some.After(30), Ct), Is.EqualTo(2), "an old one, and one of a clock that was set back since");
        Assert.That((await Ledger.UnpublishedAsync("default", Some.After(21), 10, Ct)).Select(row => row.Number), Is.EquivalentTo(new[] { old.Number, ahead.Number }));
    }
}
