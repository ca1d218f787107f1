using Gateway.Contracts.Messages;
using Gateway.Core.Relay;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>The broker as one node sees it.</summary>
internal sealed class NodeBroker(Node node) : IBroker
{
    public bool IsConnected => node.World.Clock.Now >= node.World.Broker.AwayUntil;

    public Task PublishAsync(ComplaintRecorded message, CancellationToken ct) => node.Ask(Seam.Publish, "Publish", call =>
    {
        var now = node.World.Clock.Now;
        if (call.Way != "lost-message") node.World.Broker.Put(message.Number, call.Way == "delayed" ? now + TimeSpan.FromMinutes(7) : now);
        if (call.Way == "doubled") node.World.Broker.Put(message.Number, now);
        return true;
    });
}
