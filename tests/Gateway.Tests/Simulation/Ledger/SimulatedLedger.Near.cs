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

    // A duplicate of what does not go either would be a matter that nobody sends.
    private bool LeadsNowhere(Move move) =>
        move is { To: ComplaintState.Duplicate, By: ActorKind.Person }
        && (move.LinkTo is not { } first || first == move.Number || complaints.GetValueOrDefault(first) is not { State: not (ComplaintState.Discarded or ComplaintState.Duplicate) });

    private void ReturnDuplicates(Move discarding)
    {
        foreach (var row in complaints.Values.Where(row => row.State == ComplaintState.Duplicate && row.LinkTo == discarding.Number).OrderBy(row => row.Position).ToList())
            Apply(row, Orphan.Returns(row.Number, row.Version, discarding));
    }
}
