using Gateway.Core.Ledger;
using Gateway.Tests.Suites;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>Two processes on one SQLite file, as at an upgrade: its own lock makes them take turns.</summary>
internal sealed class SqliteNodesTests : NodesSuite
{
    private readonly LedgerFolder _folder = new();

    protected override async Task<ILedger> OpenAsync() => await _folder.OpenAsync();

    protected override async Task<ILedger> OpenBesideAsync() => await _folder.OpenAsync();

    protected override Task CleanAsync() => _folder.CleanAsync();
}
