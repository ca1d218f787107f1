using Gateway.Contracts;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

public abstract partial class LedgerSuite
{
    [TestCase(AttemptOutcome.NotSent, false, true)]
    [TestCase(AttemptOutcome.Unavailable, false, true)]
    [TestCase(AttemptOutcome.Rejected, false, true)]
    [TestCase(AttemptOutcome.Misconfigured, false, true)]
    [TestCase(AttemptOutcome.Unknown, false, false)]
    [TestCase(AttemptOutcome.Done, false, false)]
    [TestCase(null, false, false)]
    [TestCase(AttemptOutcome.Unknown, true, true)]
    public async Task PermitsACreateOnlyWhenNoEarlierOneMayHaveReachedTheCentre(AttemptOutcome? earlier, bool settled, bool permitted)
    {
        var claimed = await ClaimedAsync();
        var attempt = await BegunAsync(claimed);
        if (earlier is { } outcome)
            await Ledger.CompleteAsync(Some.End(attempt, claimed, outcome, settled ? ComplaintState.Unknown : null), Ct);
        if (settled)
        {
            await MovedAsync(Some.Move(await FindAsync(claimed.Number), ComplaintState.Queued) with { SettlesNotDelivered = true });
            claimed = (await Ledger.ClaimAsync(Some.Claim(claimed.Number), Ct))!;
        }

        Assert.That(await Ledger.BeginAsync(Some.Attempt(claimed), Ct), Is.EqualTo(permitted));
        Assert.That(await Ledger.AttemptsAsync(claimed.Number, Ct), Has.Count.EqualTo(permitted ? 2 : 1));
    }

    [Test]
    public async Task AnUploadMayBeRepeated()
    {
        var claimed = await ClaimedAsync();
        await BegunAsync(claimed, AttemptStep.Upload);

        Assert.That(await Ledger.BeginAsync(Some.Attempt(claimed, AttemptStep.Upload), Ct), Is.True);
        Assert.That(await Ledger.BeginAsync(Some.Attempt(claimed), Ct), Is.True, "an upload never forbids the create");
    }

    [Test]
    public async Task NothingIsBegunWithoutTheLease()
    {
        var claimed = await ClaimedAsync();
        Assert.That(await Ledger.BeginAsync(Some.Attempt(claimed) with { LeaseToken = "another" }, Ct), Is.False);

        await Ledger.ReapAsync(Some.Id("event"), claimed.Number, claimed.LeaseToken!, 0, Some.After(20), "reaper", Ct);
        Assert.That(await Ledger.BeginAsync(Some.Attempt(claimed), Ct), Is.False);
        Assert.That(await Ledger.AttemptsAsync(claimed.Number, Ct), Is.Empty);
    }

    [Test]
    public async Task TheSameBeginAgainIsTrueOnlyWhileItIsOpenAndLeased()
    {
        var claimed = await ClaimedAsync();
        var attempt = await BegunAsync(claimed);
        Assert.That(await Ledger.BeginAsync(attempt, Ct), Is.True);
        Assert.That(await Ledger.AttemptsAsync(claimed.Number, Ct), Has.Count.EqualTo(1));

        await Ledger.CompleteAsync(Some.End(attempt, claimed, AttemptOutcome.NotSent, null), Ct);
        Assert.That(await Ledger.BeginAsync(attempt, Ct), Is.False);
    }

    [Test]
    public async Task CompletesAndDeliversInOneGo()
    {
        var delivered = await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "8001");

        Assert.That((delivered.State, delivered.CentralId, delivered.LeaseToken), Is.EqualTo((ComplaintState.Delivered, "8001", (string?)null)));
        var attempt = (await Ledger.AttemptsAsync(delivered.Number, Ct))[0];
        Assert.That((attempt.Outcome, attempt.Status, attempt.Duration, attempt.Ended, attempt.Excerpt),
            Is.EqualTo((AttemptOutcome.Done, 200, TimeSpan.FromMilliseconds(250), Some.After(12), "{}")));
        Assert.That((attempt.Step, attempt.RequestHash, attempt.Actor, attempt.Node, attempt.Settings), Is.EqualTo((AttemptStep.Create, "00ff", "forwarder", "simpul-1", 4)));
    }

    [Test]
    public async Task TheSameEndAgainIsDoneAndCountsOnce()
    {
        var claimed = await ClaimedAsync();
        var end = Some.End(await BegunAsync(claimed), claimed, AttemptOutcome.Unavailable, ComplaintState.Queued) with { Counts = true };
        await Ledger.CompleteAsync(end, Ct);

        Assert.That(await Ledger.CompleteAsync(end, Ct), Is.EqualTo(AttemptEndResult.Done));
        var row = await FindAsync(claimed.Number);
        Assert.That((row.Attempts, row.Version), Is.EqualTo((1, claimed.Version + 1)));
    }

    [Test]
    public async Task WhatIsMadeReadyTakesThePlaceOfWhatWasBefore()
    {
        var claimed = await ClaimedAsync();
        var refused = Some.Sent(2) with { Payload = null, Hash = null, Refusal = new Reason("file-too-large", "2"), Tries = 1, Place = null };
        await Ledger.KeepSentAsync(claimed.Number, [Some.Sent(1), Some.Sent(3)], Ct);
        await Ledger.KeepSentAsync(claimed.Number, [Some.Sent(SentFile.WholeText), refused, Some.Sent(1)], Ct);

        var kept = await Ledger.SentFilesAsync(claimed.Number, Ct);

        Assert.That(kept.Select(file => file.Ordinal), Is.EqualTo(new[] { 1, 2, SentFile.WholeText }), "The whole text comes last.");
        Assert.That(kept[0] with { Place = null }, Is.EqualTo(Some.Sent(1) with { Place = null }));
        Assert.That(kept[0].Place, Is.EqualTo(Some.Sent(1).Place));
        Assert.That(kept[1], Is.EqualTo(refused));
    }

    [Test]
    public async Task AnEndWithoutAMoveKeepsTheLeaseAndStoresWhatWasUploaded()
    {
        var claimed = await ClaimedAsync();
        await Ledger.KeepSentAsync(claimed.Number, [Some.Sent(1), Some.Sent(2), Some.Sent(SentFile.WholeText)], Ct);
        var upload = await BegunAsync(claimed, AttemptStep.Upload);
        var end = Some.End(upload, claimed, AttemptOutcome.Done, null) with { Uploads = new Dictionary<int, string> { [0] = "53", [1] = "51", [2] = "52" } };

        Assert.That(await Ledger.CompleteAsync(end, Ct), Is.EqualTo(AttemptEndResult.Done));
        Assert.That((await Ledger.SentFilesAsync(claimed.Number, Ct)).Select(file => file.UploadId), Is.EqualTo(new[] { "51", "52", "53" }));
        var row = await FindAsync(claimed.Number);
        Assert.That((row.State, row.LeaseToken, row.Version), Is.EqualTo((ComplaintState.Forwarding, claimed.LeaseToken, claimed.Version)));
    }

    [Test]
    public async Task ACompletedAttemptResetsTheClaimsAlsoWhenNothingWasSent()
    {
        var claimed = await ClaimedAsync();
        await Ledger.CompleteAsync(Some.End(await BegunAsync(claimed), claimed, AttemptOutcome.NotSent, null), Ct);
        Assert.That((await FindAsync(claimed.Number)).Claims, Is.Zero);
    }

    [Test]
    public async Task AnEndAfterTheLeaseIsLostMovesNothing()
    {
        var claimed = await ClaimedAsync();
        var attempt = await BegunAsync(claimed);
        await Ledger.ReapAsync(Some.Id("event"), claimed.Number, claimed.LeaseToken!, 0, Some.After(20), "reaper", Ct);
        var end = Some.End(attempt, claimed, AttemptOutcome.Done, ComplaintState.Delivered, "8002");

        Assert.That(await Ledger.CompleteAsync(end, Ct), Is.EqualTo(AttemptEndResult.LeaseLost));
        Assert.That(await Ledger.CompleteAsync(end, Ct), Is.EqualTo(AttemptEndResult.LeaseLost));
        var row = await FindAsync(claimed.Number);
        Assert.That((row.State, row.CentralId), Is.EqualTo((ComplaintState.Unknown, (string?)null)));
        Assert.That(await Ledger.MoveAsync(Some.Move(row, ComplaintState.Delivered, ActorKind.Proof) with { CentralId = "8002" }, Ct), Is.EqualTo(MoveResult.Done));
    }

    [Test]
    public async Task AnIdThatIsTakenChangesNothingUntilTheDoubtIsRecorded()
    {
        var first = await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "8003");
        var claimed = await ClaimedAsync();
        var attempt = await BegunAsync(claimed);

        Assert.That(await Ledger.CompleteAsync(Some.End(attempt, claimed, AttemptOutcome.Done, ComplaintState.Delivered, "8003"), Ct), Is.EqualTo(AttemptEndResult.IdTaken));
        Assert.That((await Ledger.AttemptsAsync(claimed.Number, Ct))[0].Outcome, Is.Null);
        Assert.That((await FindAsync(claimed.Number)).LeaseToken, Is.EqualTo(claimed.LeaseToken));

        var end = Some.End(attempt, claimed, AttemptOutcome.Unknown, ComplaintState.Unknown) with { Suspect = first.Number };
        end = end with { Move = end.Move! with { Reasons = [new Reason("id-already-used", first.Number)] } };
        Assert.That(await Ledger.CompleteAsync(end, Ct), Is.EqualTo(AttemptEndResult.Done));
        Assert.That((await FindAsync(claimed.Number)).State, Is.EqualTo(ComplaintState.Unknown));
        var earlier = await FindAsync(first.Number);
        Assert.That((earlier.State, earlier.Suspect), Is.EqualTo((ComplaintState.Delivered, true)));
    }

    [Test]
    public async Task EventsOfAWholeWalkHaveNoGap()
    {
        var delivered = await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "8004");

        var events = await Ledger.EventsAsync(delivered.Number, Ct);
        Assert.That(events.Select(happened => happened.Sequence), Is.EqualTo(Enumerable.Range(1, delivered.Version)));
        Assert.That(events.Select(happened => happened.To), Is.EqualTo(new[]
        {
            ComplaintState.Recorded, ComplaintState.Queued, ComplaintState.Forwarding, ComplaintState.Delivered,
        }));
    }
}
