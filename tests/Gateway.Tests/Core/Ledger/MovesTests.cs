using Gateway.Core.Ledger;

namespace Gateway.Tests.Core.Ledger;

/// <summary>The table of moves is the text of the design, move by move.</summary>
internal sealed class MovesTests
{
    // The words of the design; Retrying goes to Forwarding by way of its due time, which is the claim of a row that is due.
    private const string Written =
        """
        Recorded -> Held | Queued
        Held -> Queued | Discarded | Duplicate | Delivered*
        Queued -> Forwarding | Held | Discarded | Delivered*
        Forwarding -> Delivered | Retrying | Parked | Unknown | Queued
        Retrying -> Forwarding | Queued | Held | Discarded | Delivered*
        Unknown -> Delivered* | Queued
        Parked -> Queued | Held | Discarded | Delivered*
        Discarded -> Held
        Duplicate -> Held
        """;

    private static readonly ComplaintState[] States = Enum.GetValues<ComplaintState>();
    private static readonly ActorKind[] Actors = Enum.GetValues<ActorKind>();

    [Test]
    public void IsTheTableOfTheDesign() =>
        Assert.That(Moves.Table.Select(move => (move.From, move.To)), Is.EquivalentTo(Design().Select(move => (move.From, move.To))));

    [Test]
    public void EveryMoveToDeliveredFromRestNeedsAPersonOrAProof() =>
        Assert.That(Design().Where(move => move.Proved).Select(move => By(move.From, move.To)), Is.All.EquivalentTo(new[] { ActorKind.Person, ActorKind.Proof }));

    [Test]
    public void NobodyMovesWhatTheTableDoesNotName()
    {
        var named = Design().Select(move => (move.From, move.To)).ToHashSet();
        var forbidden = from start in States from end in States where !named.Contains((start, end)) from actor in Actors where actor != ActorKind.Restore select (start, end, actor);

        Assert.That(forbidden.Where(move => Moves.Allows(move.start, move.end, move.actor)), Is.Empty);
    }

    [Test]
    public void DeliveredIsFinal() => Assert.That(Moves.Table.Where(move => move.From == ComplaintState.Delivered), Is.Empty);

    [Test]
    public void ARestoreMakesWhatIsNotDeliveredUnknownAndPutsItBack()
    {
        var allowed = from start in States from end in States where Moves.Allows(start, end, ActorKind.Restore) select (start, end);

        var forth = States.Except([ComplaintState.Delivered, ComplaintState.Unknown]).Select(state => (state, ComplaintState.Unknown));
        // What was queued, on its way or due again goes back to the queue by a person, as ever.
        var back = States.Except([ComplaintState.Delivered, ComplaintState.Unknown, ComplaintState.Queued, ComplaintState.Forwarding, ComplaintState.Retrying])
            .Select(state => (ComplaintState.Unknown, state));
        Assert.That(allowed, Is.EquivalentTo(forth.Concat(back)));
    }

    [Test]
    public void OnlyAPersonMakesADuplicate() =>
        Assert.That(Moves.Table.Where(move => move.To == ComplaintState.Duplicate).SelectMany(move => move.By), Is.All.EqualTo(ActorKind.Person));

    [Test]
    public void WhileForwardingOnlyTheWorkerMoves() =>
        Assert.That(Moves.Table.Where(move => move.From == ComplaintState.Forwarding).SelectMany(move => move.By), Is.All.EqualTo(ActorKind.Worker));

    [Test]
    public void NothingButTheWorkerStartsForwarding() =>
        Assert.That(Moves.Table.Where(move => move.To == ComplaintState.Forwarding).SelectMany(move => move.By), Is.All.EqualTo(ActorKind.Worker));

    [TestCase(ComplaintState.Unknown, ComplaintState.Queued, ActorKind.Worker)]
    [TestCase(ComplaintState.Unknown, ComplaintState.Queued, ActorKind.Rule)]
    [TestCase(ComplaintState.Unknown, ComplaintState.Forwarding, ActorKind.Worker)]
    [TestCase(ComplaintState.Unknown, ComplaintState.Retrying, ActorKind.Worker)]
    [TestCase(ComplaintState.Held, ComplaintState.Queued, ActorKind.Rule)]
    [TestCase(ComplaintState.Held, ComplaintState.Forwarding, ActorKind.Worker)]
    [TestCase(ComplaintState.Queued, ComplaintState.Delivered, ActorKind.Worker)]
    [TestCase(ComplaintState.Delivered, ComplaintState.Queued, ActorKind.Person)]
    [TestCase(ComplaintState.Discarded, ComplaintState.Queued, ActorKind.Person)]
    [TestCase(ComplaintState.Forwarding, ComplaintState.Held, ActorKind.Person)]
    public void RefusesAMoveThatWouldBreakAPromise(ComplaintState from, ComplaintState to, ActorKind by) =>
        Assert.That(Moves.Allows(from, to, by), Is.False);

    [TestCase(ComplaintState.Recorded, ComplaintState.Queued, ActorKind.Rule)]
    [TestCase(ComplaintState.Held, ComplaintState.Queued, ActorKind.Person)]
    [TestCase(ComplaintState.Unknown, ComplaintState.Queued, ActorKind.Person)]
    [TestCase(ComplaintState.Unknown, ComplaintState.Delivered, ActorKind.Proof)]
    [TestCase(ComplaintState.Duplicate, ComplaintState.Held, ActorKind.Rule)]
    public void AllowsWhatTheDesignNames(ComplaintState from, ComplaintState to, ActorKind by) => Assert.That(Moves.Allows(from, to, by), Is.True);

    [Test]
    public void AStateAtRestIsOneThatNoWorkerLeaves()
    {
        var left = Moves.Table.Where(move => move.By.Contains(ActorKind.Worker)).Select(move => move.From).Append(ComplaintState.Recorded).ToHashSet();

        Assert.That(States.Where(Moves.IsAtRest), Is.EquivalentTo(States.Except(left)));
    }

    private static ActorKind[] By(ComplaintState from, ComplaintState to) => Moves.Table.Single(move => move.From == from && move.To == to).By;

    private static IEnumerable<(ComplaintState From, ComplaintState To, bool Proved)> Design() =>
        from line in Written.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let sides = line.Split(" -> ")
        from to in sides[1].Split(" | ")
        select (Enum.Parse<ComplaintState>(sides[0]), Enum.Parse<ComplaintState>(to.TrimEnd('*')), to.EndsWith('*'));
}
