using Gateway.Contracts;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

public abstract partial class LedgerSuite
{
    [Test]
    public async Task AMoveChangesStateReasonsAndVersionAndWritesItsEvent()
    {
        var recorded = await RecordedAsync();
        var move = Some.Move(recorded, ComplaintState.Held, ActorKind.Rule) with { Reasons = [new Reason("channel-policy"), new Reason("batch", "26")], LinkTo = "G-earlier" };

        var held = await MovedAsync(move);

        Assert.That((held.State, held.Version, held.LinkTo), Is.EqualTo((ComplaintState.Held, 2, "G-earlier")));
        Assert.That(held.Reasons, Is.EqualTo(move.Reasons));
        var happened = (await Ledger.EventsAsync(held.Number, Ct))[^1];
        Assert.That((happened.Id, happened.Sequence, happened.Kind, happened.From, happened.To, happened.By, happened.Actor, happened.At),
            Is.EqualTo((move.Id, 2, "moved", (ComplaintState?)ComplaintState.Recorded, ComplaintState.Held, ActorKind.Rule, "budi", move.At)));
        Assert.That(happened.Reasons, Is.EqualTo(move.Reasons));
    }

    [Test]
    public async Task TheSameMoveAgainIsDoneEvenAfterLaterOnes()
    {
        var move = Some.Move(await RecordedAsync(), ComplaintState.Held, ActorKind.Rule);
        var held = await MovedAsync(move);
        await MovedAsync(Some.Move(held, ComplaintState.Queued));

        Assert.That(await Ledger.MoveAsync(move, Ct), Is.EqualTo(MoveResult.Done));
        Assert.That((await FindAsync(held.Number)).State, Is.EqualTo(ComplaintState.Queued));
        Assert.That(await Ledger.EventsAsync(held.Number, Ct), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task AMoveFromAStateOrVersionOfThePastIsStale()
    {
        var recorded = await RecordedAsync();
        var held = await MovedAsync(Some.Move(recorded, ComplaintState.Held, ActorKind.Rule));

        Assert.That(await Ledger.MoveAsync(Some.Move(recorded, ComplaintState.Queued, ActorKind.Rule), Ct), Is.EqualTo(MoveResult.Stale));
        Assert.That(await Ledger.MoveAsync(Some.Move(held, ComplaintState.Queued) with { Version = 1 }, Ct), Is.EqualTo(MoveResult.Stale));
        Assert.That(await Ledger.MoveAsync(Some.Move(held, ComplaintState.Queued) with { Number = "G-nobody" }, Ct), Is.EqualTo(MoveResult.Stale));
        Assert.That((await FindAsync(held.Number)).Version, Is.EqualTo(2));
        Assert.That(await Ledger.EventsAsync(held.Number, Ct), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task RefusesAMoveThatTheTableDoesNotHave()
    {
        var recorded = await RecordedAsync();

        Assert.That(async () => await Ledger.MoveAsync(Some.Move(recorded, ComplaintState.Queued, ActorKind.Person), Ct), Throws.InvalidOperationException);
        Assert.That(async () => await Ledger.MoveAsync(Some.Move(recorded, ComplaintState.Discarded), Ct), Throws.InvalidOperationException);
        Assert.That((await FindAsync(recorded.Number)).State, Is.EqualTo(ComplaintState.Recorded));
    }

    [Test]
    public async Task StoresTheCentralIdOfAComplaintDeliveredByHand()
    {
        var delivered = await MovedAsync(Some.Move(await HeldAsync(), ComplaintState.Delivered) with { CentralId = "7001" });

        Assert.That((delivered.State, delivered.CentralId), Is.EqualTo((ComplaintState.Delivered, "7001")));
    }

    [Test]
    public async Task ACentralIdStandsAtOneComplaintOfADestination()
    {
        await MovedAsync(Some.Move(await HeldAsync(), ComplaintState.Delivered) with { CentralId = "7002" });
        var other = await HeldAsync();

        Assert.That(await Ledger.MoveAsync(Some.Move(other, ComplaintState.Delivered) with { CentralId = "7002" }, Ct), Is.EqualTo(MoveResult.IdTaken));
        var unchanged = await FindAsync(other.Number);
        Assert.That((unchanged.State, unchanged.Version, unchanged.CentralId), Is.EqualTo((ComplaintState.Held, other.Version, (string?)null)));

        var elsewhere = await QueuedAsync(Some.Complaint("kutim"));
        Assert.That(await Ledger.MoveAsync(Some.Move(elsewhere, ComplaintState.Delivered) with { CentralId = "7002" }, Ct), Is.EqualTo(MoveResult.Done));
    }

    [Test]
    public async Task SettlingNotDeliveredOpensTheWayForAnotherCreate()
    {
        var unknown = await EndedAsync(AttemptOutcome.Unknown, ComplaintState.Unknown);

        var queued = await MovedAsync(Some.Move(unknown, ComplaintState.Queued) with { SettlesNotDelivered = true });
        Assert.That((await Ledger.AttemptsAsync(unknown.Number, Ct))[0].Settled, Is.True);

        var claimed = (await Ledger.ClaimAsync(Some.Claim(queued.Number), Ct))!;
        Assert.That(await Ledger.BeginAsync(Some.Attempt(claimed), Ct), Is.True);
    }

    [Test]
    public async Task SettlingNotDeliveredSettlesAlsoACreateWhoseIdNobodyCouldWriteDown()
    {
        var claimed = await ClaimedAsync();
        var attempt = await BegunAsync(claimed);
        await Ledger.ReapAsync(Some.Id("event"), claimed.Number, claimed.LeaseToken!, 0, Some.After(20), "reaper", Ct);
        await Ledger.CompleteAsync(Some.End(attempt, claimed, AttemptOutcome.Done, ComplaintState.Delivered, "7001"), Ct);

        var queued = await MovedAsync(Some.Move(await FindAsync(claimed.Number), ComplaintState.Queued) with { SettlesNotDelivered = true });

        var again = (await Ledger.ClaimAsync(Some.Claim(queued.Number), Ct))!;
        Assert.That(await Ledger.BeginAsync(Some.Attempt(again), Ct), Is.True);
    }

    [Test]
    public async Task AnAnswerThatComesAfterTheSettlingForbidsAnotherCreate()
    {
        var claimed = await ClaimedAsync();
        var attempt = await BegunAsync(claimed);
        await Ledger.ReapAsync(Some.Id("event"), claimed.Number, claimed.LeaseToken!, 0, Some.After(20), "reaper", Ct);
        var queued = await MovedAsync(Some.Move(await FindAsync(claimed.Number), ComplaintState.Queued) with { SettlesNotDelivered = true });
        await Ledger.CompleteAsync(Some.End(attempt, claimed, AttemptOutcome.Done, ComplaintState.Delivered, "7001"), Ct);

        var again = (await Ledger.ClaimAsync(Some.Claim(queued.Number), Ct))!;
        Assert.That(await Ledger.BeginAsync(Some.Attempt(again), Ct), Is.False);
    }

    [Test]
    public async Task ReplayStartsTheRetryCounterAgain()
    {
        var parked = await EndedAsync(AttemptOutcome.Unavailable, ComplaintState.Parked, counts: true);
        Assert.That(parked.Attempts, Is.EqualTo(1));

        Assert.That((await MovedAsync(Some.Move(parked, ComplaintState.Queued) with { ResetsAttempts = true })).Attempts, Is.Zero);
    }

    [Test]
    public async Task RecordsAWishOnlyWhileForwardingAndOnlyOnce()
    {
        var claimed = await ClaimedAsync();
        var wish = Some.Event(claimed, "wished", ComplaintState.Held);

        Assert.That(await Ledger.WishAsync(wish, Ct), Is.True);
        Assert.That(await Ledger.WishAsync(wish, Ct), Is.True);
        var row = await FindAsync(claimed.Number);
        Assert.That((row.State, row.Wish, row.WishBy, row.Version), Is.EqualTo((ComplaintState.Forwarding, (ComplaintState?)ComplaintState.Held, "budi", claimed.Version + 1)));
        Assert.That((await Ledger.EventsAsync(claimed.Number, Ct))[^1].Sequence, Is.EqualTo(row.Version));

        var queued = await QueuedAsync();
        Assert.That(await Ledger.WishAsync(Some.Event(queued, "wished", ComplaintState.Held), Ct), Is.False);
        Assert.That((await FindAsync(queued.Number)).Version, Is.EqualTo(queued.Version));
    }

    [Test]
    public async Task ListsAWishOnceItsAttemptHasEnded()
    {
        var claimed = await ClaimedAsync();
        var attempt = await BegunAsync(claimed);
        await Ledger.WishAsync(Some.Event(claimed, "wished", ComplaintState.Held), Ct);
        Assert.That(await Ledger.WishesAsync(Ct), Is.Empty);

        await Ledger.CompleteAsync(Some.End(attempt, claimed, AttemptOutcome.Unavailable, ComplaintState.Retrying), Ct);

        Assert.That((await Ledger.WishesAsync(Ct)).Select(row => (row.Number, row.Wish)), Is.EqualTo(new[] { (claimed.Number, (ComplaintState?)ComplaintState.Held) }));
    }

    [Test]
    public async Task AWishOutlivesAnUnknownOutcomeAndItsSettlingButNoOtherActOfAPerson()
    {
        var claimed = await ClaimedAsync();
        var attempt = await BegunAsync(claimed);
        await Ledger.WishAsync(Some.Event(claimed, "wished", ComplaintState.Held), Ct);
        await Ledger.CompleteAsync(Some.End(attempt, claimed, AttemptOutcome.Unknown, ComplaintState.Unknown), Ct);

        var queued = await MovedAsync(Some.Move(await FindAsync(claimed.Number), ComplaintState.Queued) with { SettlesNotDelivered = true });
        Assert.That((queued.Wish, queued.WishBy), Is.EqualTo(((ComplaintState?)ComplaintState.Held, "budi")));

        Assert.That((await MovedAsync(Some.Move(queued, ComplaintState.Held))).Wish, Is.Null);
    }

    [Test]
    public async Task AWishDoesNotLoseTheAnswerOfTheCentre()
    {
        var claimed = await ClaimedAsync();
        var attempt = await BegunAsync(claimed);
        await Ledger.WishAsync(Some.Event(claimed, "wished", ComplaintState.Held), Ct);

        var end = Some.End(attempt, claimed, AttemptOutcome.Done, ComplaintState.Delivered, "7003");
        Assert.That(await Ledger.CompleteAsync(end, Ct), Is.EqualTo(AttemptEndResult.Done));
        var delivered = await FindAsync(claimed.Number);
        Assert.That((delivered.State, delivered.CentralId, delivered.Wish), Is.EqualTo((ComplaintState.Delivered, "7003", (ComplaintState?)null)));
    }

    [Test]
    public async Task AppendsAnEventWithTheNextSequenceOnce()
    {
        var recorded = await RecordedAsync();
        var viewed = Some.Event(recorded, "identity-viewed");
        await Ledger.AppendAsync(viewed, Ct);
        await Ledger.AppendAsync(viewed, Ct);

        var row = await FindAsync(recorded.Number);
        Assert.That((row.State, row.Version), Is.EqualTo((ComplaintState.Recorded, 2)));
        Assert.That((await Ledger.EventsAsync(recorded.Number, Ct)).Select(happened => (happened.Sequence, happened.Kind)),
            Is.EqualTo(new[] { (1, "recorded"), (2, "identity-viewed") }));
    }
}
