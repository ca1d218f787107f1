using System.Runtime.InteropServices;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>Which fault met which step, how often. A fault that never struck proves nothing.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<(string Step, string Fault), int> counts = [];

    public IReadOnlyDictionary<(string Step, string Fault), int> Counts => counts;

    public void Count(string step, string fault) => Add((step, fault), 1);

    public int Of(string step, string fault) => counts.GetValueOrDefault((step, fault));

    public void Add(Coverage other)
    {
        foreach (var (key, count) in other.counts) Add(key, count);
    }

    private void Add((string Step, string Fault) key, int count) => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += count;
}
