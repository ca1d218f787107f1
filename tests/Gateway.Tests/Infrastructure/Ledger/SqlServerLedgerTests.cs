using Gateway.Core.Ledger;
using Gateway.Tests.Suites;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>The contract of the ledger, kept by SQL Server. Needs a database of its own in <c>GATEWAY_TEST_SQLSERVER</c>; skipped aloud without it.</summary>
[Category("SqlServer")]
[NonParallelizable]
internal sealed class SqlServerLedgerTests : LedgerSuite
{
    protected override async Task<ILedger> OpenAsync() => await SqlServerDatabase.OpenEmptyAsync();
}
