using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Infrastructure.Ledger;
using Gateway.Server.Words;

namespace Gateway.Server.Composition;

/// <summary>A backup on disk: the ledger, its payload files, and a manifest that is written last. The master key is never in it.</summary>
/// <param name="Path">The folder.</param>
internal sealed record BackupFolder(string Path)
{
    private const int Format = 1;

    public string Ledger => System.IO.Path.Combine(Path, "gateway.db");

    public string Payloads => System.IO.Path.Combine(Path, "payloads");

    private string Manifest => System.IO.Path.Combine(Path, BackupManifest.FileName);

    /// <summary>Writes a backup of an opened house, and looks through what it wrote.</summary>
    /// <exception cref="CommandException">A payload is missing, or the folder cannot be written.</exception>
    public BackupManifest Write(House house)
    {
        // Before the ledger is copied: what is begun in between stands in both, and nothing in neither.
        var (made, journal) = (house.Time.GetUtcNow(), house.JournalPosition);
        MakePrivate(Path);
        MakePrivate(Payloads);
        SqliteBackup.Write(LedgerPlace.FileOf(house.Settings), Ledger);
        var copy = SqliteBackup.Examine(Ledger);
        var payloads = copy.Payloads.ToDictionary(name => name, name => CopyPayload(house.PayloadFolder, Payloads, name));
        var manifest = new BackupManifest(
            Format, made, typeof(House).Assembly.GetName().Version?.ToString(3) ?? "?", house.LedgerId, Hash(Ledger), copy.Complaints, copy.Items, copy.Events, payloads, payloads.Keys.Sum(name => new FileInfo(System.IO.Path.Combine(Payloads, name)).Length), journal);
        using (var file = new FileStream(Manifest, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            JsonSerializer.Serialize(file, manifest, ContractJson.Indented);
            file.Flush(flushToDisk: true);
        }

        return manifest;
    }

    /// <summary>Reads the manifest and looks through everything it speaks of.</summary>
    /// <exception cref="CommandException">It is no whole backup.</exception>
    public BackupManifest Examine(WordList words)
    {
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(Manifest), ContractJson.Options);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CommandException(3, words["restore.no-backup", Path, Manifest]);
        }

        if (manifest is not { Format: Format }) throw new CommandException(3, words["restore.newer-backup", Path, manifest?.Format]);
        if (Hash(Ledger) != manifest.Sha256) throw new CommandException(3, words["restore.damaged-backup", Ledger]);
        foreach (var name in SqliteBackup.Examine(Ledger).Payloads)
        {
            var path = System.IO.Path.Combine(Payloads, name);
            if (!File.Exists(path) || Hash(path) != manifest.Payloads.GetValueOrDefault(name)) throw new CommandException(3, words["restore.damaged-backup", path]);
        }

        return manifest;
    }

    /// <summary>Copies one payload and reads the copy back; it gets its name when it is whole.</summary>
    /// <returns>Its SHA-256, hex.</returns>
    public static string CopyPayload(string from, string to, string name)
    {
        var (source, target) = (System.IO.Path.Combine(from, name), System.IO.Path.Combine(to, name));
        var partial = target + ".part";
        try
        {
            File.Copy(source, partial, overwrite: true);
            using (var copy = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite)) copy.Flush(flushToDisk: true);
            var hash = Hash(source);
            if (Hash(partial) != hash) throw new IOException($"SHA-256 <> {partial}");
            File.Move(partial, target, overwrite: true);
            return hash;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(4, $"{source}: {failed.Message}");
        }
    }

    public static void MakePrivate(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(4, $"{folder}: {refused.Message}");
        }
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
