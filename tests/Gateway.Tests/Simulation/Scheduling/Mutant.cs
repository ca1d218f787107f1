using Gateway.Tests.Simulation.Ledger;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>A deliberate fault of the world, to show that the promises bite. None for a true world.</summary>
/// <param name="Ledger">What the ledger gets wrong.</param>
/// <param name="Gateway">What the gateway gets wrong.</param>
/// <param name="IsUnwatched">Nobody looks around between two steps: only the centre and the end of the schedule tell.</param>
internal sealed record Mutant(LedgerFault Ledger = LedgerFault.None, GatewayFault Gateway = GatewayFault.None, bool IsUnwatched = false)
{
    public static Mutant None { get; } = new();

    public bool Has(GatewayFault fault) => (Gateway & fault) != 0;
}
