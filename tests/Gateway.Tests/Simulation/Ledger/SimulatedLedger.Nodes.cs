using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// Nodes: who lives, and who does what for all.
internal sealed partial class SimulatedLedger
{
    private readonly SortedDictionary<string, NodeRow> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Node, long Token)> duties = [];

    /// <summary>More than one is known: one may be waiting for another, which may be dead.</summary>
    public bool HasSeveralNodes => nodes.Count > 1;

    /// <summary>Those that are known, the dead ones among them.</summary>
    public int NodeCount => nodes.Count;

    public bool Knows(string node) => nodes.ContainsKey(node);

    public (string Node, long Token) Duty(string name) => duties.GetValueOrDefault(name);

    public Task BeatAsync(string node, string name, DateTimeOffset at, CancellationToken ct) => Atomically(() =>
        nodes[node] = new NodeRow(node, name, nodes.TryGetValue(node, out var known) ? known.Beat + 1 : 1, at));

    public Task<IReadOnlyList<NodeRow>> NodesAsync(CancellationToken ct) => Atomically<IReadOnlyList<NodeRow>>(() => [.. nodes.Values]);

    public Task<bool> RetireAsync(string node, long beat, CancellationToken ct) =>
        Atomically(() => nodes.TryGetValue(node, out var known) && known.Beat == beat && nodes.Remove(node));

    public Task<long?> TakeDutyAsync(string duty, string node, DateTimeOffset at, CancellationToken ct) => Atomically<long?>(() =>
    {
        var isKnown = duties.TryGetValue(duty, out var held);
        if (isKnown && held.Node == node) return held.Token;
        if (!nodes.ContainsKey(node) || (isKnown && nodes.ContainsKey(held.Node))) return null;
        duties[duty] = (node, held.Token + 1);
        return held.Token + 1;
    });

    public Task LeaveDutyAsync(string duty, string node, CancellationToken ct) => Atomically(() =>
    {
        if (Duty(duty).Node == node) duties[duty] = ("", Duty(duty).Token);
    });
}
