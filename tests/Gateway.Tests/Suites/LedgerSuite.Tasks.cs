using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

// Hand-ons and follow-up posts.
public abstract partial class LedgerSuite
{
    [Test]
    public async Task ATaskBeginsWithItsComplaintsMoveAndOnlyOnce()
    {
        var first = await HeldAsync();
        var second = await HeldAsync();
        var start = Some.TaskStart(first.Number, second.Number) with { Move = Some.Move(second, ComplaintState.Duplicate) with { LinkTo = first.Number } };

        Assert.That(await Ledger.StartTaskAsync(start, Ct), Is.EqualTo(TaskStartResult.Done));
        Assert.That(await Ledger.StartTaskAsync(start, Ct), Is.EqualTo(TaskStartResult.Done), "the same again");
        Assert.That(await Ledger.StartTaskAsync(Some.TaskStart(first.Number, second.Number), Ct), Is.EqualTo(TaskStartResult.Already));
        var task = (await Ledger.TasksAsync(first.Number, Ct)).Single();
        var moved = await FindAsync(second.Number);
        Assert.That((task.Ordinal, task.State, task.Origin, task.Name), Is.EqualTo((1, TaskState.Waiting, second.Number, first.Number + ".1")));
        Assert.That((moved.State, moved.LinkTo), Is.EqualTo((ComplaintState.Duplicate, first.Number)));
        var told = (await Ledger.EventsAsync(first.Number, Ct))[^1];
        Assert.That((told.Kind, told.Reasons[^1].Code, told.Reasons[^1].Detail), Is.EqualTo(("task", "task", task.Name)));
    }

    [Test]
    public async Task ATaskWhoseComplaintChangedMeanwhileLeavesNothing()
    {
        var (first, second) = (await HeldAsync(), await HeldAsync());
        var stale = Some.Move(second, ComplaintState.Duplicate) with { LinkTo = first.Number };
        await MovedAsync(Some.Move(second, ComplaintState.Queued));

        Assert.That(await Ledger.StartTaskAsync(Some.TaskStart(first.Number, second.Number) with { Move = stale }, Ct), Is.EqualTo(TaskStartResult.Stale));
        Assert.That(await Ledger.TasksAsync(first.Number, Ct), Is.Empty);
        Assert.That((await FindAsync(first.Number)).Version, Is.EqualTo(first.Version));
    }

    [Test]
    public async Task AnItemWhoseWordsArePostedHasFoundItsWay()
    {
        var delivered = await DeliveredAsync();
        var item = Some.BareItem(ItemOutcome.FollowUp, new Reason("thread-reply")) with { Follows = delivered.Number, FollowUp = [1, 2, 3] };
        await RecordAsync(item);
        Assert.That(await Ledger.FollowUpAsync(item.Id, Ct), Is.EqualTo(new byte[] { 1, 2, 3 }));

        Assert.That(await Ledger.StartTaskAsync(Some.TaskStart(delivered.Number, item.Id) with { Item = item.Id, Words = [4] }, Ct), Is.EqualTo(TaskStartResult.Done));
        Assert.That(await Ledger.ItemsAsync(ItemOutcome.FollowUp, null, false, 10, Ct), Is.Empty);
        Assert.That((await Ledger.ItemsAsync(ItemOutcome.FollowUp, null, true, 10, Ct)).Single().Resolved, Is.EqualTo("sent"));
        Assert.That(await Ledger.ResolveItemAsync(item.Id, "noted", "budi", "dibaca", Some.After(9), null, Ct), Is.False);
        Assert.That((await Ledger.TasksAsync(delivered.Number, Ct)).Single().Words, Is.EqualTo(new byte[] { 4 }));
    }

    [Test]
    public async Task ATaskWaitsForItsComplaintAndForItsTime()
    {
        var queued = await QueuedAsync();
        await Ledger.StartTaskAsync(Some.TaskStart(queued.Number, "101", TaskKind.HandOn), Ct);
        Assert.That(await Ledger.DueTaskAsync(queued.Destination, Some.After(60), Ct), Is.Null);

        await MovedAsync(Some.Move(await FindAsync(queued.Number), ComplaintState.Delivered) with { CentralId = Some.Id("7") });
        Assert.That(await Ledger.DueTaskAsync(queued.Destination, Some.After(-60), Ct), Is.Null);
        var due = await Ledger.DueTaskAsync(queued.Destination, Some.After(60), Ct);
        Assert.That((due?.State, due?.CentralId), Is.EqualTo(((TaskState?)TaskState.Waiting, (await FindAsync(queued.Number)).CentralId)));
    }

    [Test]
    public async Task OneHandOnOfAComplaintIsUnderWay()
    {
        var delivered = await DeliveredAsync();
        await Ledger.StartTaskAsync(Some.TaskStart(delivered.Number, "101", TaskKind.HandOn), Ct);
        Assert.That(await Ledger.StartTaskAsync(Some.TaskStart(delivered.Number, "102", TaskKind.HandOn), Ct), Is.EqualTo(TaskStartResult.Already));

        var task = (await Ledger.TasksAsync(delivered.Number, Ct)).Single();
        await MovedTaskAsync(task, TaskState.Done, ActorKind.Person);
        Assert.That(await Ledger.StartTaskAsync(Some.TaskStart(delivered.Number, "102", TaskKind.HandOn), Ct), Is.EqualTo(TaskStartResult.Done));
    }

    [Test]
    public async Task AClaimTakesNoMoreThanMayBeUnderWay()
    {
        var (one, other) = (await WaitingTaskAsync(), await WaitingTaskAsync());
        var claim = Some.TaskClaim(one);
        Assert.That((await Ledger.ClaimTaskAsync(claim, Ct))?.LeaseToken, Is.EqualTo(claim.LeaseToken));
        Assert.That((await Ledger.ClaimTaskAsync(claim, Ct))?.Id, Is.EqualTo(one.Id), "the same again");
        Assert.That(await Ledger.ClaimTaskAsync(Some.TaskClaim(one), Ct), Is.Null);
        Assert.That(await Ledger.ClaimTaskAsync(Some.TaskClaim(other) with { MaxRunning = 1 }, Ct), Is.Null);
        Assert.That(await Ledger.ClaimTaskAsync(Some.TaskClaim(other) with { MaxRunning = 2 }, Ct), Is.Not.Null);
    }

    [TestCase(AttemptOutcome.NotSent, true)]
    [TestCase(AttemptOutcome.Unavailable, true)]
    [TestCase(AttemptOutcome.Rejected, true)]
    [TestCase(AttemptOutcome.Unknown, false)]
    [TestCase(null, false)]
    public async Task ATaskIsPermittedOnlyWhenNothingOfItMayBeAtTheCentre(AttemptOutcome? earlier, bool permitted)
    {
        var claimed = await ClaimedTaskAsync();
        var attempt = Some.TaskAttempt(claimed);
        Assert.That(await Ledger.BeginAsync(attempt, Ct), Is.True);
        Assert.That(await Ledger.BeginAsync(attempt, Ct), Is.True, "the same again, while it is open");
        if (earlier is { } outcome)
        {
            Assert.That(await Ledger.MoveTaskAsync(Some.TaskMove(claimed, TaskState.Waiting) with { Attempt = Some.TaskEnd(attempt, outcome), Due = Some.After(10) }, Ct), Is.EqualTo(MoveResult.Done));
            claimed = (await Ledger.ClaimTaskAsync(Some.TaskClaim(claimed), Ct))!;
        }

        Assert.That(await Ledger.BeginAsync(Some.TaskAttempt(claimed), Ct), Is.EqualTo(permitted));
        Assert.That(await Ledger.BeginAsync(Some.TaskAttempt(claimed) with { LeaseToken = "another" }, Ct), Is.False);
    }

    [Test]
    public async Task DoubtStaysUntilItIsSettledAndNothingIsPermittedMeanwhile()
    {
        var claimed = await ClaimedTaskAsync();
        var attempt = Some.TaskAttempt(claimed);
        await Ledger.BeginAsync(attempt, Ct);
        var doubt = Some.TaskMove(claimed, TaskState.Unknown) with { Attempt = Some.TaskEnd(attempt, AttemptOutcome.Unknown), Due = Some.After(10) };
        Assert.That(await Ledger.MoveTaskAsync(doubt, Ct), Is.EqualTo(MoveResult.Done));
        Assert.That(await Ledger.MoveTaskAsync(doubt, Ct), Is.EqualTo(MoveResult.Done), "the same again");

        var looked = (await Ledger.ClaimTaskAsync(Some.TaskClaim(claimed), Ct))!;
        Assert.That(looked.DoubtSince, Is.EqualTo(doubt.At));
        Assert.That(await Ledger.BeginAsync(Some.TaskAttempt(looked), Ct), Is.False);
        await Ledger.MoveTaskAsync(Some.TaskMove(looked, TaskState.Unknown) with { IsLook = true, IsQuiet = true, Due = Some.After(20), At = Some.After(15) }, Ct);
        var again = (await Ledger.ClaimTaskAsync(Some.TaskClaim(looked) with { Now = Some.After(30) }, Ct))!;
        Assert.That((again.DoubtSince, again.Looks), Is.EqualTo(((DateTimeOffset?)doubt.At, 1)));

        await Ledger.MoveTaskAsync(Some.TaskMove(again, TaskState.Waiting) with { SettlesAbsent = true, Due = Some.After(30) }, Ct);
        var free = (await Ledger.ClaimTaskAsync(Some.TaskClaim(again) with { Now = Some.After(40) }, Ct))!;
        Assert.That((free.DoubtSince, free.Looks), Is.EqualTo(((DateTimeOffset?)null, 0)));
        Assert.That(await Ledger.BeginAsync(Some.TaskAttempt(free), Ct), Is.True);
    }

    [TestCase(true, TaskState.Unknown)]
    [TestCase(false, TaskState.Waiting)]
    public async Task ADeadLeaseLeavesATaskInDoubtWhenItHadBegun(bool begun, TaskState state)
    {
        var claimed = await ClaimedTaskAsync();
        var attempt = Some.TaskAttempt(claimed);
        if (begun) await Ledger.BeginAsync(attempt, Ct);
        var seen = (await Ledger.TasksInAsync([TaskState.Running], 10, Ct)).Single();
        Assert.That(await Ledger.ReapTaskAsync(Some.Id("event"), seen.Id, seen.LeaseToken!, seen.LeaseBeat + 1, Some.After(20), "reaper", Ct), Is.Null);

        var id = Some.Id("event");
        Assert.That(await Ledger.ReapTaskAsync(id, seen.Id, seen.LeaseToken!, seen.LeaseBeat, Some.After(20), "reaper", Ct), Is.EqualTo(state));
        Assert.That(await Ledger.ReapTaskAsync(id, seen.Id, seen.LeaseToken!, seen.LeaseBeat, Some.After(20), "reaper", Ct), Is.EqualTo(state), "the same again");
        var reaped = (await Ledger.TasksAsync(seen.Number, Ct)).Single();
        Assert.That((reaped.State, reaped.DoubtSince is not null, reaped.Claims), Is.EqualTo((state, begun, 1)));
        Assert.That((await Ledger.AttemptsAsync(seen.Number, Ct)).All(known => known.Ended is not null));
        if (!begun) return;

        // The answer comes after all: it is the truth of the attempt, and the next look finds it.
        var late = Some.TaskMove(claimed, TaskState.Done) with { Attempt = Some.TaskEnd(attempt, AttemptOutcome.Done) };
        Assert.That(await Ledger.MoveTaskAsync(late, Ct), Is.EqualTo(MoveResult.Stale));
        Assert.That((await Ledger.AttemptsAsync(seen.Number, Ct))[^1].Outcome, Is.EqualTo(AttemptOutcome.Done));
    }

    [TestCase(ActorKind.Person, true)]
    [TestCase(ActorKind.Worker, false)]
    public async Task APersonAloneSettlesWhatALateAnswerSaidIsDone(ActorKind by, bool permitted)
    {
        var claimed = await ClaimedTaskAsync();
        var attempt = Some.TaskAttempt(claimed);
        await Ledger.BeginAsync(attempt, Ct);
        var seen = (await Ledger.TasksInAsync([TaskState.Running], 10, Ct)).Single();
        await Ledger.ReapTaskAsync(Some.Id("event"), seen.Id, seen.LeaseToken!, seen.LeaseBeat, Some.After(20), "reaper", Ct);
        await Ledger.MoveTaskAsync(Some.TaskMove(claimed, TaskState.Done) with { Attempt = Some.TaskEnd(attempt, AttemptOutcome.Done) }, Ct);
        var doubt = (await Ledger.TasksAsync(seen.Number, Ct)).Single();
        var held = by == ActorKind.Person ? null : await Ledger.ClaimTaskAsync(Some.TaskClaim(doubt) with { Now = Some.After(30) }, Ct);
        var absent = Some.TaskMove(held ?? doubt, TaskState.Waiting) with { From = (held ?? doubt).State, By = by, SettlesAbsent = true, Due = Some.After(30) };
        Assert.That(await Ledger.MoveTaskAsync(absent, Ct), Is.EqualTo(MoveResult.Done));

        var again = (await Ledger.ClaimTaskAsync(Some.TaskClaim(doubt) with { Now = Some.After(40) }, Ct))!;
        Assert.That(await Ledger.BeginAsync(Some.TaskAttempt(again), Ct), Is.EqualTo(permitted));
    }

    [Test]
    public async Task ATaskGoesOnlyWhereTheTableLetsIt()
    {
        var task = await WaitingTaskAsync();
        Assert.That(() => MovedTaskAsync(task, TaskState.Parked, ActorKind.Person), Throws.InvalidOperationException);
        Assert.That(() => MovedTaskAsync(task, TaskState.Running, ActorKind.Worker), Throws.InvalidOperationException);
        await MovedTaskAsync(task, TaskState.Dropped, ActorKind.Person);
        Assert.That(await Ledger.MoveTaskAsync(Some.TaskMove(task, TaskState.Done) with { From = TaskState.Waiting, LeaseToken = null, By = ActorKind.Person }, Ct), Is.EqualTo(MoveResult.Stale));
    }

    private async Task<ComplaintRow> DeliveredAsync() =>
        await MovedAsync(Some.Move(await QueuedAsync(), ComplaintState.Delivered) with { CentralId = Some.Id("7") });

    private async Task<TaskRow> WaitingTaskAsync()
    {
        var delivered = await DeliveredAsync();
        await Ledger.StartTaskAsync(Some.TaskStart(delivered.Number, Some.Id("G")), Ct);
        return (await Ledger.TasksAsync(delivered.Number, Ct)).Single();
    }

    private async Task<TaskRow> ClaimedTaskAsync() => (await Ledger.ClaimTaskAsync(Some.TaskClaim(await WaitingTaskAsync()), Ct))!;

    private async Task MovedTaskAsync(TaskRow task, TaskState to, ActorKind by) =>
        Assert.That(await Ledger.MoveTaskAsync(Some.TaskMove(task, to) with { From = task.State, LeaseToken = null, By = by }, Ct), Is.EqualTo(MoveResult.Done));
}
