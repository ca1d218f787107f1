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
