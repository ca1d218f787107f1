using Dapper;
using Gateway.Infrastructure.Ledger;
using Microsoft.Data.SqlClient;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>A ledger on SQL Server for tests. Its database is emptied before each test, and never when it holds anything that no test has made.</summary>
internal static class SqlServerDatabase
{
    private const string Marker = "gateway_test_database";

    public static async Task<SqlServerLedger> OpenEmptyAsync()
    {
        var options = SqlServerPlace.Options();
        await using (var connection = new SqlConnection(options.ConnectionString))
        {
            Claim(connection);
            SqlServerMigrations.Apply(options.ConnectionString);
            Empty(connection);
        }

        return await SqlServerLedger.OpenAsync(options, CancellationToken.None);
    }

    /// <summary>One more node on what the first has written.</summary>
    public static Task<SqlServerLedger> OpenBesideAsync() => SqlServerLedger.OpenAsync(SqlServerPlace.Options(), CancellationToken.None);

    // A table that only tests make says whose the database is.
    private static void Claim(SqlConnection connection)
    {
        var tables = connection.Query<string>("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE'").ToList();
        if (tables.Contains(Marker, StringComparer.OrdinalIgnoreCase)) return;
        if (tables.Count > 0)
            throw new InvalidOperationException($"The database of GATEWAY_TEST_SQLSERVER holds tables that no test made, '{tables[0]}' among them. Name an empty one, or none: then the tests make one and drop it.");
        connection.Execute($"CREATE TABLE {Marker} (id bigint NOT NULL)");
    }

    private static void Empty(SqlConnection connection)
    {
        foreach (var table in TransactSqlGrammar.PointingFirst().Where(table => table != "ledger_turn")) connection.Execute($"DELETE FROM {table}");
    }
}
