using System.Data;
using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Engine;
using Gateway.Core.Ledger;
using Microsoft.Data.SqlClient;

namespace Gateway.Infrastructure.Ledger;

/// <summary>The transitions of the schema on SQL Server. Nodes that start together apply them one after the other.</summary>
public static class SqlServerMigrations
{
    private const string Folder = ".Ledger.Migrations.SqlServer.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Names of the scripts that were not applied yet, in order.</summary>
    public static IReadOnlyList<string> Pending(string connectionString) =>
        [.. Known(connectionString).GetScriptsToExecute().Select(script => Short(script.Name))];

    /// <summary>Applies what is pending, under a lock that only migrations take.</summary>
    /// <returns>Names of the scripts applied now.</returns>
    /// <exception cref="LedgerUnavailableException">A script failed, and left nothing behind; or another node is at it for too long.</exception>
    public static IReadOnlyList<string> Apply(string connectionString)
    {
        // Without a pool, since the lock lives as long as the connection.
        using var connection = new SqlConnection(new SqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        Lock(connection);
        var result = Known(connectionString).PerformUpgrade();
        if (!result.Successful)
            throw new LedgerUnavailableException($"Migration '{Short(result.ErrorScript?.Name ?? "journal")}' failed: {result.Error.Message}", result.Error);
        return [.. result.Scripts.Select(script => Short(script.Name))];
    }

    // It belongs to the connection and goes with it.
    private static void Lock(SqlConnection connection)
    {
        var arguments = new DynamicParameters(new { Resource = "gateway-migrations", LockMode = "Exclusive", LockOwner = "Session", LockTimeout = (int)Patience.TotalMilliseconds });
        arguments.Add("answer", dbType: DbType.Int32, direction: ParameterDirection.ReturnValue);
        connection.Execute("sp_getapplock", arguments, commandType: CommandType.StoredProcedure, commandTimeout: (int)Patience.TotalSeconds + 10);
        if (arguments.Get<int>("answer") < 0)
            throw new LedgerUnavailableException($"Another node has been migrating the ledger's database for more than {Patience.TotalMinutes:F0} minutes. Look at it, then start again.");
    }

    private static UpgradeEngine Known(string connectionString)
    {
        var engine = Engine(connectionString);
        NewerSchema.Check(engine);
        return engine;
    }

    private static UpgradeEngine Engine(string connectionString) => DeployChanges.To
        .SqlDatabase(connectionString)
        .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.Contains(Folder, StringComparison.Ordinal))
        .WithTransactionPerScript()
        .WithVariablesDisabled()
        .LogToNowhere()
        .Build();

    private static string Short(string name) => name[(name.IndexOf(Folder, StringComparison.Ordinal) is >= 0 and var at ? at + Folder.Length : 0)..];
}
