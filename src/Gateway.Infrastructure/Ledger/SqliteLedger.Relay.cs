using Dapper;
using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

// Relay: which wake-ups are still to be published. (Outbox)
public sealed partial class SqliteLedger
{
    private const string Unpublished = "c.published IS NULL AND c.state IN ('queued', 'retrying') AND c.destination = @destination AND c.wish IS NULL";

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
        connection => connection.ExecuteScalar<int>(
            "SELECT count(*) FROM complaints WHERE published IS NOT NULL AND state IN ('queued', 'retrying') AND destination = @destination",
            new { destination }),
        ct);

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
        connection => connection.Execute(
            "UPDATE complaints SET published = NULL WHERE published IS NOT NULL AND state IN ('queued', 'retrying') AND published < @before",
            new { before = Instant.Of(before) }),
        ct);

    /// <summary>Agencies that wait, found by leaps over the index, so that a long queue of one costs nothing.</summary>
    private static IEnumerable<string> Agencies(SqliteConnection connection, string destination)
    {
        var agency = "";
        while ((agency = connection.ExecuteScalar<string?>(
                   $"SELECT c.agency FROM complaints c WHERE {Unpublished} AND c.agency > @agency ORDER BY c.agency LIMIT 1",
                   new { destination, agency })) is not null)
            yield return agency;
    }

    private static List<StoredComplaint> Waiting(SqliteConnection connection, string destination, string agency, long now, int limit)
    {
        var arguments = new { destination, agency, now, limit };
        var mine = $"{StoredComplaint.Select} WHERE {Unpublished} AND c.agency = @agency";
        const string order = "ORDER BY c.ready_at, c.position LIMIT @limit";
        return
        [
            .. connection.Query<StoredComplaint>($"{mine} AND c.state = 'queued' {order}", arguments)
                .Concat(connection.Query<StoredComplaint>($"{mine} AND c.state = 'retrying' AND c.ready_at <= @now {order}", arguments))
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
