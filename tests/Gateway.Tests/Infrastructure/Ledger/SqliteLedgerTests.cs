using Gateway.Core.Ledger;
using Gateway.Tests.Suites;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>The contract of the ledger, kept by SQLite.</summary>
internal sealed class SqliteLedgerTests : LedgerSuite
{
    private readonly LedgerFolder _folder = new();

    protected override async Task<ILedger> OpenAsync() => await _folder.OpenAsync();

    protected override Task CleanAsync() => _folder.CleanAsync();
}
