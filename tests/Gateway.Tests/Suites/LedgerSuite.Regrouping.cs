using Gateway.Contracts;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Suites;

// Splits, joins and what a person amends: one matter stands in one place.
public abstract partial class LedgerSuite
{
    [Test]
    public async Task APartTakesThePlaceOfTheWhole()
    {
        var whole = await HeldAsync();
        var parts = new[] { Some.Complaint(), Some.Complaint() };

        Assert.That(await Ledger.RegroupAsync(Split(whole, parts), Ct), Is.EqualTo(MoveResult.Done));

        Assert.That((await FindAsync(whole.Number)).State, Is.EqualTo(S.Discarded));
        foreach (var part in parts)
        {
            var row = await FindAsync(part.Number);
            Assert.That((row.State, row.ItemId, row.Channel, row.Agency, row.Version), Is.EqualTo((S.Recorded, whole.ItemId, whole.Channel, whole.Agency, 1)));
            Assert.That(await Ledger.OwnersAsync(part.Number, Ct), Is.EqualTo(await Ledger.OwnersAsync(whole.Number, Ct)));
        }

        Assert.That((await Ledger.ItemAsync(whole.ItemId, Ct))!.Numbers, Is.EqualTo(new[] { whole.Number, parts[0].Number, parts[1].Number }));
        Assert.That(await Ledger.LineageAsync(whole.Number, Ct), Is.EqualTo(parts.Select(part => new Lineage(whole.Number, part.Number, "split"))));
        Assert.That((await Ledger.UnjudgedAsync(10, Ct)).Select(row => row.Number), Is.EqualTo(parts.Select(part => part.Number)));
    }

    [Test]
    public async Task ASplitSeenTooLateChangesNothing()
    {
        var whole = await HeldAsync();
        var split = Split(whole, Some.Complaint(), Some.Complaint());
        await MovedAsync(Some.Move(whole, S.Queued));

        Assert.That(await Ledger.RegroupAsync(split, Ct), Is.EqualTo(MoveResult.Stale));
        Assert.That(await Ledger.FindAsync(split.Heirs[0].Complaint.Number, Ct), Is.Null);
        Assert.That((await FindAsync(whole.Number)).State, Is.EqualTo(S.Queued));
    }

    [Test]
    public async Task TheSameSplitAgainIsDone()
    {
        var whole = await HeldAsync();
        var split = Split(whole, Some.Complaint(), Some.Complaint());
        await Ledger.RegroupAsync(split, Ct);

        Assert.That(await Ledger.RegroupAsync(split, Ct), Is.EqualTo(MoveResult.Done));
        Assert.That(await Ledger.LineageAsync(whole.Number, Ct), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task TheWholeDoesNotComeBackBesideAPartNorAPartBesideTheWhole()
    {
        var whole = await HeldAsync();
        var (one, other) = (Some.Complaint(), Some.Complaint());
        await Ledger.RegroupAsync(Split(whole, one, other), Ct);

        Assert.That(await Ledger.MoveAsync(Some.Move(await FindAsync(whole.Number), S.Held), Ct), Is.EqualTo(MoveResult.Replaced));

        // Also not when the parts were split again and only those stand.
        var first = await MovedAsync(Some.Move(await FindAsync(one.Number), S.Held, ActorKind.Rule));
        var second = await MovedAsync(Some.Move(await FindAsync(other.Number), S.Held, ActorKind.Rule));
        await MovedAsync(Some.Move(second, S.Discarded));
        var grandchild = Some.Complaint();
        await Ledger.RegroupAsync(Split(first, grandchild, Some.Complaint()), Ct);
        Assert.That(await Ledger.MoveAsync(Some.Move(await FindAsync(whole.Number), S.Held), Ct), Is.EqualTo(MoveResult.Replaced));

        // A part alone may come back: the whole is gone.
        Assert.That(await Ledger.MoveAsync(Some.Move(await FindAsync(other.Number), S.Held), Ct), Is.EqualTo(MoveResult.Done));
        Assert.That(await Ledger.MoveAsync(Some.Move(await FindAsync(one.Number), S.Held), Ct), Is.EqualTo(MoveResult.Replaced));
    }

    [Test]
    public async Task ASplitTakenBackDiscardsThePartsAndTheyStayAway()
    {
        var whole = await HeldAsync();
        var (one, other) = (Some.Complaint(), Some.Complaint());
        await Ledger.RegroupAsync(Split(whole, one, other), Ct);
        var parts = new List<ComplaintRow>();
        foreach (var part in new[] { one, other }) parts.Add(await MovedAsync(Some.Move(await FindAsync(part.Number), S.Held, ActorKind.Rule)));

        var undo = new Regrouping([Some.Move(await FindAsync(whole.Number), S.Held), .. parts.Select(part => Some.Move(part, S.Discarded))], [], [.. parts.Select(part => new Lineage(whole.Number, part.Number, "split"))]);
        Assert.That(await Ledger.RegroupAsync(undo, Ct), Is.EqualTo(MoveResult.Done));

        Assert.That((await FindAsync(whole.Number)).State, Is.EqualTo(S.Held));
        Assert.That((await FindAsync(one.Number)).State, Is.EqualTo(S.Discarded));
        Assert.That(await Ledger.MoveAsync(Some.Move(await FindAsync(one.Number), S.Held), Ct), Is.EqualTo(MoveResult.Replaced));
    }

    [Test]
    public async Task APartThatGaveThePlaceBackStaysAwayAlsoWhenTheWholeIsSplitAgain()
    {
        var whole = await HeldAsync();
        var (one, other) = (Some.Complaint(), Some.Complaint());
        await Ledger.RegroupAsync(Split(whole, one, other), Ct);
        var kin = await Ledger.LineageAsync(whole.Number, Ct);
        var undo = new Regrouping(
            [Some.Move(await FindAsync(whole.Number), S.Held), .. await HeldThenDiscardedAsync(one, other)], [], kin);
        Assert.That(await Ledger.RegroupAsync(undo, Ct), Is.EqualTo(MoveResult.Done));
        Assert.That(await Ledger.RegroupAsync(Split(await FindAsync(whole.Number), Some.Complaint(), Some.Complaint()), Ct), Is.EqualTo(MoveResult.Done));

        Assert.That(await Ledger.MoveAsync(Some.Move(await FindAsync(one.Number), S.Held), Ct), Is.EqualTo(MoveResult.Replaced));
        Assert.That((await Ledger.LineageAsync(whole.Number, Ct)).Count(pair => !pair.Undone), Is.EqualTo(2));
    }

    [Test]
    public async Task TheWordsItHadBeforeItWasAmendedAreKnownAgain()
    {
        var held = await HeldAsync();
        var amended = new ComplaintAmendment(Some.Id("event"), held.Number, held.Version, [7], "Diperbaiki.", Some.Key("mended"), held.Reasons, []);
        await Ledger.ReviseAsync(amended, new LedgerEvent(amended.EventId, held.Number, 0, Some.Noon, "amended", held.State, held.State, ActorKind.Person, "Sari", []), Ct);

        Assert.That((await Ledger.SameContentAsync(held.ContentKey, long.MaxValue, Ct)).Select(row => row.Number), Is.EqualTo(new[] { held.Number }));
        Assert.That((await Ledger.SameContentAsync(Some.Key("mended"), long.MaxValue, Ct)).Select(row => row.Number), Is.EqualTo(new[] { held.Number }));
    }

    [Test]
    public async Task ASplitIsNotTakenBackBesideAPartThatLeft()
    {
        var whole = await HeldAsync();
        var (one, other) = (Some.Complaint(), Some.Complaint());
        await Ledger.RegroupAsync(Split(whole, one, other), Ct);
        await MovedAsync(Some.Move(await FindAsync(one.Number), S.Queued, ActorKind.Rule));

        var undo = new Regrouping([Some.Move(await FindAsync(whole.Number), S.Held)], [], []);
        Assert.That(await Ledger.RegroupAsync(undo, Ct), Is.EqualTo(MoveResult.Replaced));
        Assert.That((await FindAsync(whole.Number)).State, Is.EqualTo(S.Discarded));
    }

    [Test]
    public async Task WhoIsAskedIsAwaitedUntilTheComplaintMovesOn()
    {
        var held = await HeldAsync();
        var asked = new ComplaintAmendment(Some.Id("event"), held.Number, held.Version, held.Sealed, held.Isi, held.ContentKey, [new Reason("waiting-for-reporter")], []) { Asked = Some.Noon };
        var happened = new LedgerEvent(asked.EventId, held.Number, 0, Some.Noon, "asked", held.State, held.State, ActorKind.Person, "Sari", [new Reason("waiting-for-reporter")]);

        Assert.That(await Ledger.ReviseAsync(asked, happened, Ct), Is.EqualTo(MoveResult.Done));
        Assert.That(await Ledger.ReviseAsync(asked, happened, Ct), Is.EqualTo(MoveResult.Done), "the same again, after a lost answer");

        var waiting = (await Ledger.AwaitedAsync(held.Channel, Ct)).Single();
        Assert.That((waiting.Number, waiting.Asked, waiting.State, waiting.Version), Is.EqualTo((held.Number, (DateTimeOffset?)Some.Noon, S.Held, held.Version + 1)));
        Assert.That(await Ledger.ReviseAsync(asked with { EventId = Some.Id("event") }, happened with { Id = Some.Id("event") }, Ct), Is.EqualTo(MoveResult.Stale));
        await MovedAsync(Some.Move(waiting, S.Queued));
        Assert.That(await Ledger.AwaitedAsync(held.Channel, Ct), Is.Empty);
    }

    private async Task<IReadOnlyList<Move>> HeldThenDiscardedAsync(params ComplaintEntry[] parts)
    {
        var moves = new List<Move>();
        foreach (var part in parts) moves.Add(Some.Move(await MovedAsync(Some.Move(await FindAsync(part.Number), S.Held, ActorKind.Rule)), S.Discarded));
        return moves;
    }

    private static Regrouping Split(ComplaintRow whole, params ComplaintEntry[] parts) => new(
        [Some.Move(whole, S.Discarded)],
        [.. parts.Select(part => new Heir("split", [whole], part, "Sari", Some.After(30)))],
        []);
}
