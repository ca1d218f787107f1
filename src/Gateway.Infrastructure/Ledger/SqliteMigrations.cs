using System.Reflection;
using DbUp;
using DbUp.Engine;
using Gateway.Core;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>The transitions of the ledger's schema: numbered scripts, each applied once in a transaction and noted in a journal table.</summary>
public static class SqliteMigrations
{
    private const string Folder = ".Ledger.Migrations.Sqlite.";

    /// <summary>Names of the scripts that were not applied yet, in order.</summary>
    /// <param name="path">The database file; made when it is not there.</param>
    public static IReadOnlyList<string> Pending(string path)
    {
        SqliteConnections.CreateFile(path);
        return [.. Known(path).GetScriptsToExecute().Select(script => Short(script.Name))];
    }

    /// <summary>Applies what is pending.</summary>
    /// <returns>Names of the scripts applied now.</returns>
    /// <exception cref="LedgerUnavailableException">A script failed; it left nothing behind.</exception>
    public static IReadOnlyList<string> Apply(string path)
    {
        SqliteConnections.CreateFile(path);
        var result = Known(path).PerformUpgrade();
        if (!result.Successful)
            throw new LedgerUnavailableException($"Migration '{Short(result.ErrorScript?.Name ?? "journal")}' of '{path}' failed: {LoggedFault.Of(result.Error)}", result.Error);
        return [.. result.Scripts.Select(script => Short(script.Name))];
    }

    private static UpgradeEngine Known(string path)
    {
        var engine = Engine(path);
        NewerSchema.Check(engine);
        return engine;
    }

    private static UpgradeEngine Engine(string path) => DeployChanges.To
        .SqliteDatabase(SqliteConnections.ConnectionString(path, TimeSpan.FromSeconds(30)))
        .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.Contains(Folder, StringComparison.Ordinal))
        .WithTransactionPerScript()
        .WithVariablesDisabled()
        .LogToNowhere()
        .Build();

    private static string Short(string name) => name[(name.IndexOf(Folder, StringComparison.Ordinal) is >= 0 and var at ? at + Folder.Length : 0)..];
}
