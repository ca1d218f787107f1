using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Changes of a task's row together with their event at its complaint: one statement with its guard each.</summary>
internal static class TaskChange
{
    /// <summary>Inserts a task unless the same is there already or its complaint stands no more.</summary>
    public static bool Insert(LedgerSession session, TaskStart start) => session.Execute(
        """
        INSERT INTO tasks (id, number, ordinal, kind, state, version, reasons, destination, origin, words, started, started_by, due, doubt_since)
        SELECT @Id, c.number, (SELECT coalesce(max(o.ordinal), 0) + 1 FROM tasks o WHERE o.number = c.number), @Kind, @State, 1, @Reasons,
               c.destination, @Origin, @Words, @At, @Actor, @Due, @Doubt
        FROM complaints c
        WHERE c.number = @Number AND c.state NOT IN ('discarded', 'duplicate')
          AND NOT EXISTS (SELECT 1 FROM tasks s WHERE s.origin = @Origin AND s.kind = 'follow-up' AND @Kind = 'follow-up' AND s.state <> 'dropped')
          AND NOT EXISTS (SELECT 1 FROM tasks h WHERE h.number = c.number AND h.kind = 'hand-on' AND @Kind = 'hand-on' AND h.state IN ('waiting', 'running', 'unknown', 'parked'))
        """,
        new
        {
            start.Id,
            start.Number,
            Kind = Words.Of(start.Kind),
            State = Words.Of(start.State),
            Reasons = Words.Of(start.Reasons),
            start.Origin,
            start.Words,
            start.Actor,
            At = Instant.Of(start.At),
            Due = start.State is TaskState.Waiting or TaskState.Unknown ? Instant.Of(start.At) : (long?)null,
            Doubt = Instant.Of(start.DoubtSince),
        }) == 1;

    public static bool Take(LedgerSession session, TaskClaim claim) => session.Execute(
        $"""
        UPDATE tasks SET state = 'running', version = version + 1, claims = claims + 1, due = NULL, lease_token = @LeaseToken, lease_beat = 0
        WHERE id = @Id AND destination = @destination AND state IN ('waiting', 'unknown') AND due <= @Now
          AND EXISTS (SELECT 1 FROM complaints c WHERE c.number = tasks.number AND c.state = 'delivered')
          AND ({Queries.Forwarding}) + ({Queries.RunningTasks}) < @MaxRunning
        """,
        new { claim.Id, destination = claim.Destination, claim.LeaseToken, Now = Instant.Of(claim.Now), claim.MaxRunning }) == 1;

    /// <summary>True when the row was as the mover saw it.</summary>
    public static bool Apply(LedgerSession session, TaskMove move) => session.Execute(
        $"""
        UPDATE tasks SET
            state = @To, version = version + 1, reasons = @Reasons, due = @Due, lease_token = NULL, lease_beat = 0, last_move = @Id,
            attempts = CASE WHEN @Resets = 1 THEN 0 ELSE attempts + @Counts END, claims = 0,
            looks = CASE WHEN @Resets = 1 OR @Settles = 1 THEN 0 ELSE looks + @Looked END,
            doubt_since = CASE WHEN @To = 'unknown' THEN coalesce(doubt_since, @At) WHEN @Settles = 1 OR @To IN ('done', 'dropped') THEN NULL ELSE doubt_since END
        WHERE id = @Task AND state = @From AND {(move.LeaseToken is null ? "version = @Version" : "lease_token = @LeaseToken")}
        """,
        new
        {
            move.Id,
            move.Task,
            move.Version,
            move.LeaseToken,
            From = Words.Of(move.From),
            To = Words.Of(move.To),
            Reasons = Words.Of(move.Reasons),
            Due = Instant.Of(move.Due),
            At = Instant.Of(move.At),
            Resets = move.ResetsAttempts,
            Counts = move.Attempt is { Counts: true },
            Looked = move.IsLook,
            Settles = move.SettlesAbsent,
        }) == 1;

    /// <summary>What was done at the centre may change what it says, also of a complaint that it closed: looked at as soon as nothing waits to be sent.</summary>
    public static void LookAgain(LedgerSession session, string number, DateTimeOffset at) => session.Execute(
        "UPDATE complaints SET read_due = @at WHERE number = @number AND state = 'delivered' AND (read_due IS NULL OR read_due > @at)", new { number, at = Instant.Of(at) });

    /// <summary>The centre does not have what these attempts may have brought it; a person knows that also of one whose answer said that it has.</summary>
    public static void Settle(LedgerSession session, TaskMove move) => session.Execute(
        $"""
        UPDATE attempts SET settled = 1, ended = coalesce(ended, @At), outcome = coalesce(outcome, 'unknown')
        WHERE task = @Task AND (outcome IS NULL OR outcome = 'unknown'{(move.By == ActorKind.Person ? " OR outcome = 'done'" : "")})
        """,
        new { move.Task, At = Instant.Of(move.At) });

    /// <summary>Tells of it at the complaint, whose state stays.</summary>
    public static void Note(LedgerSession session, string id, string number, int ordinal, DateTimeOffset at, ActorKind by, string actor, IReadOnlyList<Reason> reasons) =>
        Transition.Note(session, number, (state, version) =>
            new LedgerEvent(id, number, version, at, "task", state, state, by, actor, [.. reasons, new Reason("task", TaskRow.NameOf(number, ordinal))]));

    /// <summary>A duplicate comes back to the desk: what was to be posted in its place, and surely was not, is not posted.</summary>
    /// <returns>False when one of them was taken meanwhile; the caller takes everything back.</returns>
    public static bool DropFor(LedgerSession session, Move move)
    {
        foreach (var task in session.Query<StoredTask>($"{StoredTask.Select} WHERE t.origin = @Number AND t.state IN ('waiting', 'parked') AND t.doubt_since IS NULL", new { move.Number }))
        {
            var dropped = session.Execute(
                "UPDATE tasks SET state = 'dropped', version = version + 1, due = NULL WHERE id = @Id AND state = @State AND version = @Version", new { task.Id, task.State, task.Version });
            if (dropped == 0) return false;
            Note(session, $"{move.Id}-{task.Ordinal}", task.Number, (int)task.Ordinal, move.At, move.By, move.Actor, [new Reason("task-dropped", move.Number)]);
        }

        return true;
    }

    /// <summary>
    /// What was to be posted at a complaint that goes nowhere and never was at the centre: nothing of it can be there, whatever a restore made of it.
    /// </summary>
    public static void GiveUp(LedgerSession session, Move move)
    {
        foreach (var task in session.Query<StoredTask>(
            $"{StoredTask.Select} WHERE t.number = @Number AND t.kind = 'follow-up' AND t.state IN ('waiting', 'parked', 'unknown') AND t.doubt_since IS NOT NULL AND c.central_id IS NULL", new { move.Number }).ToList())
        {
            session.Execute("UPDATE tasks SET state = 'dropped', version = version + 1, due = NULL, doubt_since = NULL WHERE id = @Id", new { task.Id });
            if (task.Words is not null) ReopenItem(session, task.Origin);
            Note(session, $"{move.Id}-{task.Ordinal}", task.Number, (int)task.Ordinal, move.At, move.By, move.Actor, [new Reason("task-dropped", task.Origin)]);
        }
    }

    /// <summary>An item whose words are not posted after all waits for somebody again.</summary>
    public static void ReopenItem(LedgerSession session, string origin) => session.Execute(
        "UPDATE items SET resolved = NULL, resolved_by = NULL, resolved_reason = NULL, resolved_at = NULL WHERE id = @origin AND outcome = 'followup' AND resolved = 'sent'", new { origin });

    /// <summary>A complaint that goes nowhere: what waits to be done about it is a person's matter.</summary>
    public static void ParkOf(LedgerSession session, Move move)
    {
        foreach (var task in session.Query<StoredTask>($"{StoredTask.Select} WHERE t.number = @Number AND t.state = 'waiting'", new { move.Number }))
        {
            var reason = new Reason("task-complaint-gone");
            session.Execute(
                "UPDATE tasks SET state = 'parked', version = version + 1, due = NULL, reasons = @Reasons WHERE id = @Id AND state = 'waiting' AND version = @Version",
                new { task.Id, task.Version, Reasons = Words.Of([reason]) });
            Note(session, $"{move.Id}-{task.Ordinal}", task.Number, (int)task.Ordinal, move.At, move.By, move.Actor, [reason]);
        }
    }
}
