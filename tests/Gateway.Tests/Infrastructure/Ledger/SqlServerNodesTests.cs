using Gateway.Core.Ledger;
using Gateway.Tests.Suites;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>Two nodes on one SQL Server.</summary>
[Category("SqlServer")]
[NonParallelizable]
internal sealed class SqlServerNodesTests : NodesSuite
{
    protected override async Task<ILedger> OpenAsync() => await SqlServerDatabase.OpenEmptyAsync();

    protected override async Task<ILedger> OpenBesideAsync() => await SqlServerDatabase.OpenBesideAsync();
}
