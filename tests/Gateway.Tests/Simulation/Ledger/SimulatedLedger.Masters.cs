using Gateway.Core.Masters;

namespace Gateway.Tests.Simulation.Ledger;

// Lists of the centres.
internal sealed partial class SimulatedLedger
{
    private readonly List<MasterSet> masters = [];

    public Task<MasterSet?> MastersAsync(string destination, MasterList list, int? version, CancellationToken ct) => Atomically(() =>
        masters.LastOrDefault(set => set.Destination == destination && set.List == list && (version is null || set.Version == version)));

    public Task<bool> KeepMastersAsync(MasterSet set, CancellationToken ct) => Atomically(() =>
    {
        var versions = masters.Where(kept => kept.Destination == set.Destination && kept.List == set.List).ToList();
        if (set.Version != versions.Count + 1) return versions.Any(kept => kept with { Entries = set.Entries } == set && kept.Entries.SequenceEqual(set.Entries));
        masters.Add(set);
        return true;
    });
}
