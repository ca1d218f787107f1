using Gateway.Core.Operations;
using Gateway.Infrastructure.Identity;
using Gateway.Infrastructure.Journal;
using Gateway.Infrastructure.Ledger;
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
        GatewaySettings settings, BackupFolder backup, BackupManifest manifest, string? journal, IReadOnlyDictionary<string, CreateSince>? since, Officer officer,
        TimeProvider time, CancellationToken ct)
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
            sums = await new RestoreLedger(ledger, new RandomIdentifiers(), time).ExecuteAsync(manifest.Made, since, officer, ct);
        }

        // The restored ledger goes on with it, so that the next restore knows of both lives.
        if (journal is not null) FileDeliveryJournal.CarryOver(journal, Path.GetFullPath(settings.Journal.Directory, data));
        SqliteBackup.Name(partial, target);
        return sums;
    }

    private FileDeliveryJournal OpenJournal()
    {
        var opened = FileDeliveryJournal.Open(JournalFolder, LedgerId, out var aside);
        if (aside is not null) Logs.CreateLogger<House>().LogError("The delivery journal was broken or of another ledger; it lies in {Aside} now, and a new one is begun. Make a backup", aside);
        return opened;
    }

    private static async Task<string> IdAsync(SqlLedger ledger, CancellationToken ct)
    {
        const string Name = "ledger-id";
        if (await ledger.GetAsync("", Name, ct) is { } known) return known;
        var made = Guid.NewGuid().ToString("N");
        await ledger.PutAsync("", new Dictionary<string, string> { [Name] = made }, ct);
        return made;
    }
}
