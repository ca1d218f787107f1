using System.Globalization;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Server.Commands;
using Gateway.Server.Composition;

namespace Gateway.Server.Doctor;

/// <summary>What the machine must give: room on its disks and at its door, the key, the year's holidays, a backup.</summary>
internal static class MachineCheck
{
    /// <summary>Days before the new year from which its holidays are asked for.</summary>
    private const int NextYearWithin = 30;

    /// <summary>A backup every night, and one that failed.</summary>
    private static readonly TimeSpan BackupWithin = TimeSpan.FromDays(2);

    public static async Task RunAsync(House house, Findings findings, CancellationToken ct)
    {
        if (house.Settings.Identity.MasterKey is null) findings.Warn("serve.embedded-key");
        else findings.Good("doctor.key");
        Disks(house.Settings, findings);
        Door(house.Settings, findings);
        if (LedgerPlace.HidesPayloads(house.Settings)) findings.Wrong("doctor.payloads-beside");
        Holidays(house, findings);
        await BackupAsync(house, findings, ct);
    }

    /// <summary>The disk of the data folder, and those of the folders that lie elsewhere.</summary>
    public static void Disks(GatewaySettings settings, Findings findings)
    {
        var data = settings.DataDirectory;
        var folders = new[] { settings.Payloads.Directory, settings.Journal.Directory }.Select(folder => Path.GetFullPath(folder, data));
        foreach (var folder in folders.Where(folder => !IsWithin(folder, data)).Prepend(data).Where(Directory.Exists).Distinct())
        {
            var free = new DriveInfo(folder).AvailableFreeSpace;
            var reserve = settings.Ledger.DiskReserveBytes;
            findings.Add(free > reserve, free > reserve ? "doctor.disk" : "doctor.disk-full", free >> 20, reserve >> 20, folder);
        }
    }

    /// <summary>What the door bears at once, against the largest post.</summary>
    public static void Door(GatewaySettings settings, Findings findings)
    {
        var (one, all) = (settings.Http.PostLimitBytes, settings.Intake.BodiesInFlightBytes);
        if (all < one) findings.Wrong("doctor.door", all, one);
    }

    // The next year's decree comes in autumn; without it deadlines around the new year are too early.
    private static void Holidays(House house, Findings findings)
    {
        var today = Wita.Day(house.Time.GetUtcNow());
        foreach (var year in new[] { today.Year, today.AddDays(NextYearWithin).Year }.Distinct())
            findings.Add(house.WorkingDays.Knows(year), house.WorkingDays.Knows(year) ? "doctor.holidays" : "doctor.no-holidays", year);
    }

    private static async Task BackupAsync(House house, Findings findings, CancellationToken ct)
    {
        if (IsWithin(house.JournalFolder, house.Settings.DataDirectory)) findings.Beware("doctor.journal-beside", findings.Words["doctor.journal-beside"]);
        DateTimeOffset? last = await house.Ledger.GetAsync("", BackupCommand.LastKey, ct) is { } stored ? DateTimeOffset.Parse(stored, CultureInfo.InvariantCulture) : null;
        await JournalCheck.RunAsync(house, last, findings, ct);
        if (LedgerPlace.IsShared(house.Settings)) return;
        if (last is { } made)
        {
            findings.Add(house.Time.GetUtcNow() - made <= BackupWithin, "doctor.backup", ComplaintPage.Moment(made)!);
            return;
        }

        var hasNothingToLose = (await house.Ledger.ListAsync(new ComplaintQuery { Limit = 1 }, ct)).Count == 0;
        findings.Add(hasNothingToLose, "doctor.no-backup");
    }

    public static bool IsWithin(string folder, string parent) => (folder + Path.DirectorySeparatorChar).StartsWith(parent.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
