using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Relay;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>Takes a wake-up from the queue to the forwarder, and acknowledges only after a durable outcome.</summary>
internal sealed class Consumer(Node node, Forwarder forwarder)
{
    private readonly SimulatedBroker broker = node.World.Broker;

    private DateTimeOffset Now => node.World.Clock.Now;

    public async Task StepAsync()
    {
        if (broker.Take(Now) is not { } number) return;
        var self = node.World.Running;
        node.World.Witness.Took(self, number);
        try
        {
            if (node.World.Mutant.Has(GatewayFault.AcknowledgesFirst)) await AcknowledgeAsync(number);
            var result = await forwarder.ForwardAsync(number, default);
            switch (result)
            {
                case { Verdict: ForwardVerdict.NotYet, Until: { } until }:
                    broker.Return(number, node.World.Clock.TrueTimeOf(until));
                    break;
                case { Verdict: ForwardVerdict.UnknownNumber }:
                    broker.Bury(number);
                    break;
                default:
                    await AcknowledgeAsync(number);
                    break;
            }
        }
        catch (Exception exception) when (exception is LedgerUnavailableException or BrokerUnavailableException)
        {
            broker.Return(number, Now);
            throw;
        }
    }

    private Task AcknowledgeAsync(string number) => node.Ask(Seam.Acknowledge, "Acknowledge", call =>
    {
        node.World.Witness.Acknowledged(call.Actor, number);
        broker.Acknowledge(number);
        return true;
    });
}
