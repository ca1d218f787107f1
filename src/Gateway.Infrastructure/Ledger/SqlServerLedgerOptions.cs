using Microsoft.Data.SqlClient;

namespace Gateway.Infrastructure.Ledger;

/// <summary>How a ledger on SQL Server is opened.</summary>
public sealed record SqlServerLedgerOptions
{
    /// <summary>Server, database and login, as Microsoft.Data.SqlClient takes them. The database must exist.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The options for a connection string as somebody wrote it; null when it cannot be read.</summary>
    public static SqlServerLedgerOptions? TryRead(string written)
    {
        try
        {
            return new SqlServerLedgerOptions { ConnectionString = new SqlConnectionStringBuilder(written).ConnectionString };
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>False: opening fails while migrations are pending, instead of applying them.</summary>
    public bool Migrate { get; init; } = true;

    /// <summary>Writes that share one commit at most. The turn to write is held that long, so it is smaller than on SQLite.</summary>
    public int GroupSize { get; init; } = 64;

    /// <summary>Connections for reading at most.</summary>
    public int Readers { get; init; } = 8;
}
