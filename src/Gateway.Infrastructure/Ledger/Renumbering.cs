using System.Data.Common;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Gives a delivered complaint the right number of the centre. The wrong one stays in its event and is found by it.</summary>
internal static class Renumbering
{
    /// <summary>Condition on <c>complaints c</c>: it has the number, or had it. Read without an index, since it is asked seldom.</summary>
    public const string Bears = "(c.central_id = @CentralId OR c.number IN (SELECT e.number FROM events e WHERE e.kind = 'renumbered' AND e.reasons LIKE @Once))";

    /// <summary>What the event of such a correction holds. A number of the centre has neither quotes nor wildcards (<c>CentralNumber</c>).</summary>
    public static string? Once(string? centralId) => centralId is null ? null : $"%\"{centralId}\"%";

    public static MoveResult Apply(LedgerSession session, LedgerEvent renumbered, string was, string centralId)
    {
        if (EventLog.Has(session, renumbered.Id, renumbered.Number)) return MoveResult.Done;
        if (IsTaken(session, renumbered.Number, centralId)) return MoveResult.IdTaken;
        try
        {
            if (Change(session, renumbered, was, centralId) == 0) return MoveResult.Stale;
        }
        catch (DbException fault) when (session.IsTaken(fault) && !session.EndsGroup(fault))
        {
            return MoveResult.IdTaken;
        }

        Forget(session, renumbered);
        Transition.Note(session, renumbered.Number, (state, version) => renumbered with { Sequence = version, From = state, To = state });
        return MoveResult.Done;
    }

    // Where a task is under way or in doubt, it would be looked for at the wrong place.
    private static int Change(LedgerSession session, LedgerEvent renumbered, string was, string centralId) => session.Execute(
        """
        UPDATE complaints SET central_id = @centralId, central_status = NULL, closed = 0, read_due = @At
        WHERE number = @Number AND version = @Seen AND state = 'delivered' AND central_id = @was
          AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.number = complaints.number AND t.state IN ('running', 'unknown'))
        """,
        new { renumbered.Number, was, centralId, Seen = renumbered.Sequence - 1, At = Instant.Of(renumbered.At) });

    // It was another's. A row is left in any case, so that a look which is under way now cannot keep what it reads.
    private static void Forget(LedgerSession session, LedgerEvent renumbered)
    {
        var arguments = new { renumbered.Number, At = Instant.Of(renumbered.At) };
        var forgotten = session.Execute(
            """
            UPDATE readings SET version = version + 1, looked = @At, changed = NULL, closed = NULL, failures = 0, trouble = NULL, fingerprint = NULL, content = NULL
            WHERE number = @Number
            """,
            arguments);
        if (forgotten == 0) session.Execute("INSERT INTO readings (number, version, since, looked, failures) VALUES (@Number, 1, @At, @At, 0)", arguments);
    }

    // Looked up, since not every server has the index that would refuse it.
    private static bool IsTaken(LedgerSession session, string number, string id) => session.ExecuteScalar<long>(
        """
        SELECT count(*) FROM complaints
        WHERE central_id = @id AND number <> @number AND destination = (SELECT destination FROM complaints WHERE number = @number)
        """,
        new { id, number }) > 0;
}
