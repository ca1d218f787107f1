using Dapper;
using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Changes of a complaint's row together with their event: one statement with its guard, one event with the next number.</summary>
internal static class Transition
{
    /// <summary>Appends an event that leaves the state as it is.</summary>
    /// <param name="happened">Makes the event from the state and the new version.</param>
    public static bool Note(SqliteConnection connection, string number, Func<ComplaintState, int, LedgerEvent> happened)
    {
        var noted = connection.QuerySingleOrDefault<(string State, long Version)?>(
            "UPDATE complaints SET version = version + 1 WHERE number = @number RETURNING state, version", new { number });
        if (noted is not { } row) return false;
        EventLog.Append(connection, happened(Words.To<ComplaintState>(row.State), (int)row.Version));
        return true;
    }

    /// <summary>
    /// Applies a move. Under a lease it is the token that must match, and the version is what the row has: a wish may have come in
    /// between, and an answer of the centre must not be lost for that.
    /// </summary>
    public static MoveResult Apply(SqliteConnection connection, Move move, string? leaseToken)
    {
        if (EventLog.Has(connection, move.Id, move.Number)) return MoveResult.Done;
        if (move is { From: ComplaintState.Discarded, To: ComplaintState.Held } && IsReplaced(connection, move.Number)) return MoveResult.Replaced;
        long? version;
        try
        {
            version = connection.ExecuteScalar<long?>(
                $"""
                UPDATE complaints SET
                    state = @To, version = version + 1, reasons = @Reasons, due = @Due, ready_at = @Ready,
                    central_id = coalesce(@CentralId, central_id), link_to = coalesce(@LinkTo, link_to),
                    attempts = CASE WHEN @Resets THEN 0 ELSE attempts END, claims = CASE WHEN @Resets THEN 0 ELSE claims END,
                    lease_token = NULL, lease_beat = 0, published = NULL,
                    asked = CASE WHEN @To IN ('held', 'discarded') THEN asked END, wish = CASE WHEN @KeepsWish THEN wish END, wish_by = CASE WHEN @KeepsWish THEN wish_by END
                WHERE number = @Number AND state = @From AND {(leaseToken is null ? "version = @Version" : "lease_token = @leaseToken")}
                RETURNING version
                """,
                new
                {
                    move.Number,
                    move.Version,
                    leaseToken,
                    From = Words.Of(move.From),
                    To = Words.Of(move.To),
                    Reasons = Words.Of(move.Reasons),
                    Due = move.To == ComplaintState.Retrying ? Instant.Of(move.Due ?? move.At) : (long?)null,
                    Ready = Instant.Of(move.To == ComplaintState.Retrying ? move.Due ?? move.At : move.At),
                    CentralId = move.To == ComplaintState.Delivered ? move.CentralId : null,
                    move.LinkTo,
                    Resets = move.ResetsAttempts,
                    // What a person wished meanwhile waits for the end of the attempt; a delivery ends it.
                    KeepsWish = move.To != ComplaintState.Delivered && (move.By != ActorKind.Person || move.SettlesNotDelivered),
                });
        }
        catch (SqliteException fault) when (SqliteFaults.IsTaken(fault))
        {
            return MoveResult.IdTaken;
        }

        if (version is null) return MoveResult.Stale;
        EventLog.Append(connection, LedgerEvent.Of(move) with { Sequence = (int)version });
        if (move.SettlesNotDelivered) Settle(connection, move);
        return MoveResult.Done;
    }

    // The same matter must not stand twice: neither beside its parts nor beside what it is a part of, however far. What gave its place
    // back never stands again.
    private static bool IsReplaced(SqliteConnection connection, string number) => connection.ExecuteScalar<long>(
        """
        WITH RECURSIVE kin (number, down) AS (
            SELECT child, 1 FROM lineage WHERE parent = @number AND undone = 0
            UNION SELECT parent, 0 FROM lineage WHERE child = @number AND undone = 0
            UNION SELECT CASE kin.down WHEN 1 THEN l.child ELSE l.parent END, kin.down
                  FROM kin JOIN lineage l ON l.undone = 0 AND ((kin.down = 1 AND l.parent = kin.number) OR (kin.down = 0 AND l.child = kin.number)))
        SELECT (SELECT count(*) FROM kin JOIN complaints c ON c.number = kin.number WHERE c.state <> 'discarded')
             + (SELECT count(*) FROM lineage WHERE child = @number AND undone = 1)
        """,
        new { number }) > 0;

    // Also one that was answered with an id which nobody could write down, when a person knows that the centre does not have it.
    private static void Settle(SqliteConnection connection, Move move) => connection.Execute(
        """
        UPDATE attempts SET settled = 1, ended = coalesce(ended, @At), outcome = coalesce(outcome, 'unknown')
        WHERE number = @Number AND step = 'create' AND (outcome IS NULL OR outcome IN ('unknown', 'done'))
        """,
        new { move.Number, At = Instant.Of(move.At) });
}
