using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Items and the quarantine. (Invalid Message Channel)
public abstract partial class SqlLedger
{
    private const string Fixed = "fixed";

    public Task<IReadOnlyList<ItemRow>> ItemsOfAsync(string arrival, CancellationToken ct) =>
        ListItemsAsync("WHERE i.arrival = @arrival ORDER BY i.position", new { arrival }, ct);

    public Task<ItemRow?> ItemAsync(string id, CancellationToken ct) => ReadAsync(
        session => StoredItem.Of(session, "WHERE i.id = @id", new { id }).SingleOrDefault(), ct);

    public Task<IReadOnlyList<ItemRow>> ItemsAsync(ItemOutcome outcome, string? channel, bool resolved, int limit, CancellationToken ct) =>
        ListItemsAsync(
            $"""
            WHERE i.outcome = @outcome {(channel is null ? "" : "AND i.channel = @channel")}
            {(resolved || outcome is not (ItemOutcome.Quarantined or ItemOutcome.FollowUp) ? "" : "AND i.resolved IS NULL")}
            ORDER BY i.position LIMIT @limit
            """,
            new { outcome = Words.Of(outcome), channel, limit },
            ct);

    public Task<bool> ResolveItemAsync(
        string id, string resolution, string actor, string reason, DateTimeOffset at, ItemEntry? mended, CancellationToken ct) => WriteAsync(
        session =>
        {
            var arguments = new { id, resolution, actor, reason, at = Instant.Of(at) };
            session.Save("resolve");
            var resolved = Resolve(session, id, resolution, actor, reason, at);
            if (resolved && mended is not null && Recording.Record(session, mended) == RecordResult.Conflict)
            {
                // The matter came in by another way meanwhile: the item stays open for a second look.
                session.RollBackTo("resolve");
                resolved = false;
            }
            else if (!resolved)
            {
                // The same resolution again, after its answer was lost.
                resolved = session.ExecuteScalar<long>(
                    """
                    SELECT count(*) FROM items
                    WHERE id = @id AND resolved = @resolution AND resolved_by = @actor AND resolved_reason = @reason AND resolved_at = @at
                    """,
                    arguments) == 1;
            }

            session.Release("resolve");
            return resolved;
        },
        ct);

    /// <summary>An item that was mended counts as what it became, not as quarantined.</summary>
    public Task<IReadOnlyList<(string Channel, ItemOutcome Outcome, long Count)>> SumsAsync(CancellationToken ct) =>
        ReadAsync<IReadOnlyList<(string, ItemOutcome, long)>>(
            session =>
            [
                .. session.Query<(string Channel, string Outcome, long Count)>(
                    """
                    SELECT channel, outcome, count(*) FROM items WHERE resolved IS NULL OR resolved <> @Fixed
                    GROUP BY outcome, channel ORDER BY channel, outcome
                    """,
                    new { Fixed }).Select(sum => (sum.Channel, Words.To<ItemOutcome>(sum.Outcome), sum.Count)),
            ],
            ct);

    private static bool Resolve(LedgerSession session, string id, string resolution, string actor, string reason, DateTimeOffset at) => session.Execute(
        """
        UPDATE items SET resolved = @resolution, resolved_by = @actor, resolved_reason = @reason, resolved_at = @at
        WHERE id = @id AND outcome IN ('quarantined', 'ignored', 'followup') AND resolved IS NULL
        """,
        new { id, resolution, actor, reason, at = Instant.Of(at) }) == 1;

    private Task<IReadOnlyList<ItemRow>> ListItemsAsync(string where, object arguments, CancellationToken ct) =>
        ReadAsync(session => StoredItem.Of(session, where, arguments), ct);
}
