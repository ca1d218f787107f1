using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>The log of calls with an effect at the centre, and the one statement that permits a create.</summary>
internal static class Attempts
{
    /// <summary>Matches earlier creates <c>a</c> that may have reached the centre: open, ambiguous or done, and not settled by a person.</summary>
    private const string InDoubt = $"a.step = 'create' AND {MayHaveArrived}";

    private const string MayHaveArrived =
        "a.settled = 0 AND (a.outcome IS NULL OR a.outcome NOT IN ('not-sent', 'unavailable', 'rejected', 'misconfigured'))";

    public static bool IsInDoubt(LedgerSession session, string number) =>
        session.ExecuteScalar<long>($"SELECT count(*) FROM attempts a WHERE a.number = @number AND {InDoubt}", new { number }) > 0;

    public static bool IsTaskInDoubt(LedgerSession session, string task) =>
        session.ExecuteScalar<long>($"SELECT count(*) FROM attempts a WHERE a.task = @task AND {MayHaveArrived}", new { task }) > 0;

    public static StoredAttempt? Find(LedgerSession session, string id) =>
        session.QuerySingleOrDefault<StoredAttempt>($"{StoredAttempt.Select} WHERE a.id = @id", new { id });

    /// <summary>Inserts the attempt if the lease holds, nothing is delivered and no earlier create is in doubt; of a task if nothing of it is.</summary>
    public static bool Begin(LedgerSession session, AttemptRow attempt) => attempt.Task is null ? BeginStep(session, attempt) : BeginTask(session, attempt);

    private static bool BeginStep(LedgerSession session, AttemptRow attempt) => session.Execute(
        $"""
        INSERT INTO attempts (id, number, destination, step, lease_token, begun, request_hash, actor, node, settings)
        SELECT @Id, c.number, @Destination, @Step, @LeaseToken, @Begun, @RequestHash, @Actor, @Node, @Settings
        FROM complaints c
        WHERE c.number = @Number AND c.state = 'forwarding' AND c.lease_token = @LeaseToken AND c.central_id IS NULL
          AND (@Step <> 'create' OR NOT EXISTS (SELECT 1 FROM attempts a WHERE a.number = c.number AND {InDoubt}))
        """,
        new
        {
            attempt.Id,
            attempt.Number,
            attempt.Destination,
            Step = Words.Of(attempt.Step),
            attempt.LeaseToken,
            Begun = Instant.Of(attempt.Begun),
            attempt.RequestHash,
            attempt.Actor,
            attempt.Node,
            attempt.Settings,
        }) == 1;

    private static bool BeginTask(LedgerSession session, AttemptRow attempt)
    {
        var begun = session.Execute(
            $"""
            INSERT INTO attempts (id, number, destination, step, lease_token, begun, request_hash, actor, node, settings, task)
            SELECT @Id, t.number, @Destination, @Step, @LeaseToken, @Begun, @RequestHash, @Actor, @Node, @Settings, t.id
            FROM tasks t
            WHERE t.id = @Task AND t.state = 'running' AND t.lease_token = @LeaseToken AND t.doubt_since IS NULL
              AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.task = t.id AND {MayHaveArrived})
            """,
            new
            {
                attempt.Id,
                attempt.Destination,
                Step = Words.Of(attempt.Step),
                attempt.LeaseToken,
                Begun = Instant.Of(attempt.Begun),
                attempt.RequestHash,
                attempt.Actor,
                attempt.Node,
                attempt.Settings,
                attempt.Task,
            }) == 1;
        // Whoever saw the lease before it was used sees that it is alive.
        if (begun) session.Execute("UPDATE tasks SET lease_beat = lease_beat + 1, held_by = @HeldBy WHERE id = @Task", new { attempt.Task, attempt.HeldBy });
        return begun;
    }

    /// <summary>True while the attempt is open and its lease is alive.</summary>
    public static bool IsLive(LedgerSession session, AttemptRow attempt) => session.ExecuteScalar<long>(
        attempt.Task is null
        ? """
        SELECT count(*) FROM attempts a JOIN complaints c ON c.number = a.number
        WHERE a.id = @Id AND a.outcome IS NULL AND a.lease_token = @LeaseToken AND c.state = 'forwarding' AND c.lease_token = @LeaseToken
        """
        : """
        SELECT count(*) FROM attempts a JOIN tasks t ON t.id = a.task
        WHERE a.id = @Id AND a.outcome IS NULL AND a.lease_token = @LeaseToken AND t.state = 'running' AND t.lease_token = @LeaseToken
        """,
        new { attempt.Id, attempt.LeaseToken }) == 1;

    /// <summary>Ends what a dead forwarder left open: of a create nobody knows, of an upload at most an orphan file stays.</summary>
    public static void EndOpen(LedgerSession session, string number, DateTimeOffset at) => session.Execute(
        """
        UPDATE attempts SET ended = @at, outcome = CASE step WHEN 'create' THEN 'unknown' ELSE 'unavailable' END
        WHERE number = @number AND outcome IS NULL AND task IS NULL
        """,
        new { number, at = Instant.Of(at) });

    /// <summary>
    /// Writes what came of the call. It replaces what a reaper or a person assumed meanwhile: an answer that did come is the truth, and
    /// a create that proves to be done is no longer settled as not delivered.
    /// </summary>
    public static void Complete(LedgerSession session, AttemptEnd end, AttemptEndResult completion) => session.Execute(
        """
        UPDATE attempts SET
            ended = @At, outcome = @Outcome, status = @Status, duration = @Duration, excerpt = @Excerpt, completion = @completion,
            settled = CASE WHEN @Outcome = 'done' THEN 0 ELSE settled END
        WHERE id = @Id AND completion IS NULL
        """,
        new
        {
            end.Id,
            At = Instant.Of(end.At),
            Outcome = Words.Of(end.Outcome),
            end.Status,
            Duration = end.Duration is { } duration ? (long)duration.TotalMicroseconds : (long?)null,
            end.Excerpt,
            completion = Words.Of(completion),
        });
}
