using System.CommandLine;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Journal;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway restore BACKUP</c>: puts a backup into an empty data folder, paused, and marks what nobody can know.</summary>
internal static class RestoreCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var backup = new Argument<string>("backup") { Description = "Folder cadangan / Folder of the backup" };
        var journal = new Option<string?>("--journal") { Description = $"Jurnal pengiriman ({FileDeliveryJournal.FileName}) yang selamat / The delivery journal that survived" };
        var yes = new Option<bool>("--yes") { Description = "Jurnal itu yang terakhir dipakai / That journal is the one used last" };
        var command = Verb.Of("restore", "Pulihkan cadangan / Restore a backup", backup, journal, yes, options.By, options.Reason);
        command.SetAction(async (given, ct) =>
        {
            var words = options.Words(given, context);
            var settings = options.Settings(given, context);
            if (LedgerPlace.IsShared(settings)) throw new CommandException(2, words["backup.shared"]);
            var folder = new BackupFolder(Path.GetFullPath(given.GetValue(backup)!, context.Cwd));
            var manifest = folder.Examine();
            var path = given.GetValue(journal) is { } written ? Path.GetFullPath(written, context.Cwd) : null;
            var since = Since(path, manifest, context, words, out var until);
            // A copy that is older than the last create would prove what is not so.
            if (since is not null && !given.GetValue(yes)) throw new CommandException(2, words["restore.journal-until", path!, ComplaintPage.Moment(until) ?? "-"]);
            var officer = given.Officer(context, options);
            var sums = await House.RestoreAsync(settings, folder, manifest, since is null ? null : path, since, officer, new SuspendAwareTime(), ct);
            context.Out.WriteLine(words["restore.done", settings.DataDirectory, sums.Unknown, sums.Delivered, sums.Kept]);
            context.Out.WriteLine(words["restore.next"]);
            return 0;
        });
        return command;
    }

    private static IReadOnlyDictionary<string, CreateSince>? Since(string? path, BackupManifest manifest, CommandContext context, WordList words, out DateTimeOffset? until)
    {
        until = null;
        if (path is null)
        {
            context.Out.WriteLine(words["restore.no-journal"]);
            return null;
        }

        try
        {
            var since = manifest.Journal is { } from ? JournalReader.Since(path, manifest.LedgerId, from, out until) : null;
            return since ?? throw new CommandException(1, words["restore.journal-proves-nothing", path]);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, words["path.unreadable", path, unreadable.Message]);
        }
    }
}
