using Gateway.Core.Forwarding;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>The delivery journal as one node sees it: a disk of its own.</summary>
internal sealed class NodeJournal(Node node) : IDeliveryJournal
{
    public Task AppendAsync(JournalEntry entry) => node.Ask(Seam.Journal, "AppendJournal", _ =>
    {
        var isLeftOut = entry.Outcome is null && node.World.Mutant.Has(GatewayFault.JournalsOnlyEnds);
        if (!isLeftOut) node.World.Journal.Add(entry);
        return true;
    });
}
