using Gateway.Tests.Simulation.Ledger;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>A deliberate fault of the world, to show that the promises bite. None for a true world.</summary>
/// <param name="Ledger">What the ledger gets wrong.</param>
/// <param name="Gateway">What the gateway gets wrong.</param>
internal sealed record Mutant(LedgerFault Ledger = LedgerFault.None, GatewayFault Gateway = GatewayFault.None)
{
    public static Mutant None { get; } = new();

    public bool Has(GatewayFault fault) => (Gateway & fault) != 0;
}
