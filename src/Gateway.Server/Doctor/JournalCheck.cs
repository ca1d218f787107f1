using Gateway.Infrastructure.Journal;
using Gateway.Server.Commands;
using Gateway.Server.Composition;

namespace Gateway.Server.Doctor;

/// <summary>Whether the delivery journal is the one that the ledger wrote last, and tells of all that was sent since the last backup.</summary>
internal static class JournalCheck
{
    // Whoever makes the backups of a shared ledger, the gateway does not see them.
    private static readonly TimeSpan ToldOfShared = TimeSpan.FromDays(2);

    public static async Task RunAsync(House house, DateTimeOffset? lastBackup, Findings findings, CancellationToken ct)
    {
        var path = Path.Combine(house.JournalFolder, FileDeliveryJournal.FileName);
        JournalLook look;
        try
        {
            look = JournalLook.At(path, house.LedgerId, await house.JournalPastAsync(ct));
            if (look.State == JournalState.Whole && await house.BackupMemory.LastAsync(ct) is { } from && JournalReader.IsBrokenAfter(path, house.LedgerId, from)) look = look with { State = JournalState.Broken };
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            findings.Tell("path.unreadable", findings.Words["path.unreadable", path, unreadable.Message]);
            return;
        }

        var code = look.State switch
        {
            JournalState.Missing => "doctor.journal-missing",
            JournalState.Gap => "doctor.journal-gap",
            JournalState.Broken => "doctor.journal-broken",
            JournalState.Foreign => "journal.foreign",
            _ => null,
        };
        if (code is not null) findings.Wrong(code, path);
        else if (look.Late is { } begun && IsToldStill(house, begun, lastBackup)) findings.Wrong("doctor.journal-late", path, ComplaintPage.Moment(begun)!);
    }

    private static bool IsToldStill(House house, DateTimeOffset begun, DateTimeOffset? lastBackup) =>
        LedgerPlace.IsShared(house.Settings) ? house.Time.GetUtcNow() - begun <= ToldOfShared : lastBackup is not { } made || made < begun;
}
