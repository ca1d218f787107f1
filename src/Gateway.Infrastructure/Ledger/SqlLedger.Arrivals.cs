using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Arrivals: raw items as they were kept before anybody read them.
public abstract partial class SqlLedger
{
    public Task KeepAsync(ArrivalRow arrival, CancellationToken ct) => WriteAsync(session => Recording.Keep(session, arrival), ct);

    public Task<int> CountTryAsync(string arrival, CancellationToken ct) => WriteAsync(
        session => session.Execute("UPDATE arrivals SET tries = tries + 1 WHERE id = @arrival", new { arrival }) == 1
            ? session.ExecuteScalar<int>("SELECT tries FROM arrivals WHERE id = @arrival", new { arrival })
            : throw new InvalidOperationException($"The ledger has no arrival '{arrival}'."),
        ct);

    public Task<IReadOnlyList<ArrivalRow>> UnfinishedArrivalsAsync(int limit, CancellationToken ct) => ReadAsync<IReadOnlyList<ArrivalRow>>(
        session =>
        [
            .. session.Query<StoredArrival>(Queries.UnfinishedArrivals, new { limit })
                .Select(stored => stored.ToRow()),
        ],
        ct);

    public Task<ArrivalRow?> ArrivalAsync(string id, CancellationToken ct) => ReadAsync(
        session => session.QuerySingleOrDefault<StoredArrival>($"{StoredArrival.Select} WHERE id = @id", new { id })?.ToRow(), ct);
}
