using System.Collections.Immutable;
using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>A person brings on a task that does not go on by itself: what is in doubt is settled, what is parked goes again or is taken back.</summary>
public sealed class SettleTask(ILedger ledger, IRegistrySource registry, IIdentifiers identifiers, TimeProvider time)
{
    private static readonly ImmutableArray<TaskState> Open = [TaskState.Unknown, TaskState.Parked, TaskState.Waiting];

    /// <summary>The centre has it, as the person saw or did.</summary>
    public Task<OperationResult> DoneAsync(TaskRow task, Officer officer, CancellationToken ct) =>
        MoveAsync(task, TaskState.Done, "task-settled-done", Open, officer, move => move, ct);

    /// <summary>The centre does not have it, as the person saw; it goes again.</summary>
    public async Task<OperationResult> NotDoneAsync(TaskRow task, Officer officer, CancellationToken ct)
    {
        var settleAfter = registry.Current.Destination(task.Destination)?.SafeSettleAfter ?? TimeSpan.FromHours(1);
        if (task.DoubtSince + settleAfter is { } earliest && time.GetUtcNow() < earliest)
            return new OperationResult(false, "too-early", $"{Wita.Local(earliest):yyyy-MM-dd HH:mm} WITA");
        return await MoveAsync(
            task, IsByHand(task) ? TaskState.Parked : TaskState.Waiting, "task-settled-absent", [TaskState.Unknown], officer,
            move => move with { SettlesAbsent = true, ResetsAttempts = true, Due = IsByHand(task) ? null : move.At }, ct);
    }

    /// <summary>It goes again.</summary>
    public async Task<OperationResult> ReplayAsync(TaskRow task, Officer officer, CancellationToken ct) => IsByHand(task)
        ? new OperationResult(false, "task-by-hand", task.Name)
        : await MoveAsync(task, TaskState.Waiting, "replayed", [TaskState.Parked], officer, move => move with { ResetsAttempts = true, Due = move.At }, ct);

    /// <summary>It is taken back. A complaint that was to be posted is held again instead, or nobody would see its words any more.</summary>
    public async Task<OperationResult> DropAsync(TaskRow task, Officer officer, CancellationToken ct) => task is { Kind: TaskKind.FollowUp, Words: null }
        ? new OperationResult(false, "task-hold-instead", task.Origin)
        : await MoveAsync(task, TaskState.Dropped, "task-dropped", [TaskState.Waiting, TaskState.Parked], officer, move => move, ct);

    // Nothing goes there by itself: waiting it would wait for ever, and nobody would see it.
    private bool IsByHand(TaskRow task) => registry.Current.Destination(task.Destination) is { Kind: not "api" };

    private async Task<OperationResult> MoveAsync(
        TaskRow task, TaskState to, string code, IReadOnlyList<TaskState> from, Officer officer, Func<TaskMove, TaskMove> shape, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(officer.Why)) return new OperationResult(false, "reason-missing", task.Name);
        if (!from.Contains(task.State)) return new OperationResult(false, "task-not-so", task.Name);
        var move = shape(TaskMove.Of(task, to, identifiers.NewId(), ActorKind.Person, officer.Name, [new Reason(code, officer.Why)], time.GetUtcNow()));
        return await ledger.MoveTaskAsync(move, ct) == MoveResult.Done ? OperationResult.Ok : new OperationResult(false, "changed-meanwhile", task.Name);
    }
}
