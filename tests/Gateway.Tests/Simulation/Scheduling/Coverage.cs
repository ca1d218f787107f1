namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>Which fault met which step, how often. A fault that never struck proves nothing.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<(string Step, string Fault), int> counts = [];

    public IReadOnlyDictionary<(string Step, string Fault), int> Counts => counts;

    public void Count(string step, string fault) => Add((step, fault), 1);

    public void Add(Coverage other)
    {
        foreach (var (key, count) in other.counts) Add(key, count);
    }

    /// <summary>One line per step: each fault with its count.</summary>
    public IEnumerable<string> Lines() =>
        from entry in counts
        group entry by entry.Key.Step into step
        orderby step.Key
        select $"{step.Key}: {string.Join(", ", step.OrderBy(entry => entry.Key.Fault).Select(entry => $"{entry.Key.Fault} {entry.Value}"))}";

    private void Add((string Step, string Fault) key, int count) => counts[key] = counts.GetValueOrDefault(key) + count;
}
