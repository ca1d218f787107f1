using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Arrivals: raw items as they were kept before anybody read them.
public abstract partial class SqlLedger
{
    public Task KeepAsync(ArrivalRow arrival, CancellationToken ct) => WriteAsync(session => Recording.Keep(session, arrival), ct);

    public Task<int?> CountTryAsync(string arrival, string node, CancellationToken ct) => WriteAsync<int?>(
        session => session.Execute($"UPDATE arrivals SET tries = tries + 1, node = @node WHERE id = @arrival AND done = 0 AND {Queries.MayTake}", new { arrival, node }) == 1
            ? session.ExecuteScalar<int>("SELECT tries FROM arrivals WHERE id = @arrival", new { arrival })
            : null,
        ct);

    public Task<IReadOnlyList<ArrivalRow>> UnfinishedArrivalsAsync(string node, int limit, CancellationToken ct) => ReadAsync<IReadOnlyList<ArrivalRow>>(
        session =>
        [
            .. session.Query<StoredArrival>(Queries.UnfinishedArrivals, new { node, limit })
                .Select(stored => stored.ToRow()),
        ],
        ct);

    public Task<ArrivalRow?> ArrivalAsync(string id, CancellationToken ct) => ReadAsync(
        session => session.QuerySingleOrDefault<StoredArrival>($"{StoredArrival.Select} WHERE id = @id", new { id })?.ToRow(), ct);
}
