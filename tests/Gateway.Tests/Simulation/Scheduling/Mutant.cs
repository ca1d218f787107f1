using Gateway.Tests.Simulation.Ledger;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>A deliberate fault of the world, to show that the promises bite. None for a true world.</summary>
/// <param name="Ledger">What the ledger gets wrong.</param>
/// <param name="TellsFirst">Sources are told before the receipt.</param>
/// <param name="NeverAbandons">A call that could not leave in time leaves all the same.</param>
internal sealed record Mutant(LedgerFault Ledger = LedgerFault.None, bool TellsFirst = false, bool NeverAbandons = false)
{
    public static Mutant None { get; } = new();
}
