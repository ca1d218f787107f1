using Gateway.Core.Forwarding;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>The delivery journal as one node sees it: a disk of its own.</summary>
internal sealed class NodeJournal(Node node) : IDeliveryJournal
{
    private readonly JournaledCreates creates = new();
    private int read;

    public Task AppendAsync(JournalEntry entry) => node.Ask(Seam.Journal, "AppendJournal", _ =>
    {
        var isLeftOut = entry.Outcome is null && node.World.Mutant.Has(GatewayFault.JournalsOnlyEnds);
        if (!isLeftOut) node.World.Journal.Add(entry);
        return true;
    });

    // What the process has in its memory: no call that could fail.
    public Task<IReadOnlyList<JournaledCreate>> CreatesOfAsync(IReadOnlyList<string> numbers)
    {
        for (; read < node.World.Journal.Count; read++) creates.Add(node.World.Journal[read]);
        return Task.FromResult<IReadOnlyList<JournaledCreate>>([.. numbers.SelectMany(creates.Of)]);
    }
}
