using Gateway.Contracts.Intake;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Identity;
using Gateway.Infrastructure.Journal;
using Gateway.Infrastructure.Ledger;
using Gateway.Server.Commands;
using Gateway.Server.Words;

namespace Gateway.Server.Composition;

// What outlives the ledger: its id, its journal, its restore.
internal sealed partial class House
{
    /// <summary>
    /// Puts a backup into a data folder without a ledger, and makes it safe. The ledger gets its name last: before that nothing can be
    /// started on it, and a restore that was cut short is begun anew.
    /// </summary>
    /// <exception cref="CommandException">There is a ledger, or the key is not that of the backup.</exception>
    public static async Task<RestoreSums> RestoreAsync(
        GatewaySettings settings, BackupFolder backup, BackupManifest manifest, string? journal, SurvivingJournals survived, Officer officer, TimeProvider time, CancellationToken ct)
    {
        var (data, target, words) = (settings.DataDirectory, LedgerPlace.FileOf(settings), WordList.In(settings.Language));
        MakeFolder(data, words);
        if (File.Exists(target)) throw new CommandException(2, words["restore.not-empty", target]);
        using var held = HouseLock.TryTake(data) ?? throw new HouseHeldException(data);
        var partial = target + ".restoring";
        SqliteBackup.CopyBack(backup.Ledger, partial);
        var vault = new AesVault(MasterKey(settings, partial));
        BackupFolder.MakePrivate(PayloadFolderOf(settings));
        foreach (var name in SqliteBackup.Examine(partial).Payloads) BackupFolder.CopyPayload(backup.Payloads, PayloadFolderOf(settings), name);
        RestoreSums sums;
        await using (var ledger = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = partial }, time, ct))
        {
            await CheckKeyAsync(ledger, vault, settings.Language, ct);
            await RestoreClock.CheckAsync(ledger, manifest.Made, survived.Until, time, words, ct);
            sums = await new RestoreLedger(ledger, new RandomIdentifiers(), time).ExecuteAsync(manifest.Made, survived.Since, officer, ct);
        }

        // The restored ledger goes on with it, so that the next restore knows of both lives.
        try
        {
            if (journal is not null) FileDeliveryJournal.CarryOver(journal, manifest.LedgerId, Path.GetFullPath(settings.Journal.Directory, data));
        }
        catch (ForeignJournalException foreign)
        {
            throw new CommandException(4, words["journal.foreign", foreign.Message]);
        }

        SqliteBackup.Name(partial, target);
        return sums;
    }

    /// <summary>What the ledger knows of its delivery journal now.</summary>
    public async Task<JournalPast> JournalPastAsync(CancellationToken ct)
    {
        var last = await journalMemory.LastAsync(ct);
        // Of what a shared ledger has sent another node may have the journal.
        var hasSent = last is not null || (!LedgerPlace.IsShared(Settings) && await HasSentAsync(ct));
        return new JournalPast(last, hasSent, Time.GetUtcNow());
    }

    /// <summary>How far the journal went when the last backup was made.</summary>
    public JournalMemory BackupMemory => new(ledger, "last-backup-journal");

    /// <summary>Opens the journal, and has the ledger remember how far it goes.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written.</exception>
    public Task NoteJournalAsync(CancellationToken ct) => journal.Value.NoteAsync(ct);

    private RememberedJournal OpenJournal()
    {
        FileDeliveryJournal opened;
        try
        {
            opened = FileDeliveryJournal.Open(JournalFolder, LedgerId, journalPast);
        }
        catch (ForeignJournalException foreign)
        {
            throw new CommandException(4, WordList.In(Settings.Language)["journal.foreign", foreign.Message]);
        }

        var log = Logs.CreateLogger<House>();
        if (opened.Found == JournalState.Missing)
            log.LogError("The delivery journal that this ledger wrote is not in {Folder}; a new one is begun. If its disk is not mounted, stop, mount it and start again. Otherwise make a backup: an older one can be restored without a journal alone", JournalFolder);
        if (opened.Aside is not null)
            log.LogError("The delivery journal {Why}; it lies in {Aside} now, and a new one is begun. Make a backup: an older one can be restored without a journal alone", opened.Found == JournalState.Gap ? "is not the one that this ledger wrote last, or an older copy of it" : "is broken", opened.Aside);
        opened.PutBack += () => log.LogError("The delivery journal in {Folder} was moved away or deleted while it was in use; it was written out again, with all its lines", JournalFolder);
        return new RememberedJournal(opened, journalMemory, Time);
    }

    private async Task CloseJournalAsync()
    {
        if (!journal.IsValueCreated) return;
        try
        {
            await journal.Value.NoteAsync(CancellationToken.None);
        }
        catch (Exception away) when (away is LedgerUnavailableException or JournalUnavailableException)
        {
            // It is known by what was noted before.
            Logs.CreateLogger<House>().LogWarning("How far the delivery journal goes could not be noted: {Message}", away.Message);
        }

        journal.Value.Dispose();
    }

    // Each node of a shared ledger has a journal of its own, and a data folder.
    internal static JournalMemory MemoryOf(GatewaySettings settings, ISourceBook ledger) => LedgerPlace.IsShared(settings)
        ? new JournalMemory(ledger, new NodeMark(settings.DataDirectory), Path.Combine(Path.GetFullPath(settings.Journal.Directory, settings.DataDirectory), FileDeliveryJournal.FileName))
        : new JournalMemory(ledger, "journal");

    private async Task<bool> HasSentAsync(CancellationToken ct) =>
        (await ledger.LoggedAttemptsAsync(new LogQuery { From = DateTimeOffset.UnixEpoch, Until = DateTimeOffset.MaxValue, Limit = 1 }, ct)).Count > 0;

    private static async Task<string> IdAsync(SqlLedger ledger, CancellationToken ct)
    {
        const string Name = "ledger-id";
        if (await ledger.GetAsync("", Name, ct) is { } known) return known;
        var made = Guid.NewGuid().ToString("N");
        await ledger.PutAsync("", new Dictionary<string, string> { [Name] = made }, ct);
        return made;
    }
}
