using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

// Tasks that may be at the centre although the ledger knows of no attempt: by a restore.
public abstract partial class LedgerSuite
{
    [Test]
    public async Task ATaskThatStartsInDoubtIsLookedForAndNotPermitted()
    {
        var delivered = await DeliveredAsync();
        var start = Some.TaskStart(delivered.Number, Some.Id("G")) with { State = TaskState.Unknown, DoubtSince = Some.After(5) };
        Assert.That(await Ledger.StartTaskAsync(start, Ct), Is.EqualTo(TaskStartResult.Done));

        var task = (await Ledger.TasksAsync(delivered.Number, Ct)).Single();
        Assert.That((task.State, task.DoubtSince, task.Due), Is.EqualTo((TaskState.Unknown, Some.After(5), Some.After(5))));
        var claimed = (await Ledger.ClaimTaskAsync(Some.TaskClaim(task), Ct))!;
        Assert.That(await Ledger.BeginAsync(Some.TaskAttempt(claimed), Ct), Is.False);
    }

    [Test]
    public async Task WhatARestorePutInDoubtComesBackWhenItsFirstGoesNowhere()
    {
        var (first, second) = (await HeldAsync(), await HeldAsync());
        await Ledger.StartTaskAsync(Some.TaskStart(first.Number, second.Number) with { Move = Some.Move(second, ComplaintState.Duplicate) with { LinkTo = first.Number } }, Ct);
        await MovedTaskAsync((await Ledger.TasksAsync(first.Number, Ct)).Single(), TaskState.Unknown, ActorKind.Restore);
        await MovedAsync(Some.Move(await FindAsync(first.Number), ComplaintState.Discarded));

        Assert.That((await FindAsync(second.Number)).State, Is.EqualTo(ComplaintState.Held), "nothing of it can be at a complaint that never was there");
        var task = (await Ledger.TasksAsync(first.Number, Ct)).Single();
        Assert.That((task.State, task.DoubtSince), Is.EqualTo((TaskState.Dropped, (DateTimeOffset?)null)));
        Assert.That(await Ledger.StartTaskAsync(Some.TaskStart((await HeldAsync()).Number, second.Number), Ct), Is.EqualTo(TaskStartResult.Done), "it may be linked again");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task AnItemWhoseTaskIsTakenBackWaitsAgain(bool byRestore)
    {
        var queued = await QueuedAsync();
        var item = Some.BareItem(ItemOutcome.FollowUp, new Reason("thread-reply")) with { Follows = queued.Number, FollowUp = [1, 2, 3] };
        await RecordAsync(item);
        await Ledger.StartTaskAsync(Some.TaskStart(queued.Number, item.Id) with { Item = item.Id, Words = [4] }, Ct);
        var task = (await Ledger.TasksAsync(queued.Number, Ct)).Single();
        if (!byRestore) await MovedTaskAsync(task, TaskState.Dropped, ActorKind.Person);
        else
        {
            await MovedTaskAsync(task, TaskState.Unknown, ActorKind.Restore);
            await MovedAsync(Some.Move(await FindAsync(queued.Number), ComplaintState.Discarded));
        }

        Assert.That((await Ledger.ItemsAsync(ItemOutcome.FollowUp, null, false, 10, Ct)).Single().Resolved, Is.Null);
        Assert.That(await Ledger.ResolveItemAsync(item.Id, "noted", "budi", "dibaca", Some.After(9), null, Ct), Is.True);
    }
}
