using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Relay: which wake-ups are still to be published. (Outbox)
public abstract partial class SqlLedger
{
    public Task<IReadOnlyList<ComplaintRow>> UnpublishedAsync(string destination, DateTimeOffset now, int limit, CancellationToken ct) =>
        ReadAsync(
            session =>
            {
                var waiting = Agencies(session, destination)
                    .Select(agency => Waiting(session, destination, agency, Instant.Of(now), limit))
                    .ToList();
                return Strangers.Known(InTurn(waiting).Take(limit), stored => stored.ToRow());
            },
            ct);

    public Task<int> PublishedUnclaimedAsync(string destination, CancellationToken ct) => ReadAsync(
        session => session.ExecuteScalar<int>(Queries.PublishedUnclaimed, new { destination }), ct);

    public Task MarkPublishedAsync(IReadOnlyList<(string Number, int Version)> published, DateTimeOffset at, CancellationToken ct) => WriteAsync(
        session =>
        {
            foreach (var (number, version) in published)
                session.Execute(
                    """
                    UPDATE complaints SET published = @at
                    WHERE number = @number AND version = @version AND state IN ('queued', 'retrying') AND published IS NULL
                    """,
                    new { number, version, at = Instant.Of(at) });
        },
        ct);

    public Task<int> ForgetPublishedAsync(DateTimeOffset before, DateTimeOffset after, CancellationToken ct) => WriteAsync(
        session => session.Execute(Queries.ForgetPublished, new { before = Instant.Of(before), after = Instant.Of(after) }), ct);

    private static IEnumerable<string> Agencies(LedgerSession session, string destination)
    {
        var agency = "";
        while ((agency = session.ExecuteScalar<string?>(Queries.NextUnpublishedAgency, new { destination, agency })) is not null)
            yield return agency;
    }

    private static List<StoredComplaint> Waiting(LedgerSession session, string destination, string agency, long now, int limit)
    {
        var arguments = new { destination, agency, now, limit };
        return
        [
            .. session.Query<StoredComplaint>(Queries.UnpublishedQueued, arguments)
                .Concat(session.Query<StoredComplaint>(Queries.UnpublishedDue, arguments))
                .OrderBy(stored => stored.ReadyAt).ThenBy(stored => stored.Position),
        ];
    }

    /// <summary>The first of each agency, then the second of each, and so on; within a turn who waits longest goes first.</summary>
    private static IEnumerable<StoredComplaint> InTurn(List<List<StoredComplaint>> waiting)
    {
        for (var turn = 0; turn < waiting.Select(mine => mine.Count).DefaultIfEmpty().Max(); turn++)
            foreach (var next in waiting.Where(mine => mine.Count > turn).Select(mine => mine[turn]).OrderBy(stored => stored.ReadyAt).ThenBy(stored => stored.Position))
                yield return next;
    }
}
