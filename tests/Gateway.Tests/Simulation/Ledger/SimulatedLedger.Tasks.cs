using Gateway.Contracts;
using Gateway.Core.Ledger;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Simulation.Ledger;

// Tasks: hand-ons and follow-up posts.
internal sealed partial class SimulatedLedger
{
    public Task<TaskStartResult> StartTaskAsync(TaskStart start, CancellationToken ct) => Atomically(() =>
    {
        if (tasks.ContainsKey(start.Id)) return TaskStartResult.Done;
        if (start.Move is { } wanted) Demand(wanted);
        if (IsGone(start.Number)) return TaskStartResult.Stale;
        var isTaken = start.Kind == TaskKind.FollowUp
            ? tasks.Values.Any(task => task.Kind == TaskKind.FollowUp && task.Origin == start.Origin && task.State != TaskState.Dropped)
            : tasks.Values.Any(task => task.Kind == TaskKind.HandOn && task.Number == start.Number && task.State is not (TaskState.Done or TaskState.Dropped));
        if (isTaken) return TaskStartResult.Already;
        if (start.Move is { } seen && (complaints[seen.Number].State != seen.From || complaints[seen.Number].Version != seen.Version)) return TaskStartResult.Stale;
        if (start.Item is { } open && items[open].Resolved is not null) return TaskStartResult.Stale;
        if (start.Move is { } move) Apply(complaints[move.Number], move);
        if (start.Item is { } item)
        {
            items[item] = items[item] with { Resolved = "sent" };
            resolutions[item] = ("sent", start.Actor, "", start.At);
        }

        var row = complaints[start.Number];
        tasks[start.Id] = new TaskRow
        {
            Id = start.Id,
            Number = start.Number,
            Ordinal = tasks.Values.Count(task => task.Number == start.Number) + 1,
            Kind = start.Kind,
            State = start.State,
            Version = 1,
            Reasons = start.Reasons,
            Destination = row.Destination,
            Origin = start.Origin,
            Words = start.Words,
            Started = start.At,
            StartedBy = start.Actor,
            Due = start.State is TaskState.Waiting or TaskState.Unknown ? start.At : null,
            DoubtSince = start.DoubtSince,
        };
        Note(start.Id, tasks[start.Id], start.At, ActorKind.Person, start.Actor, start.Reasons);
        return TaskStartResult.Done;
    });

    public Task<IReadOnlyList<TaskRow>> TasksAsync(string number, CancellationToken ct) => Atomically<IReadOnlyList<TaskRow>>(() =>
        [.. tasks.Values.Where(task => task.Number == number).OrderBy(task => task.Ordinal).Select(Seen)]);

    public Task<IReadOnlyList<TaskRow>> TasksInAsync(IReadOnlyList<TaskState> states, int limit, CancellationToken ct) => Atomically<IReadOnlyList<TaskRow>>(() =>
        [.. tasks.Values.Where(task => states.Contains(task.State)).Take(limit).Select(Seen)]);

    public Task<TaskRow?> DueTaskAsync(string destination, DateTimeOffset now, CancellationToken ct) => Atomically(() =>
        tasks.Values.Where(task => task.Destination == destination && IsClaimable(task, now)).OrderBy(task => task.Due).Select(Seen).FirstOrDefault());

    public Task<TaskRow?> ClaimTaskAsync(TaskClaim claim, CancellationToken ct) => Atomically(() =>
    {
        if (!tasks.TryGetValue(claim.Id, out var task)) return null;
        if (task.State == TaskState.Running && task.LeaseToken == claim.LeaseToken) return Seen(task);
        var underWay = complaints.Values.Count(row => row.Destination == claim.Destination && row.State == S.Forwarding)
            + tasks.Values.Count(other => other.Destination == claim.Destination && other.State == TaskState.Running);
        if (task.Destination != claim.Destination || !IsClaimable(task, claim.Now) || underWay >= claim.MaxRunning) return null;
        tasks[task.Id] = task with { State = TaskState.Running, Version = task.Version + 1, Claims = task.Claims + 1, Due = null, LeaseToken = claim.LeaseToken, LeaseBeat = 0 };
        return Seen(tasks[task.Id]);
    });

    public Task<bool> RenewTaskAsync(string id, string leaseToken, CancellationToken ct) => Atomically(() =>
    {
        if (!HoldsTask(id, leaseToken)) return false;
        tasks[id] = tasks[id] with { LeaseBeat = tasks[id].LeaseBeat + 1 };
        return true;
    });

    public Task<MoveResult> MoveTaskAsync(TaskMove move, CancellationToken ct) => Atomically(() =>
    {
        if (move.To == TaskState.Running || !TaskMoves.Allows(move.From, move.To, move.By))
            throw new InvalidOperationException($"{move.By} may not bring a task from {move.From} to {move.To}.");
        if (!tasks.TryGetValue(move.Task, out var task)) return MoveResult.Stale;
        if (taskMoves.GetValueOrDefault(task.Id) == move.Id) return MoveResult.Done;
        var fits = task.State == move.From && (move.LeaseToken is null ? task.Version == move.Version : task.LeaseToken == move.LeaseToken);
        if (move.Attempt is { } end && !ended.ContainsKey(end.Id))
        {
            if (attempts[end.Number].Exists(attempt => attempt.Id == end.Id)) ended[end.Id] = fits ? AttemptEndResult.Done : AttemptEndResult.LeaseLost;
            End(end);
        }

        if (!fits) return MoveResult.Stale;
        Change(task, move);
        if (move.To == TaskState.Dropped) ReopenItem(task);
        if (move.SettlesAbsent) SettleTask(task, move.By == ActorKind.Person);
        // Whoever had begun it lived on the disk that is gone.
        if (move is { By: ActorKind.Restore, From: TaskState.Running }) EndOpenOf(task, move.At);
        if (!move.IsQuiet) Note(move.Id, task, move.At, move.By, move.Actor, move.Reasons);
        return MoveResult.Done;
    });

    public Task<TaskState?> ReapTaskAsync(string eventId, string id, string leaseToken, int beat, DateTimeOffset at, string actor, CancellationToken ct) =>
        Atomically<TaskState?>(() =>
        {
            if (!tasks.TryGetValue(id, out var task)) return null;
            if (taskMoves.GetValueOrDefault(id) == eventId) return task.State;
            if (!HoldsTask(id, leaseToken) || task.LeaseBeat != beat) return null;
            var to = task.DoubtSince is not null || IsTaskInDoubt(task) ? TaskState.Unknown : TaskState.Waiting;
            Change(task, new TaskMove
            {
                Id = eventId,
                Task = id,
                From = TaskState.Running,
                To = to,
                Version = task.Version,
                LeaseToken = leaseToken,
                By = ActorKind.Worker,
                Actor = actor,
                Reasons = [new Reason("lease-lost")],
                At = at,
                Due = at,
            });
            tasks[id] = tasks[id] with { Claims = task.Claims };
            EndOpenOf(task, at);
            return to;
        });

    public Task<byte[]?> FollowUpAsync(string item, CancellationToken ct) => Atomically(() => entries.GetValueOrDefault(item)?.FollowUp);

    public Task<IReadOnlyList<LinkedRow>> LinkedAsync(IReadOnlyList<string> numbers, CancellationToken ct) => Atomically<IReadOnlyList<LinkedRow>>(() =>
        [.. complaints.Values.Where(row => row.State != S.Discarded && row.LinkTo is { } first && numbers.Contains(first)).OrderBy(row => row.Position).Select(row => new LinkedRow(row.Number, row.LinkTo!, row.Supervised))]);

    public Task<bool> LinkAsync(LedgerEvent linked, ComplaintRow? other, CancellationToken ct) => Atomically(() =>
    {
        if (eventsById.ContainsKey(linked.Id)) return true;
        if (complaints[linked.Number].State == S.Duplicate || complaints[linked.Number].Version != linked.Sequence - 1) return false;
        if (other is not null && (IsGone(other.Number) || complaints[other.Number].Version != other.Version)) return false;
        var row = complaints[linked.Number];
        row = complaints[linked.Number] = row with { LinkTo = other is null ? row.LinkFound : other.Number };
        Append(linked with { From = row.State, To = row.State });
        return true;
    });

    private bool BeginTask(AttemptRow attempt, List<AttemptRow> list)
    {
        if (list.Find(other => other.Id == attempt.Id) is { } own) return own.Ended is null && HoldsTask(own.Task!, own.LeaseToken);
        if (!HoldsTask(attempt.Task!, attempt.LeaseToken)) return false;
        var task = tasks[attempt.Task!];
        if ((task.DoubtSince is not null || IsTaskInDoubt(task)) && !Breaks(LedgerFault.TaskPermitInDoubt)) return false;
        list.Add(attempt);
        tasks[task.Id] = task with { LeaseBeat = task.LeaseBeat + 1, HeldBy = attempt.HeldBy };
        return true;
    }

    private void Change(TaskRow task, TaskMove move)
    {
        taskMoves[task.Id] = move.Id;
        tasks[task.Id] = task with
        {
            State = move.To,
            Version = task.Version + 1,
            Reasons = move.Reasons,
            Due = move.Due,
            LeaseToken = null,
            LeaseBeat = 0,
            Attempts = move.ResetsAttempts ? 0 : task.Attempts + (move.Attempt is { Counts: true } ? 1 : 0),
            Claims = 0,
            Looks = move.ResetsAttempts || move.SettlesAbsent ? 0 : task.Looks + (move.IsLook ? 1 : 0),
            DoubtSince = move.To == TaskState.Unknown ? task.DoubtSince ?? move.At : move.SettlesAbsent || move.To is TaskState.Done or TaskState.Dropped ? null : task.DoubtSince,
        };
    }

    private void SettleTask(TaskRow task, bool isKnown)
    {
        var list = attempts[task.Number];
        for (var i = 0; i < list.Count; i++)
        {
            var isOpen = list[i].Outcome is null or AttemptOutcome.Unknown || (isKnown && list[i].Outcome == AttemptOutcome.Done);
            if (list[i].Task == task.Id && isOpen) list[i] = list[i] with { Settled = true };
        }
    }

    private void ParkTasksOf(Move move)
    {
        foreach (var task in tasks.Values.Where(task => task.Number == move.Number && task.State == TaskState.Waiting).ToList())
        {
            tasks[task.Id] = task with { State = TaskState.Parked, Version = task.Version + 1, Due = null, Reasons = [new Reason("task-complaint-gone")] };
            Note($"{move.Id}-{task.Ordinal}", task, move.At, move.By, move.Actor, tasks[task.Id].Reasons);
        }
    }

    private bool IsGone(string number) => !complaints.TryGetValue(number, out var row) || row.State is S.Discarded or S.Duplicate;

    private bool IsPosted(string number) => tasks.Values.Any(task =>
        task.Kind == TaskKind.FollowUp && task.Origin == number && (task.State is TaskState.Running or TaskState.Unknown or TaskState.Done || task.DoubtSince is not null));

    private void GiveUpTasks(Move move)
    {
        if (complaints[move.Number].CentralId is not null) return;
        foreach (var task in tasks.Values.Where(task => task.Number == move.Number && task is { Kind: TaskKind.FollowUp, State: TaskState.Waiting or TaskState.Parked or TaskState.Unknown, DoubtSince: not null }).ToList())
        {
            tasks[task.Id] = task with { State = TaskState.Dropped, Version = task.Version + 1, Due = null, DoubtSince = null };
            ReopenItem(task);
            Note($"{move.Id}-{task.Ordinal}", task, move.At, move.By, move.Actor, [new Reason("task-dropped", task.Origin)]);
        }
    }

    private void ReopenItem(TaskRow task)
    {
        if (task.Words is not null && items.TryGetValue(task.Origin, out var item) && item.Resolved == "sent") items[task.Origin] = item with { Resolved = null };
    }

    private void DropTasksFor(Move move)
    {
        foreach (var task in tasks.Values.Where(task => task.Origin == move.Number && task.State is (TaskState.Waiting or TaskState.Parked) && task.DoubtSince is null).ToList())
        {
            tasks[task.Id] = task with { State = TaskState.Dropped, Version = task.Version + 1, Due = null };
            Note($"{move.Id}-{task.Ordinal}", task, move.At, move.By, move.Actor, [new Reason("task-dropped", move.Number)]);
        }
    }

    private void Note(string id, TaskRow task, DateTimeOffset at, ActorKind by, string actor, IReadOnlyList<Reason> reasons)
    {
        var row = complaints[task.Number];
        Append(new LedgerEvent(id, task.Number, 0, at, "task", row.State, row.State, by, actor, [.. reasons, new Reason("task", task.Name)]));
    }

    private TaskRow Seen(TaskRow task) => task with { CentralId = complaints[task.Number].CentralId };

    private bool HoldsTask(string id, string leaseToken) => tasks.TryGetValue(id, out var task) && task.State == TaskState.Running && task.LeaseToken == leaseToken;

    private bool IsClaimable(TaskRow task, DateTimeOffset now) =>
        task.State is TaskState.Waiting or TaskState.Unknown && task.Due <= now && complaints[task.Number].State == S.Delivered;

    private bool IsTaskInDoubt(TaskRow task) => attempts[task.Number].Exists(attempt => attempt.Task == task.Id && !IsClear(attempt));

    // Nobody is left to complete it.
    private void EndOpenOf(TaskRow task, DateTimeOffset at)
    {
        var list = attempts[task.Number];
        for (var i = 0; i < list.Count; i++)
            if (list[i].Task == task.Id && list[i].Ended is null) list[i] = list[i] with { Ended = at, Outcome = AttemptOutcome.Unknown };
    }
}
