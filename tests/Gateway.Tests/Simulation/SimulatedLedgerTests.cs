using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Suites;

namespace Gateway.Tests.Simulation;

/// <summary>The contract of the ledger, kept by the one in memory: what the simulation proves holds for ledgers that pass this suite.</summary>
internal sealed class SimulatedLedgerTests : LedgerSuite
{
    protected override Task<ILedger> OpenAsync() => Task.FromResult<ILedger>(new SimulatedLedger());
}
