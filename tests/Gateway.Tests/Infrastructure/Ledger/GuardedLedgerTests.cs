using Dapper;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Ledger;
using Gateway.Tests.Suites;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>
/// The contract of the ledger without the unique indexes that some servers refuse: the statements look for themselves whether a key is
/// free. Tried on SQLite, whose writer is alone as the one is that has its turn on SQL Server.
/// </summary>
internal sealed class GuardedLedgerTests : LedgerSuite
{
    private readonly LedgerFolder _folder = new();

    protected override async Task<ILedger> OpenAsync()
    {
        var ledger = await _folder.OpenAsync();
        using var connection = new SqliteConnections(_folder.Options).Open();
        connection.Execute("DROP INDEX items_occurrence; DROP INDEX items_place; DROP INDEX complaints_central_id; DROP INDEX reporter_index_identifies");
        return ledger;
    }

    protected override Task CleanAsync() => _folder.CleanAsync();
}
