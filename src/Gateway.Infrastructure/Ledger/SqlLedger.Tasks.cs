using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Tasks: hand-ons and follow-up posts.
public abstract partial class SqlLedger
{
    public Task<TaskStartResult> StartTaskAsync(TaskStart start, CancellationToken ct)
    {
        if (start.Move is { } move) Check(move);
        return WriteAsync(
            session =>
            {
                if (StoredTask.Find(session, start.Id) is not null) return TaskStartResult.Done;
                session.Save("task");
                var result = Start(session, start);
                if (result != TaskStartResult.Done) session.RollBackTo("task");
                session.Release("task");
                return result;
            },
            ct);
    }

    public Task<IReadOnlyList<TaskRow>> TasksAsync(string number, CancellationToken ct) =>
        ListTasksAsync($"{StoredTask.Select} WHERE t.number = @number ORDER BY t.ordinal", new { number }, ct);

    public Task<IReadOnlyList<TaskRow>> TasksInAsync(IReadOnlyList<TaskState> states, int limit, CancellationToken ct) => ListTasksAsync(
        $"{StoredTask.Select} WHERE t.state IN @States ORDER BY t.position LIMIT @limit", new { States = states.Select(Words.Of).ToArray(), limit }, ct);

    public Task<TaskRow?> DueTaskAsync(string destination, DateTimeOffset now, CancellationToken ct) => ReadAsync(
        session => session.QueryFirstOrDefault<StoredTask>(Queries.DueTask, new { destination, now = Instant.Of(now) })?.ToRow(), ct);

    public Task<TaskRow?> ClaimTaskAsync(TaskClaim claim, CancellationToken ct) => WriteAsync(
        session =>
        {
            if (Held(session, claim) is { } held) return held;
            return TaskChange.Take(session, claim) ? Held(session, claim) : null;
        },
        ct);

    public Task<bool> RenewTaskAsync(string id, string leaseToken, CancellationToken ct) => WriteAsync(
        session => session.Execute(
            "UPDATE tasks SET lease_beat = lease_beat + 1 WHERE id = @id AND state = 'running' AND lease_token = @leaseToken", new { id, leaseToken }) == 1,
        ct);

    public Task<MoveResult> MoveTaskAsync(TaskMove move, CancellationToken ct)
    {
        if (move.To == TaskState.Running || !TaskMoves.Allows(move.From, move.To, move.By))
            throw new InvalidOperationException($"The table of moves does not let a {Words.Of(move.By)} bring task '{move.Task}' from {Words.Of(move.From)} to {Words.Of(move.To)}.");
        return WriteAsync(session => Move(session, move), ct);
    }

    public Task<TaskState?> ReapTaskAsync(string eventId, string id, string leaseToken, int beat, DateTimeOffset at, string actor, CancellationToken ct) =>
        WriteAsync<TaskState?>(
            session =>
            {
                if (StoredTask.Find(session, id) is not { } task) return null;
                if (task.LastMove == eventId) return Words.To<TaskState>(task.State);
                if (task.State != "running" || task.LeaseToken != leaseToken || task.LeaseBeat != beat) return null;
                var to = task.DoubtSince is not null || Attempts.IsTaskInDoubt(session, id) ? TaskState.Unknown : TaskState.Waiting;
                TaskChange.Apply(session, new TaskMove
                {
                    Id = eventId,
                    Task = id,
                    From = TaskState.Running,
                    To = to,
                    Version = (int)task.Version,
                    LeaseToken = leaseToken,
                    By = ActorKind.Worker,
                    Actor = actor,
                    Reasons = [new Reason("lease-lost")],
                    At = at,
                    Due = at,
                });
                // A task that takes the process down must not be claimed for ever.
                session.Execute("UPDATE tasks SET claims = @Claims WHERE id = @id", new { id, task.Claims });
                EndOpen(session, id, at);
                return to;
            },
            ct);

    // A server takes about two thousand values in one question.
    private const int MostAsked = 500;

    public Task<byte[]?> FollowUpAsync(string item, CancellationToken ct) =>
        ReadAsync(session => session.ExecuteScalar<byte[]?>("SELECT follow_up FROM items WHERE id = @item", new { item }), ct);

    public Task<bool> LinkAsync(LedgerEvent linked, ComplaintRow? other, CancellationToken ct) => WriteAsync(
        session =>
        {
            if (EventLog.Has(session, linked.Id, linked.Number)) return true;
            var stored = session.Execute(
                """
                UPDATE complaints SET link_to = CASE WHEN @Other IS NULL THEN link_found ELSE @Other END WHERE number = @Number AND version = @Seen AND state <> 'duplicate'
                    AND (@Other IS NULL OR EXISTS (SELECT 1 FROM complaints f WHERE f.number = @Other AND f.version = @OtherSeen AND f.state NOT IN ('discarded', 'duplicate')))
                """,
                new { linked.Number, Seen = linked.Sequence - 1, Other = other?.Number, OtherSeen = other?.Version });
            return stored == 1 && Transition.Note(session, linked.Number, (state, version) => linked with { Sequence = version, From = state, To = state });
        },
        ct);

    public Task<IReadOnlyList<LinkedRow>> LinkedAsync(IReadOnlyList<string> numbers, CancellationToken ct) => ReadAsync<IReadOnlyList<LinkedRow>>(
        session =>
        [
            .. numbers.Chunk(MostAsked).SelectMany(some => session.Query<(string Number, string To, long Position, long Supervised)>(Queries.Linked, new { numbers = some }))
                .OrderBy(linked => linked.Position).Select(linked => new LinkedRow(linked.Number, linked.To, linked.Supervised != 0)),
        ],
        ct);

    public Task<MoveResult> RenumberAsync(LedgerEvent renumbered, string was, string centralId, CancellationToken ct) =>
        WriteAsync(session => Renumbering.Apply(session, renumbered, was, centralId), ct);

    private static TaskStartResult Start(LedgerSession session, TaskStart start)
    {
        if (!TaskChange.Insert(session, start))
            return session.ExecuteScalar<long>("SELECT count(*) FROM complaints WHERE number = @Number AND state IN ('discarded', 'duplicate')", new { start.Number }) > 0
                ? TaskStartResult.Stale
                : TaskStartResult.Already;
        if (start.Move is { } move && Transition.Apply(session, move, leaseToken: null) != MoveResult.Done) return TaskStartResult.Stale;
        if (start.Item is { } item && !Resolve(session, item, "sent", start.Actor, "", start.At)) return TaskStartResult.Stale;
        TaskChange.Note(session, start.Id, start.Number, (int)StoredTask.Find(session, start.Id)!.Ordinal, start.At, ActorKind.Person, start.Actor, start.Reasons);
        return TaskStartResult.Done;
    }

    private static MoveResult Move(LedgerSession session, TaskMove move)
    {
        if (StoredTask.Find(session, move.Task) is not { } task) return MoveResult.Stale;
        if (task.LastMove == move.Id) return MoveResult.Done;
        var moved = TaskChange.Apply(session, move);
        if (move.Attempt is { } end && Attempts.Find(session, end.Id) is { Completion: null })
            Attempts.Complete(session, end, moved ? AttemptEndResult.Done : AttemptEndResult.LeaseLost);
        if (!moved) return MoveResult.Stale;
        if (move.SettlesAbsent) TaskChange.Settle(session, move);
        if (move.To == TaskState.Dropped && task.Words is not null) TaskChange.ReopenItem(session, task.Origin);
        if (move.To == TaskState.Done) TaskChange.LookAgain(session, task.Number, move.At);
        // Whoever had begun it lived on the disk that is gone.
        if (move is { By: ActorKind.Restore, From: TaskState.Running }) EndOpen(session, move.Task, move.At);
        if (!move.IsQuiet) TaskChange.Note(session, move.Id, task.Number, (int)task.Ordinal, move.At, move.By, move.Actor, move.Reasons);
        return MoveResult.Done;
    }

    private static TaskRow? Held(LedgerSession session, TaskClaim claim) => session.QuerySingleOrDefault<StoredTask>(
        $"{StoredTask.Select} WHERE t.id = @Id AND t.state = 'running' AND t.lease_token = @LeaseToken", new { claim.Id, claim.LeaseToken })?.ToRow();

    private Task<IReadOnlyList<TaskRow>> ListTasksAsync(string sql, object arguments, CancellationToken ct) =>
        ReadAsync(session => Strangers.Known(session.Query<StoredTask>(sql, arguments), stored => stored.ToRow()), ct);

    // Nobody is left to complete it.
    private static void EndOpen(LedgerSession session, string id, DateTimeOffset at) =>
        session.Execute("UPDATE attempts SET ended = @at, outcome = 'unknown' WHERE task = @id AND outcome IS NULL", new { id, at = Instant.Of(at) });
}
