using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// What the gates have judged, and the values by which complaints of one matter find one another.
internal sealed partial class SimulatedLedger
{
    private readonly List<(string Number, IReadOnlyList<long> Bands)> judgements = [];

    public Task<NearRows> NearAsync(IReadOnlyList<long> bands, DateTimeOffset since, int most, CancellationToken ct) => Atomically(() => new NearRows(
        judgements.Count,
        [
            .. judgements.Select((judged, at) => (judged.Number, at, Shared: judged.Bands.Intersect(bands).Count()))
                .Where(judged => judged.Shared > 0 && complaints[judged.Number] is { State: not ComplaintState.Discarded } row && row.Seen >= since)
                .OrderByDescending(judged => judged.Shared).ThenByDescending(judged => judged.at)
                .Select(judged => complaints[judged.Number]).DistinctBy(row => row.Number).Take(most),
        ]));

    private bool IsOvertaken(Judgement knew) =>
        judgements.Skip((int)knew.UpTo).Any(judged => judged.Bands.Intersect(knew.Bands).Any() && !knew.Beside.Contains(judged.Number));
}
