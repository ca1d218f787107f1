using Dapper;
using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Copies a ledger on SQLite while it is in use, and proves that the copy is whole.</summary>
public static class SqliteBackup
{
    /// <summary>Writes a copy as it is at one moment; writers are not kept waiting.</summary>
    /// <param name="path">The ledger.</param>
    /// <param name="target">A new file; made with mode 600.</param>
    /// <exception cref="LedgerUnavailableException">It could not be copied.</exception>
    public static void Write(string path, string target)
    {
        SqliteConnections.CreateFile(target);
        try
        {
            using (var connection = new SqliteConnections(new SqliteLedgerOptions { Path = path }).Open()) connection.Execute("VACUUM INTO @target", new { target });
            using var copy = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
            copy.Flush(flushToDisk: true);
        }
        catch (SqliteException failed)
        {
            throw new LedgerUnavailableException($"The copy '{target}' could not be written: {SqliteFaults.Told(failed)}.", failed) { Code = "copy", Values = [target, SqliteFaults.Told(failed)] };
        }
    }

    /// <summary>Looks through a copy.</summary>
    /// <returns>What it holds.</returns>
    /// <exception cref="LedgerUnavailableException">It is damaged.</exception>
    public static LedgerCopy Examine(string path)
    {
        try
        {
            // Not as a ledger: looking must not change a byte.
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            var faults = connection.Query<string>("PRAGMA integrity_check").Where(line => line != "ok").ToList();
            if (faults.Count == 0 && connection.Query("PRAGMA foreign_key_check").Any()) faults.Add("rows point to rows that are not there");
            if (faults.Count > 0) throw new LedgerUnavailableException($"The ledger '{path}' is damaged: {faults[0]}") { Code = "damaged", Values = [path, faults[0]] };
            return new LedgerCopy(
                connection.ExecuteScalar<long>("SELECT count(*) FROM complaints"),
                connection.ExecuteScalar<long>("SELECT count(*) FROM items"),
                connection.ExecuteScalar<long>("SELECT count(*) FROM events"),
                [
                    .. connection.Query<string>(
                        """
                        SELECT file FROM arrivals WHERE file IS NOT NULL UNION SELECT file FROM attachments WHERE file IS NOT NULL
                        UNION SELECT file FROM sent_files WHERE file IS NOT NULL
                        """),
                ]);
        }
        catch (SqliteException failed)
        {
            throw SqliteFaults.Unavailable(failed);
        }
    }

    /// <summary>Copies a backup to where it is to be opened, in the place of what a restore left there that was cut short.</summary>
    public static void CopyBack(string backup, string target)
    {
        foreach (var left in new[] { target, target + "-wal", target + "-shm" }) File.Delete(left);
        SqliteConnections.CreateFile(target);
        using var from = File.OpenRead(backup);
        using var to = new FileStream(target, FileMode.Open, FileAccess.Write);
        from.CopyTo(to);
        to.Flush(flushToDisk: true);
    }

    /// <summary>Gives a closed ledger its name, durably.</summary>
    /// <exception cref="IOException">Its log is not empty: somebody has it open.</exception>
    public static void Name(string closed, string target)
    {
        if (new FileInfo(closed + "-wal") is { Exists: true, Length: > 0 }) throw new IOException($"The ledger '{closed}' is still in use.");
        File.Move(closed, target);
        FolderSync.Flush(Path.GetDirectoryName(target)!);
    }
}
