using Dapper;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Arrivals: raw items as they were kept before anybody read them.
public sealed partial class SqliteLedger
{
    public Task KeepAsync(ArrivalRow arrival, CancellationToken ct) => WriteAsync(connection => Recording.Keep(connection, arrival), ct);

    public Task<int> CountTryAsync(string arrival, CancellationToken ct) => WriteAsync(
        connection => connection.ExecuteScalar<int?>("UPDATE arrivals SET tries = tries + 1 WHERE id = @arrival RETURNING tries", new { arrival })
            ?? throw new InvalidOperationException($"The ledger has no arrival '{arrival}'."),
        ct);

    public Task<IReadOnlyList<ArrivalRow>> UnfinishedArrivalsAsync(int limit, CancellationToken ct) => ReadAsync<IReadOnlyList<ArrivalRow>>(
        connection =>
        [
            .. connection.Query<StoredArrival>(Queries.UnfinishedArrivals, new { limit })
                .Select(stored => stored.ToRow()),
        ],
        ct);

    public Task<ArrivalRow?> ArrivalAsync(string id, CancellationToken ct) => ReadAsync(
        connection => connection.QuerySingleOrDefault<StoredArrival>($"{StoredArrival.Select} WHERE id = @id", new { id })?.ToRow(), ct);
}
