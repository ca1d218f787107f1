using System.CommandLine;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Journal;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>
/// <c>gateway restore BACKUP</c>: puts a backup into an empty data folder, paused, and marks what nobody can know. With <c>--in-place</c> the same for
/// a ledger that was put back by other means.
/// </summary>
internal static class RestoreCommand
{
    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var backup = new Argument<string?>("backup") { Description = "Folder cadangan / Folder of the backup", Arity = ArgumentArity.ZeroOrOne };
        var inPlace = new Option<bool>("--in-place") { Description = "Ledger sudah dikembalikan dengan cara lain: amankan di tempat / The ledger was put back by other means: make it safe where it is" };
        var made = new Option<string?>("--made") { Description = $"Kapan yang dikembalikan itu dibuat (WITA) / When what was put back was made: {Moments.Form}" };
        var journal = new Option<string[]>("--journal") { Description = $"Jurnal pengiriman ({FileDeliveryJournal.FileName}) yang selamat; dengan --in-place dari setiap node / The delivery journal that survived; with --in-place that of each node" };
        var yes = new Option<bool>("--yes") { Description = "Ya; dan jurnal itu, bila disebut, yang terakhir dipakai / Yes; and that journal, where one is named, is the one used last" };
        var command = Verb.Of("restore", "Pulihkan cadangan / Restore a backup", backup, inPlace, made, journal, yes, options.By, options.Reason);
        command.SetAction(async (given, ct) =>
        {
            var words = options.Words(given, context);
            var settings = options.Settings(given, context);
            var journals = (given.GetValue(journal) ?? []).Select(path => Path.GetFullPath(path, context.Cwd)).Distinct().ToList();
            var officer = given.Officer(context, options);
            if (given.GetValue(inPlace))
            {
                if (given.GetValue(backup) is not null || Moments.Of(given.GetValue(made), words) is not { } moment) throw new CommandException(2, words["restore.usage"]);
                return await new RestoreInPlace(context, words, settings).RunAsync(moment, journals, given.GetValue(yes), officer, ct);
            }

            if (LedgerPlace.IsShared(settings)) throw new CommandException(2, words["backup.shared"]);
            if (given.GetValue(backup) is not { } from || given.GetValue(made) is not null || journals.Count > 1) throw new CommandException(2, words["restore.usage"]);
            var folder = new BackupFolder(Path.GetFullPath(from, context.Cwd));
            var manifest = folder.Examine(words);
            var survived = SurvivingJournals.Read(journals, path => Since(path, manifest), context, words);
            // A copy that is older than the last create would prove what is not so.
            if (!given.GetValue(yes)) throw new CommandException(2, survived.Since is null ? words["restore.sure", settings.DataDirectory, ComplaintPage.Moment(manifest.Made)!] : survived.Told);
            var sums = await House.RestoreAsync(settings, folder, manifest, survived.Since is null ? null : journals[0], survived, officer, new SuspendAwareTime(), ct);
            Tell(context, words, "restore.done", settings.DataDirectory, sums);
            return 0;
        });
        return command;
    }

    /// <summary>What became of everything, and what is to be done.</summary>
    public static void Tell(CommandContext context, WordList words, string done, string place, RestoreSums sums)
    {
        context.Out.WriteLine(words[done, place, sums.Unknown, sums.Delivered, sums.Kept]);
        if (sums.Renumbered > 0) context.Out.WriteLine(words["restore.renumbered", sums.Renumbered]);
        foreach (var number in sums.Contradicted)
            context.Out.WriteLine(number.InJournal is { } other ? words["restore.contradicted", number.Number, number.InLedger, other] : words["restore.contradicted-unsure", number.Number, number.InLedger]);
        var followUps = sums.Lacking.Where(number => number.FollowUpOf is not null).ToList();
        var complaints = sums.Lacking.Except(followUps).ToList();
        if (complaints.Count > 0) context.Out.WriteLine(words["restore.lacking", complaints.Count]);
        foreach (var number in complaints) context.Out.WriteLine($"  {number.Number}  #{number.InJournal ?? "?"}");
        if (followUps.Count > 0) context.Out.WriteLine(words["restore.lacking-followups", followUps.Count]);
        foreach (var number in followUps) context.Out.WriteLine("  " + words["restore.followup-of", number.Number, number.FollowUpOf, number.FollowUpAt ?? "?"]);
        context.Out.WriteLine(words["restore.next"]);
    }

    private static (IReadOnlyDictionary<string, CreateSince>? Since, DateTimeOffset? Until) Since(string path, BackupManifest manifest)
    {
        if (manifest.Journal is not { } from) return (null, null);
        var since = JournalReader.Since(path, manifest.LedgerId, from, out var until);
        return (since, until);
    }
}
