using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using Gateway.Core;
using Gateway.Core.Ledger;
using Microsoft.Data.SqlClient;

namespace Gateway.Infrastructure.Ledger;

/// <summary>The transitions of the schema on SQL Server. Nodes that start together apply them one after the other.</summary>
public static class SqlServerMigrations
{
    private const string Ledger = ".Ledger.Migrations.SqlServer.";

    private const string SecondLine = ".Ledger.Migrations.SqlServerSecondLine.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly string TakeLock =
        $"""
        DECLARE @answer int;
        EXEC @answer = sp_getapplock @Resource = 'gateway-migrations', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = {(int)Patience.TotalMilliseconds};
        SELECT @answer;
        """;

    /// <summary>Names of the scripts that were not applied yet, in order.</summary>
    public static IReadOnlyList<string> Pending(string connectionString) =>
        [.. Engines(connectionString).SelectMany(engine => engine.GetScriptsToExecute()).Select(script => Short(script.Name))];

    /// <summary>Applies what is pending, under a lock that only migrations take.</summary>
    /// <returns>Names of the scripts applied now.</returns>
    /// <exception cref="LedgerUnavailableException">A script failed, and left nothing behind; or another node is at it for too long.</exception>
    public static IReadOnlyList<string> Apply(string connectionString)
    {
        // Without a pool: the lock lives as long as the connection, and a pool remembers for a while that there was no database.
        var unpooled = new SqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        using var connection = new SqlConnection(unpooled);
        connection.Open();
        Lock(connection);
        return [.. Engines(unpooled).SelectMany(Apply)];
    }

    private static IEnumerable<string> Apply(UpgradeEngine engine)
    {
        var result = engine.PerformUpgrade();
        if (!result.Successful)
            throw new LedgerUnavailableException($"Migration '{Short(result.ErrorScript?.Name ?? "journal")}' failed: {LoggedFault.Of(result.Error)}", result.Error);
        return result.Scripts.Select(script => Short(script.Name));
    }

    // It belongs to the connection and goes with it. Asked for in words: what comes back of a procedure that is called by its name differs.
    private static void Lock(SqlConnection connection)
    {
        if (connection.ExecuteScalar<int>(TakeLock, commandTimeout: (int)Patience.TotalSeconds + 10) < 0)
            throw new LedgerUnavailableException($"Another node has been migrating the ledger's database for more than {Patience.TotalMinutes:F0} minutes. Look at it, then start again.") { Code = "migrating", Values = [$"{Patience.TotalMinutes:F0}"] };
    }

    private static IReadOnlyList<UpgradeEngine> Engines(string connectionString)
    {
        var ledger = Scripts(connectionString, Ledger).WithTransactionPerScript().Build();
        NewerSchema.Check(ledger);
        return [ledger, Scripts(connectionString, SecondLine).WithoutTransaction().Build()];
    }

    private static UpgradeEngineBuilder Scripts(string connectionString, string folder) => DeployChanges.To
        .SqlDatabase(connectionString)
        .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.Contains(folder, StringComparison.Ordinal))
        .WithVariablesDisabled()
        // A large ledger takes its time, and one that gives up begins anew at each start.
        .WithExecutionTimeout(Longest)
        .LogToNowhere();

    private static string Short(string name) => name[(name.IndexOf(".SqlServer", StringComparison.Ordinal) + 1)..];
}
