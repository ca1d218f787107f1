using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Core;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway backup FOLDER</c>: a verified copy of ledger and payloads, also while <c>serve</c> runs.</summary>
internal static class BackupCommand
{
    /// <summary>In the source book, under no channel: when the last backup was made.</summary>
    public const string LastKey = "last-backup";

    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var folder = new Argument<string>("folder") { Description = "Di sinilah cadangan baru dibuat / Where the new backup is made" };
        var command = Verb.Of("backup", "Buat cadangan yang diperiksa / Make a verified backup", folder, options.Json);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            if (LedgerPlace.IsShared(house.Settings)) throw new CommandException(2, words["backup.shared"]);
            var name = "gateway-" + Wita.Local(house.Time.GetUtcNow()).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            var into = Path.GetFullPath(given.GetValue(folder)!, context.Cwd);
            // A mistyped path, or a disk that is not mounted: the backup would lie where nobody looks for it.
            if (Path.GetDirectoryName(into) is { } parent && !Directory.Exists(parent)) throw new CommandException(2, words["backup.no-parent", into, parent]);
            var isNew = !Path.Exists(into);
            var path = Path.Combine(into, name);
            await house.NoteJournalAsync(ct);
            var manifest = Path.Exists(path) ? null : await Task.Run(() => Write(house, path, words), ct);
            if (manifest is null) throw new CommandException(2, words["file.exists", path]);
            await house.Ledger.PutAsync("", new Dictionary<string, string> { [LastKey] = manifest.Made.ToString("O", CultureInfo.InvariantCulture) }, ct);
            if (manifest.Journal is { } journal) await house.BackupMemory.NoteAsync(journal, ct);
            if (given.GetValue(options.Json)) context.Out.WriteLine(Wire.Line(JsonSerializer.SerializeToNode(new { path, manifest }, ContractJson.Options)!));
            else if (isNew) context.Out.WriteLine(words["backup.made", into]);
            if (!given.GetValue(options.Json)) context.Out.WriteLine(words["backup.done", path, manifest.Complaints, manifest.Payloads.Count, Sizes.Of(manifest.PayloadBytes)]);
            return 0;
        });
        return command;
    }

    // Half a backup must not be taken for one: it bears another name until it is whole, and one that nobody else writes to. Null: another came first.
    private static BackupManifest? Write(House house, string path, WordList words)
    {
        var partial = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}.partial";
        try
        {
            new BackupFolder(partial).Write(house);
            if (Path.Exists(path)) return null;
            Directory.Move(partial, path);
        }
        catch (IOException) when (Path.Exists(path))
        {
            return null;
        }
        finally
        {
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        }

        return new BackupFolder(path).Examine(words);
    }
}
