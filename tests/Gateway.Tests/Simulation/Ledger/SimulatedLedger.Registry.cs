using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;

namespace Gateway.Tests.Simulation.Ledger;

// Destinations, registry and what is remembered of sources.
internal sealed partial class SimulatedLedger
{
    public Task<IReadOnlyList<DestinationRow>> DestinationsAsync(CancellationToken ct) =>
        Atomically<IReadOnlyList<DestinationRow>>(() => [.. destinations.Values.OrderBy(row => row.Key, StringComparer.Ordinal)]);

    public Task<DestinationRow?> DestinationAsync(string key, CancellationToken ct) => Atomically(() => destinations.GetValueOrDefault(key));

    public Task<bool> WriteAsync(DestinationRow row, CancellationToken ct) => Atomically(() =>
    {
        if ((destinations.GetValueOrDefault(row.Key)?.Version ?? 0) != row.Version) return false;
        destinations[row.Key] = row with { Version = row.Version + 1 };
        return true;
    });

    public Task<Registry?> RegistryAsync(CancellationToken ct) => Atomically(() => registry);

    public Task<int> RegistryVersionAsync(CancellationToken ct) => Atomically(() => registry?.Version ?? 0);

    public Task<bool> WriteAsync(Registry registry, string actor, DateTimeOffset at, CancellationToken ct) => Atomically(() =>
    {
        if (registry.Version != (this.registry?.Version ?? 0) + 1) return false;
        this.registry = registry;
        return true;
    });

    public Task<string?> GetAsync(string channel, string key, CancellationToken ct) =>
        Atomically(() => book.TryGetValue(channel, out var page) ? page.GetValueOrDefault(key) : null);

    public Task<IReadOnlyDictionary<string, string>> FindAsync(string channel, string prefix, CancellationToken ct) =>
        Atomically<IReadOnlyDictionary<string, string>>(() =>
            !book.TryGetValue(channel, out var page)
                ? new Dictionary<string, string>()
                : page.Where(line => line.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal));

    public Task PutAsync(string channel, IReadOnlyDictionary<string, string> values, CancellationToken ct) => Atomically(() =>
    {
        if (!book.TryGetValue(channel, out var page)) book[channel] = page = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in values) page[key] = value;
    });
}
