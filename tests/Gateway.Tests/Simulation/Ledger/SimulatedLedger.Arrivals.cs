using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// Rounds and raw items.
internal sealed partial class SimulatedLedger
{
    public Task OpenRoundAsync(RoundRow round, CancellationToken ct) => Atomically(() => rounds.TryAdd(round.Id, round));

    public Task CloseRoundAsync(string round, DateTimeOffset at, CancellationToken ct) => Atomically(() =>
    {
        if (rounds.TryGetValue(round, out var row) && row.Closed is null) rounds[round] = row with { Closed = at };
    });

    public Task<IReadOnlyList<RoundRow>> OpenRoundsAsync(string node, CancellationToken ct) => Atomically<IReadOnlyList<RoundRow>>(() =>
        [.. rounds.Values.Where(round => round.Closed is null && MayTake(round.Node, node) && !arrivals.Values.Any(arrival => !arrival.Done && arrival.Round == round.Id))]);

    public Task<RoundRow?> RoundAsync(string id, CancellationToken ct) => Atomically(() => rounds.GetValueOrDefault(id));

    public Task KeepAsync(ArrivalRow arrival, CancellationToken ct) => Atomically(() => Keep(arrival));

    public Task<int?> CountTryAsync(string arrival, string node, CancellationToken ct) => Atomically<int?>(() =>
    {
        if (!arrivals.TryGetValue(arrival, out var row) || row.Done || !MayTake(row.Node, node)) return null;
        arrivals[arrival] = row with { Tries = row.Tries + 1, Node = node };
        return row.Tries + 1;
    });

    public Task<IReadOnlyList<ArrivalRow>> UnfinishedArrivalsAsync(string node, int limit, CancellationToken ct) =>
        Atomically<IReadOnlyList<ArrivalRow>>(() => [.. arrivals.Values.Where(arrival => !arrival.Done && MayTake(arrival.Node, node)).Take(limit)]);

    public Task<ArrivalRow?> ArrivalAsync(string id, CancellationToken ct) => Atomically(() => arrivals.GetValueOrDefault(id));

    private bool MayTake(string? owner, string node) => owner is null || owner == node || !nodes.ContainsKey(owner) || Breaks(LedgerFault.TakesOthersArrivals);

    private void Keep(ArrivalRow arrival) => arrivals.TryAdd(arrival.Id, arrival);
}
