using System.Globalization;
using Dapper;
using Gateway.Infrastructure.Ledger;
using Gateway.Tests.Support;
using Microsoft.Data.SqlClient;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>
/// Where the tests of SQL Server work: in the database that <c>GATEWAY_TEST_SQLSERVER</c> names, or in one that they make and drop when it
/// names none, or one that is not there yet.
/// </summary>
internal static class SqlServerPlace
{
    private const string Variable = "GATEWAY_TEST_SQLSERVER";
    private const string Master = "master";
    private const int DefaultPort = 1433;
    private const int NoSuchDatabase = 4060;
    private const int DatabaseInUse = 3702;

    private static readonly Lazy<string> Found = new(Find);

    private static string? _made;

    /// <summary>The options for it; skips the test aloud when no server is named.</summary>
    public static SqlServerLedgerOptions Options()
    {
        if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable)))
            Assert.Ignore($"SQL Server was not tried: {Variable} holds no connection string.");
        return new SqlServerLedgerOptions { ConnectionString = Found.Value };
    }

    /// <summary>The same by way of a wire that the test may cut; skips the test aloud when the server is not named by its port.</summary>
    /// <param name="settings">What the connection string says besides.</param>
    public static (CutWire Wire, SqlServerLedgerOptions Options) ByWire(string settings)
    {
        var options = new SqlConnectionStringBuilder($"{Options().ConnectionString};{settings}");
        var address = options.DataSource.Replace("tcp:", "", StringComparison.OrdinalIgnoreCase).Split(',');
        if (address[0].Contains('\\', StringComparison.Ordinal)) Assert.Ignore($"The wire was not cut: {Variable} names an instance; name its port.");
        var host = address[0] is "." or "(local)" or "localhost" ? "127.0.0.1" : address[0];
        var wire = new CutWire(address.Length > 1 ? int.Parse(address[1], CultureInfo.InvariantCulture) : DefaultPort, host);
        options.DataSource = $"127.0.0.1,{wire.Port}";
        // Its certificate names the server, and the wire is on this machine.
        options.TrustServerCertificate = true;
        return (wire, new SqlServerLedgerOptions { ConnectionString = options.ConnectionString });
    }

    /// <summary>Drops the database if the tests made it. What others still do there ends first.</summary>
    public static async Task LeaveAsync()
    {
        if (_made is not { } made) return;
        SqlConnection.ClearAllPools();
        await Eventually.HoldsAsync(() => Drop(made), $"database '{made}' of the tests could be dropped", TimeSpan.FromSeconds(30));
    }

    private static string Find()
    {
        var given = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable));
        var named = given.InitialCatalog is { Length: > 0 } name && !name.Equals(Master, StringComparison.OrdinalIgnoreCase);
        if (named && Exists(given)) return given.ConnectionString;

        var mine = named ? given.InitialCatalog : $"gateway_test_{Guid.NewGuid():N}";
        try
        {
            using var master = Open(Master);
            master.Execute($"CREATE DATABASE [{mine}]");
        }
        catch (SqlException refused) when (!named)
        {
            // It may hold one database alone, or the login may not make any: what it gives must be empty then, which is looked at before use.
            TestContext.Progress.WriteLine($"{Variable}: no database could be made ({refused.Message}) The tests take the one that the login is given.");
            return given.ConnectionString;
        }

        _made = mine;
        return new SqlConnectionStringBuilder(given.ConnectionString) { InitialCatalog = mine }.ConnectionString;
    }

    private static bool Exists(SqlConnectionStringBuilder given)
    {
        try
        {
            using var connection = Open(given.InitialCatalog);
            return true;
        }
        catch (SqlException fault) when (fault.Errors.Cast<SqlError>().Any(error => error.Number == NoSuchDatabase))
        {
            return false;
        }
    }

    private static bool Drop(string made)
    {
        try
        {
            using var master = Open(Master);
            master.Execute($"DROP DATABASE [{made}]");
            return true;
        }
        catch (SqlException fault) when (fault.Number == DatabaseInUse)
        {
            return false;
        }
    }

    // Without a pool, which remembers for a while that there was no such database, and without trying again.
    private static SqlConnection Open(string database)
    {
        var options = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { InitialCatalog = database, Pooling = false, ConnectRetryCount = 0 };
        var connection = new SqlConnection(options.ConnectionString);
        connection.Open();
        return connection;
    }
}
