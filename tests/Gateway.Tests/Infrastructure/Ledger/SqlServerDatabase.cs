using Dapper;
using Gateway.Infrastructure.Ledger;
using Microsoft.Data.SqlClient;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>
/// The database that <c>GATEWAY_TEST_SQLSERVER</c> names. It is emptied before each test, and never when it holds a ledger that no test
/// has made.
/// </summary>
internal static class SqlServerDatabase
{
    private const string Marker = "gateway_test_database";

    public static async Task<SqlServerLedger> OpenEmptyAsync()
    {
        var options = Options();
        SqlServerMigrations.Apply(options.ConnectionString);
        await using (var connection = new SqlConnection(options.ConnectionString)) Empty(connection);
        return await SqlServerLedger.OpenAsync(options, CancellationToken.None);
    }

    /// <summary>One more node on what the first has written.</summary>
    public static Task<SqlServerLedger> OpenBesideAsync() => SqlServerLedger.OpenAsync(Options(), CancellationToken.None);

    private static SqlServerLedgerOptions Options()
    {
        var connectionString = Environment.GetEnvironmentVariable("GATEWAY_TEST_SQLSERVER");
        if (string.IsNullOrWhiteSpace(connectionString))
            Assert.Ignore("SQL Server was not tried: GATEWAY_TEST_SQLSERVER holds no connection string of an empty database.");
        return new SqlServerLedgerOptions { ConnectionString = connectionString! };
    }

    private static void Empty(SqlConnection connection)
    {
        var marked = connection.ExecuteScalar<int>("SELECT count(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = @Marker", new { Marker }) > 0;
        if (!marked)
        {
            if (connection.ExecuteScalar<int>("SELECT count(*) FROM items") > 0)
                throw new InvalidOperationException("The database in GATEWAY_TEST_SQLSERVER holds a ledger that no test made. Give an empty one.");
            connection.Execute($"CREATE TABLE {Marker} (id bigint NOT NULL)");
        }

        // Those that point to others go first: in the order of the migrations a table points only to earlier ones.
        foreach (var table in TransactSqlGrammar.Schema.Keys.Reverse().Where(table => table != "ledger_turn")) connection.Execute($"DELETE FROM {table}");
    }
}
