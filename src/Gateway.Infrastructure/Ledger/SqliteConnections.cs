using System.Globalization;
using Dapper;
using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// Opens connections to the ledger's file with the settings its promises rest on, and reads each setting back: a connection on which
/// one did not take is never used.
/// </summary>
internal sealed class SqliteConnections(SqliteLedgerOptions options)
{
    /// <param name="path">The file; it may hold any character that a path may.</param>
    /// <param name="patience">How long the driver repeats a statement while another process holds the database; rounded up to seconds.</param>
    public static string ConnectionString(string path, TimeSpan patience) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = false,
        DefaultTimeout = Math.Max(1, (int)Math.Ceiling(patience.TotalSeconds)),
    }.ToString();

    /// <summary>Makes the file, readable by its owner alone; the log beside it inherits the mode.</summary>
    public static void CreateFile(string path)
    {
        if (File.Exists(path)) return;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
    }

    public SqliteConnection OpenWriter()
    {
        var connection = Open();
        // Keys are hashes, so a large import touches pages all over: 16 MiB of them stay at hand instead of 2.
        Set(connection, "cache_size", -16 * 1024);
        // A log that grew long behind a slow reader is cut back when it begins at its front again.
        Set(connection, "journal_size_limit", options.WalLimit);
        if (options.MaxPages is { } pages)
            connection.ExecuteScalar<long>(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={pages}"));
        return connection;
    }

    public SqliteConnection OpenReader()
    {
        var connection = Open();
        Set(connection, "query_only", 1);
        return connection;
    }

    public SqliteConnection Open()
    {
        var connection = new KeepingConnection(ConnectionString(options.Path, options.BusyTimeout));
        try
        {
            connection.Open();
            Set(connection, "busy_timeout", (long)options.BusyTimeout.TotalMilliseconds);
            SetJournal(connection);
            Set(connection, "synchronous", 2);
            Set(connection, "foreign_keys", 1);
            Set(connection, "wal_autocheckpoint", 0);
            // Sorting must not spill rows into files beside the database.
            Set(connection, "temp_store", 2);
            return connection;
        }
        catch (SqliteException failed)
        {
            connection.Dispose();
            throw new LedgerUnavailableException($"The ledger '{options.Path}' cannot be opened: {SqliteFaults.Told(failed)}.", failed) { Code = "cannot-open", Values = [options.Path, SqliteFaults.Told(failed)] };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void SetJournal(SqliteConnection connection)
    {
        var mode = connection.ExecuteScalar<string>("PRAGMA journal_mode=WAL");
        if (mode != "wal") throw Refused("journal_mode", "wal", mode);
    }

    private void Set(SqliteConnection connection, string pragma, long value)
    {
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA {pragma}={value}"));
        var actual = connection.ExecuteScalar<long>($"PRAGMA {pragma}");
        if (actual != value) throw Refused(pragma, value.ToString(CultureInfo.InvariantCulture), actual.ToString(CultureInfo.InvariantCulture));
    }

    private LedgerUnavailableException Refused(string pragma, string wanted, string? actual) => new(
        $"The ledger '{options.Path}' did not take the setting {pragma}={wanted} (it says '{actual}'). Without it nothing is durable: move the data folder to a local disk.")
    { Code = "setting", Values = [options.Path, $"{pragma}={wanted}", actual ?? ""] };
}
