using Gateway.Contracts;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

// What is linked: duplicates whose words go as a follow-up, what becomes of them when one goes nowhere, and complaints that know of each other.
public abstract partial class LedgerSuite
{
    [Test]
    public async Task ADuplicateThatIsHeldAgainIsNotPosted()
    {
        var (first, second) = (await HeldAsync(), await HeldAsync());
        await Ledger.StartTaskAsync(Some.TaskStart(first.Number, second.Number) with { Move = Some.Move(second, ComplaintState.Duplicate) with { LinkTo = first.Number } }, Ct);
        await MovedAsync(Some.Move(await FindAsync(second.Number), ComplaintState.Held));

        Assert.That((await Ledger.TasksAsync(first.Number, Ct)).Single().State, Is.EqualTo(TaskState.Dropped));
        Assert.That((await Ledger.EventsAsync(first.Number, Ct))[^1].Reasons[0].Code, Is.EqualTo("task-dropped"));
        Assert.That(await Ledger.StartTaskAsync(Some.TaskStart(first.Number, second.Number), Ct), Is.EqualTo(TaskStartResult.Done), "and may be again");
    }

    [TestCase(TaskState.Running)]
    [TestCase(TaskState.Unknown)]
    [TestCase(TaskState.Done)]
    public async Task ADuplicateWhoseWordsMayBeAtTheCentreStaysOne(TaskState state)
    {
        var (first, second) = (await DeliveredAsync(), await HeldAsync());
        await Ledger.StartTaskAsync(Some.TaskStart(first.Number, second.Number) with { Move = Some.Move(second, ComplaintState.Duplicate) with { LinkTo = first.Number } }, Ct);
        var claimed = (await Ledger.ClaimTaskAsync(Some.TaskClaim((await Ledger.TasksAsync(first.Number, Ct)).Single()), Ct))!;
        if (state != TaskState.Running) await Ledger.MoveTaskAsync(Some.TaskMove(claimed, state), Ct);

        Assert.That(await Ledger.MoveAsync(Some.Move(await FindAsync(second.Number), ComplaintState.Held), Ct), Is.EqualTo(MoveResult.Posted));
        Assert.That((await FindAsync(second.Number)).State, Is.EqualTo(ComplaintState.Duplicate));
        Assert.That((await Ledger.TasksAsync(first.Number, Ct)).Single().State, Is.EqualTo(state));
    }

    [Test]
    public async Task WhatWasTheSameAsADiscardedOneComesBackToTheDesk()
    {
        var (first, second) = (await HeldAsync(), await HeldAsync());
        await MovedAsync(Some.Move(second, ComplaintState.Duplicate) with { LinkTo = first.Number });
        await MovedAsync(Some.Move(first, ComplaintState.Discarded));

        var back = await FindAsync(second.Number);
        Assert.That((back.State, back.Reasons[0].Code), Is.EqualTo((ComplaintState.Held, "original-discarded")));
        Assert.That((await Ledger.EventsAsync(second.Number, Ct))[^1].By, Is.EqualTo(ActorKind.Rule));
    }

    [Test]
    public async Task WhatWasToBeDoneAboutADiscardedComplaintWaitsForAPerson()
    {
        var queued = await QueuedAsync();
        await Ledger.StartTaskAsync(Some.TaskStart(queued.Number, "101", TaskKind.HandOn), Ct);
        await MovedAsync(Some.Move(await FindAsync(queued.Number), ComplaintState.Discarded));

        var task = (await Ledger.TasksInAsync([TaskState.Parked], 10, Ct)).Single();
        Assert.That((task.Number, task.Due, task.Reasons[0].Code), Is.EqualTo((queued.Number, (DateTimeOffset?)null, "task-complaint-gone")));
    }

    [Test]
    public async Task ALinkIsAnEventAndMovesNothing()
    {
        var (first, second) = (await HeldAsync(), await QueuedAsync());
        var linked = Linked(second);
        Assert.That(await Ledger.LinkAsync(linked, first, Ct), Is.True);
        Assert.That(await Ledger.LinkAsync(linked, first, Ct), Is.True, "the same again");

        var row = await FindAsync(second.Number);
        Assert.That((row.LinkTo, row.State, row.Version), Is.EqualTo((first.Number, ComplaintState.Queued, second.Version + 1)));
    }

    [Test]
    public async Task WhatIsLinkedToAComplaintIsFoundByItButForWhatWasDiscarded()
    {
        var (first, other) = (await HeldAsync(), await HeldAsync());
        var linked = new List<ComplaintRow>();
        foreach (var to in new[] { first, other, first, first })
            linked.Add(await MovedAsync(Some.Move(await RecordedAsync(), ComplaintState.Held, ActorKind.Rule) with { LinkTo = to.Number }));
        await MovedAsync(Some.Move(linked[3], ComplaintState.Discarded));

        Assert.That(await Ledger.LinkedAsync([first.Number, "G-none"], Ct), Is.EqualTo(new[] { new LinkedRow(linked[0].Number, first.Number, false), new LinkedRow(linked[2].Number, first.Number, false) }));
        Assert.That(await Ledger.LinkedAsync([other.Number, first.Number], Ct), Has.Count.EqualTo(3));
        Assert.That(await Ledger.LinkedAsync([], Ct), Is.Empty);
    }

    [TestCase(ComplaintState.Discarded)]
    [TestCase(ComplaintState.Duplicate)]
    public async Task NothingIsRelatedToWhatChangedInTheSameMoment(ComplaintState gone)
    {
        var (other, first, second) = (await HeldAsync(), await HeldAsync(), await HeldAsync());
        var linked = Linked(second);
        await MovedAsync(Some.Move(first, gone) with { LinkTo = gone == ComplaintState.Duplicate ? other.Number : null });

        Assert.That(await Ledger.LinkAsync(linked, first, Ct), Is.False);
        var row = await FindAsync(second.Number);
        Assert.That((row.LinkTo, row.Version), Is.EqualTo(((string?)null, second.Version)));
    }

    [Test]
    public async Task NothingIsRelatedToWhatIsNoMoreAsItWasSeen()
    {
        var (first, second) = (await HeldAsync(), await HeldAsync());
        await MovedAsync(Some.Move(first, ComplaintState.Queued));

        Assert.That(await Ledger.LinkAsync(Linked(second), first, Ct), Is.False);
        Assert.That(await Ledger.LinkAsync(Linked(second), await FindAsync(first.Number), Ct), Is.True);
    }

    [Test]
    public async Task WhatTheGatesFindStandsBesideWhatAPersonSaidAndAgainWhenThatIsTakenBack()
    {
        var (first, other, recorded) = (await HeldAsync(), await HeldAsync(), await RecordedAsync());
        Assert.That(await Ledger.LinkAsync(Linked(recorded), other, Ct), Is.True);
        var judged = await MovedAsync(Some.Move(await FindAsync(recorded.Number), ComplaintState.Held, ActorKind.Rule) with { LinkTo = first.Number });
        Assert.That((judged.LinkTo, judged.LinkFound, judged.IsLinkedByGates), Is.EqualTo((other.Number, first.Number, false)));

        Assert.That(await Ledger.LinkAsync(Linked(judged, "unlinked"), null, Ct), Is.True);
        Assert.That(await Ledger.LinkAsync(Linked(judged, "unlinked"), null, Ct), Is.False, "it was seen before");

        var back = await FindAsync(recorded.Number);
        Assert.That((back.LinkTo, back.IsLinkedByGates), Is.EqualTo((first.Number, true)));
        await MovedAsync(Some.Move(back, ComplaintState.Duplicate) with { LinkTo = other.Number });
        Assert.That((await MovedAsync(Some.Move(await FindAsync(recorded.Number), ComplaintState.Held))).LinkTo, Is.EqualTo(first.Number));
    }

    [Test]
    public async Task ALinkLeavesADuplicateAsItIs()
    {
        var (first, second, other) = (await HeldAsync(), await HeldAsync(), await HeldAsync());
        var seen = Linked(second);
        await MovedAsync(Some.Move(second, ComplaintState.Duplicate) with { LinkTo = first.Number });

        Assert.That(await Ledger.LinkAsync(seen, other, Ct), Is.False, "it was held when it was seen");
        Assert.That(await Ledger.LinkAsync(Linked(await FindAsync(second.Number)), other, Ct), Is.False);
        Assert.That((await FindAsync(second.Number)).LinkTo, Is.EqualTo(first.Number));

    }

    private static LedgerEvent Linked(ComplaintRow row, string kind = "linked") =>
        new(Some.Id("event"), row.Number, row.Version + 1, Some.After(9), kind, row.State, row.State, ActorKind.Person, "budi", [new Reason("linked-related", "uji")]);

    [TestCase(ComplaintState.Discarded)]
    [TestCase(ComplaintState.Duplicate)]
    public async Task NothingIsLinkedToWhatStandsNoMore(ComplaintState gone)
    {
        var (other, first, second) = (await HeldAsync(), await HeldAsync(), await HeldAsync());
        await MovedAsync(Some.Move(first, gone) with { LinkTo = gone == ComplaintState.Duplicate ? other.Number : null });
        var link = Some.Move(second, ComplaintState.Duplicate) with { LinkTo = first.Number };

        Assert.That(await Ledger.MoveAsync(link, Ct), Is.EqualTo(MoveResult.Stale));
        Assert.That(await Ledger.StartTaskAsync(Some.TaskStart(first.Number, second.Number) with { Move = link }, Ct), Is.EqualTo(TaskStartResult.Stale));
        Assert.That(await Ledger.StartTaskAsync(Some.TaskStart(first.Number, "101", TaskKind.HandOn), Ct), Is.EqualTo(TaskStartResult.Stale));
        Assert.That((await FindAsync(second.Number)).State, Is.EqualTo(ComplaintState.Held));
        Assert.That(await Ledger.TasksAsync(first.Number, Ct), Is.Empty);
    }
}
