using Dapper;
using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

// Relay: which wake-ups are still to be published. (Outbox)
public sealed partial class SqliteLedger
{
    public Task<IReadOnlyList<ComplaintRow>> UnpublishedAsync(string destination, DateTimeOffset now, int limit, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<ComplaintRow>>(
            connection =>
            {
                var waiting = Agencies(connection, destination)
                    .Select(agency => Waiting(connection, destination, agency, Instant.Of(now), limit))
                    .ToList();
                return [.. InTurn(waiting).Take(limit).Select(stored => stored.ToRow())];
            },
            ct);

    public Task<int> PublishedUnclaimedAsync(string destination, CancellationToken ct) => ReadAsync(
        connection => connection.ExecuteScalar<int>(Queries.PublishedUnclaimed, new { destination }), ct);

    public Task MarkPublishedAsync(IReadOnlyList<(string Number, int Version)> published, DateTimeOffset at, CancellationToken ct) => WriteAsync(
        connection =>
        {
            foreach (var (number, version) in published)
                connection.Execute(
                    """
                    UPDATE complaints SET published = @at
                    WHERE number = @number AND version = @version AND state IN ('queued', 'retrying') AND published IS NULL
                    """,
                    new { number, version, at = Instant.Of(at) });
        },
        ct);

    public Task<int> ForgetPublishedAsync(DateTimeOffset before, CancellationToken ct) => WriteAsync(
        connection => connection.Execute(Queries.ForgetPublished, new { before = Instant.Of(before) }), ct);

    private static IEnumerable<string> Agencies(SqliteConnection connection, string destination)
    {
        var agency = "";
        while ((agency = connection.ExecuteScalar<string?>(Queries.NextUnpublishedAgency, new { destination, agency })) is not null)
            yield return agency;
    }

    private static List<StoredComplaint> Waiting(SqliteConnection connection, string destination, string agency, long now, int limit)
    {
        var arguments = new { destination, agency, now, limit };
        return
        [
            .. connection.Query<StoredComplaint>(Queries.UnpublishedQueued, arguments)
                .Concat(connection.Query<StoredComplaint>(Queries.UnpublishedDue, arguments))
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
