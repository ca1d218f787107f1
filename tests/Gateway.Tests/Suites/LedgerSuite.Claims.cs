using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

public abstract partial class LedgerSuite
{
    [Test]
    public async Task AClaimTakesALeaseAndCounts()
    {
        var queued = await QueuedAsync();
        var request = Some.Claim(queued.Number);

        var claimed = (await Ledger.ClaimAsync(request, Ct))!;

        Assert.That((claimed.State, claimed.LeaseToken, claimed.LeaseBeat, claimed.Claims, claimed.Version),
            Is.EqualTo((ComplaintState.Forwarding, request.LeaseToken, 0, 1, queued.Version + 1)));
        var happened = (await Ledger.EventsAsync(queued.Number, Ct))[^1];
        Assert.That((happened.Id, happened.From, happened.To, happened.By, happened.Actor, happened.Sequence),
            Is.EqualTo((request.EventId, (ComplaintState?)ComplaintState.Queued, ComplaintState.Forwarding, ActorKind.Worker, "forwarder", claimed.Version)));
        Assert.That((await Ledger.LeasesAsync(Ct)).Select(row => row.Number), Is.EqualTo(new[] { queued.Number }));
    }

    [Test]
    public async Task TheSameClaimAgainGetsItsRowAndAnotherGetsNone()
    {
        var queued = await QueuedAsync();
        var request = Some.Claim(queued.Number);
        await Ledger.ClaimAsync(request, Ct);

        Assert.That((await Ledger.ClaimAsync(request, Ct))!.Claims, Is.EqualTo(1));
        Assert.That(await Ledger.ClaimAsync(Some.Claim(queued.Number), Ct), Is.Null);

        await Ledger.ReapAsync(Some.Id("event"), queued.Number, request.LeaseToken, 0, Some.After(20), "reaper", Ct);
        Assert.That(await Ledger.ClaimAsync(request, Ct), Is.Null, "its lease is gone");
    }

    [Test]
    public async Task CountsWhatIsUnderWayAtADestination()
    {
        var claimed = await ClaimedAsync();
        await QueuedAsync();
        Assert.That(await Ledger.UnderWayAsync("default", Ct), Is.EqualTo(new UnderWay(1, 0)));
        Assert.That(await Ledger.UnderWayAsync("kutim", Ct), Is.EqualTo(new UnderWay(0, 0)));

        await Ledger.ReapAsync(Some.Id("event"), claimed.Number, claimed.LeaseToken!, 0, Some.After(20), "reaper", Ct);
        Assert.That(await Ledger.UnderWayAsync("default", Ct), Is.EqualTo(new UnderWay(0, 0)));

        var delivered = await DeliveredAsync();
        await Ledger.StartTaskAsync(Some.TaskStart(delivered.Number, "101", TaskKind.HandOn), Ct);
        await Ledger.ClaimTaskAsync(Some.TaskClaim((await Ledger.TasksAsync(delivered.Number, Ct)).Single()), Ct);
        Assert.That(await Ledger.UnderWayAsync("default", Ct), Is.EqualTo(new UnderWay(0, 1)));
    }

    [Test]
    public async Task ClaimsWhatWaitsLongest()
    {
        var first = await QueuedAsync();
        await QueuedAsync();

        Assert.That((await Ledger.ClaimAsync(Some.Claim(), Ct))!.Number, Is.EqualTo(first.Number));
    }

    [Test]
    public async Task ClaimsNothingOfAnotherDestinationOrAtRest()
    {
        var queued = await QueuedAsync();
        var held = await HeldAsync();

        Assert.That(await Ledger.ClaimAsync(Some.Claim(queued.Number, "kutim"), Ct), Is.Null);
        Assert.That(await Ledger.ClaimAsync(Some.Claim(held.Number), Ct), Is.Null);
        Assert.That(await Ledger.ClaimAsync(Some.Claim("G-nobody"), Ct), Is.Null);
    }

    [Test]
    public async Task ClaimsARetryNoEarlierThanItIsDue()
    {
        var claimed = await ClaimedAsync();
        var end = Some.End(await BegunAsync(claimed), claimed, AttemptOutcome.Unavailable, ComplaintState.Retrying);
        await Ledger.CompleteAsync(end with { Move = end.Move! with { Due = Some.After(30) } }, Ct);

        Assert.That(await Ledger.ClaimAsync(Some.Claim(claimed.Number, now: Some.After(29)), Ct), Is.Null);
        Assert.That(await Ledger.ClaimAsync(Some.Claim(now: Some.After(29)), Ct), Is.Null);
        var again = (await Ledger.ClaimAsync(Some.Claim(now: Some.After(30)), Ct))!;
        Assert.That((again.Number, again.Due), Is.EqualTo((claimed.Number, (DateTimeOffset?)null)));
        Assert.That(await Ledger.NextDueAsync(Ct), Is.Null);
    }

    [Test]
    public async Task KeepsToTheConcurrencyOfTheDestination()
    {
        await QueuedAsync();
        await QueuedAsync();
        var elsewhere = await QueuedAsync(Some.Complaint("kutim"));
        await Ledger.ClaimAsync(Some.Claim(max: 1), Ct);

        Assert.That(await Ledger.ClaimAsync(Some.Claim(max: 1), Ct), Is.Null);
        Assert.That((await Ledger.ClaimAsync(Some.Claim(destination: "kutim", max: 1), Ct))!.Number, Is.EqualTo(elsewhere.Number));
        Assert.That(await Ledger.ClaimAsync(Some.Claim(max: 2), Ct), Is.Not.Null);
    }

    [Test]
    public async Task ManyForwardersAtOnceEachClaimARowOfTheirOwn()
    {
        for (var i = 0; i < 12; i++) await QueuedAsync();

        var claimed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ledger.ClaimAsync(Some.Claim(), Ct)));

        Assert.That(claimed.Where(row => row is not null).Select(row => row!.Number), Is.Unique.And.Exactly(12).Items);
    }

    [Test]
    public async Task RenewsOnlyALeaseThatIsHeld()
    {
        var claimed = await ClaimedAsync();

        Assert.That(await Ledger.RenewAsync(claimed.Number, claimed.LeaseToken!, Ct), Is.True);
        Assert.That((await FindAsync(claimed.Number)).LeaseBeat, Is.EqualTo(1));
        Assert.That(await Ledger.RenewAsync(claimed.Number, "another", Ct), Is.False);
    }

    [Test]
    public async Task ADeadLeaseWithoutACreateGoesBackToTheQueue()
    {
        var claimed = await ClaimedAsync();
        var upload = await BegunAsync(claimed, AttemptStep.Upload);
        var eventId = Some.Id("event");

        Assert.That(await Ledger.ReapAsync(eventId, claimed.Number, claimed.LeaseToken!, 0, Some.After(20), "reaper", Ct), Is.EqualTo(ComplaintState.Queued));
        Assert.That(await Ledger.ReapAsync(eventId, claimed.Number, claimed.LeaseToken!, 0, Some.After(20), "reaper", Ct), Is.EqualTo(ComplaintState.Queued));
        var row = await FindAsync(claimed.Number);
        Assert.That((row.State, row.LeaseToken, row.Claims), Is.EqualTo((ComplaintState.Queued, (string?)null, 1)));
        Assert.That(row.Reasons[0].Code, Is.EqualTo("lease-lost"));
        var attempts = await Ledger.AttemptsAsync(claimed.Number, Ct);
        Assert.That((attempts[0].Id, attempts[0].Outcome, attempts[0].Ended), Is.EqualTo((upload.Id, (AttemptOutcome?)AttemptOutcome.Unavailable, (DateTimeOffset?)Some.After(20))));
    }

    [Test]
    public async Task ADeadLeaseWithAnOpenCreateIsUnknown()
    {
        var claimed = await ClaimedAsync();
        await BegunAsync(claimed);

        Assert.That(await Ledger.ReapAsync(Some.Id("event"), claimed.Number, claimed.LeaseToken!, 0, Some.After(20), "reaper", Ct), Is.EqualTo(ComplaintState.Unknown));
        Assert.That((await Ledger.AttemptsAsync(claimed.Number, Ct))[0].Outcome, Is.EqualTo(AttemptOutcome.Unknown));
    }

    [Test]
    public async Task ARestoreEndsWhatWasOpenOnTheDiskThatIsGone()
    {
        var claimed = await ClaimedAsync();
        await BegunAsync(claimed);

        Assert.That(await Ledger.MoveAsync(Some.Move(claimed, ComplaintState.Unknown, ActorKind.Restore), Ct), Is.EqualTo(MoveResult.Done));

        var attempt = (await Ledger.AttemptsAsync(claimed.Number, Ct)).Single();
        Assert.That((attempt.Outcome, attempt.Ended), Is.EqualTo(((AttemptOutcome?)AttemptOutcome.Unknown, (DateTimeOffset?)Some.After(5))));
    }

    [Test]
    public async Task ALivingLeaseIsNotReaped()
    {
        var claimed = await ClaimedAsync();
        await Ledger.RenewAsync(claimed.Number, claimed.LeaseToken!, Ct);

        Assert.That(await Ledger.ReapAsync(Some.Id("event"), claimed.Number, claimed.LeaseToken!, 0, Some.After(20), "reaper", Ct), Is.Null);
        Assert.That(await Ledger.ReapAsync(Some.Id("event"), claimed.Number, "another", 1, Some.After(20), "reaper", Ct), Is.Null);
        Assert.That((await FindAsync(claimed.Number)).State, Is.EqualTo(ComplaintState.Forwarding));
    }
}
