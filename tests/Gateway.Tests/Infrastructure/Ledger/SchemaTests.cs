using Dapper;
using Gateway.Infrastructure.Ledger;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>Both databases have the same tables and columns, so that one statement means the same in each.</summary>
internal sealed class SchemaTests
{
    // What SQL Server has besides: the turn of the writers.
    private static readonly string[] Besides = ["ledger_turn.id", "ledger_turn.turn"];

    private readonly LedgerFolder _folder = new();

    [TearDown]
    public Task Clean() => _folder.CleanAsync();

    [Test]
    public async Task TheMigrationsOfBothDialectsMakeTheSameColumns()
    {
        await using var ledger = await _folder.OpenAsync();
        using var connection = new SqliteConnections(_folder.Options).OpenReader();

        var sqlite = connection.Query<string>(
            """
            SELECT t.name || '.' || c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
            WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite%' AND t.name <> 'SchemaVersions'
            """);

        var sqlServer = TransactSqlGrammar.Schema.SelectMany(table => table.Value.Select(column => $"{table.Key}.{column}"));
        Assert.That(sqlServer.Except(Besides), Is.EquivalentTo(sqlite));
    }
}
