using Gateway.Infrastructure.Ledger;

namespace Gateway.Server.Composition;

/// <summary>Where the ledger lies by the settings: in a file of this machine, or in a database that any number of nodes share.</summary>
internal static class LedgerPlace
{
    private const string SqlServer = "SqlServer";

    /// <summary>What <c>Gateway:Ledger:Provider</c> may say.</summary>
    public static IReadOnlyList<string> Providers { get; } = ["Sqlite", SqlServer];

    /// <summary>True when other nodes may work on the same ledger.</summary>
    public static bool IsShared(GatewaySettings settings) => settings.Ledger.Provider == SqlServer;

    /// <summary>True when the ledger is shared and its large files lie in the data folder of this node, where no other finds them.</summary>
    public static bool HidesPayloads(GatewaySettings settings)
    {
        var data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(settings.DataDirectory)) + Path.DirectorySeparatorChar;
        return IsShared(settings) && Path.GetFullPath(settings.Payloads.Directory, Path.GetFullPath(settings.DataDirectory)).StartsWith(data, StringComparison.Ordinal);
    }

    /// <summary>The file of a ledger on SQLite.</summary>
    public static string FileOf(GatewaySettings settings) => settings.Ledger.ConnectionString ?? Path.Combine(settings.DataDirectory, "gateway.db");

    /// <summary>True when a ledger may be there already; a shared one always may.</summary>
    public static bool Exists(GatewaySettings settings) => IsShared(settings) || File.Exists(FileOf(settings));

    /// <summary>Opens the ledger, and makes it when it is new.</summary>
    /// <exception cref="CommandException">The settings name no ledger that can be opened.</exception>
    public static async Task<SqlLedger> OpenAsync(GatewaySettings settings, TimeProvider time, CancellationToken ct) => IsShared(settings)
        ? await SqlServerLedger.OpenAsync(Options(settings.Ledger.ConnectionString!), ct)
        // Intake stops at the whole reserve, claiming at half of it; the rest is for the outcomes of what is under way.
        : await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = FileOf(settings), Reserve = settings.Ledger.DiskReserveBytes / 2 }, time, ct);

    /// <summary>Refuses settings of a shared ledger that would make a node an island.</summary>
    /// <exception cref="CommandException">What is missing.</exception>
    public static void Check(GatewaySettings settings)
    {
        if (!IsShared(settings)) return;
        if (settings.Identity.MasterKey is null)
            throw new CommandException(2, "Gateway:Identity:MasterKey (env:NAME, file:PATH): semua node ledger SqlServer memakai kunci induk yang sama. / All nodes of a ledger on SqlServer use one master key.");
        if (settings.Ledger.ConnectionString is null)
            throw new CommandException(2, "Gateway:Ledger:ConnectionString (env:NAME, file:PATH): wajib untuk SqlServer. / Required for SqlServer.");
    }

    // A password stands in it, so that no message repeats it.
    private static SqlServerLedgerOptions Options(string reference)
    {
        try
        {
            return SqlServerLedgerOptions.TryRead(Secrets.Resolve(reference))
                ?? throw new CommandException(2, "Gateway:Ledger:ConnectionString: tidak dapat dibaca. / It cannot be read. Server=...;Database=...;User ID=...;Password=...");
        }
        catch (InvalidOperationException missing)
        {
            throw new CommandException(2, missing.Message);
        }
    }
}
