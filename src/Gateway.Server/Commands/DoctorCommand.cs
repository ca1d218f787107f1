using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary><c>gateway doctor</c>: looks at everything the gateway needs and says what is wrong and what to do. Changes nothing.</summary>
internal static class DoctorCommand
{
    /// <summary>Days before the new year from which its holidays are asked for.</summary>
    private const int NextYearWithin = 30;

    /// <summary>A backup every night, and one that failed.</summary>
    private static readonly TimeSpan BackupWithin = TimeSpan.FromDays(2);

    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var only = new Option<string?>("--channel") { Description = "Hanya kanal ini / Only this channel" };
        var command = Verb.Of("doctor", "Periksa kesehatan / Check health", only);
        command.OnHouse(context, options, async (given, house, ct) =>
        {
            var words = options.Words(given, context);
            var findings = new List<(bool Good, string Text)>();
            Key(house, words, findings);
            Disk(house, words, findings);
            Holidays(house, words, findings);
            var key = given.GetValue(only);
            if (key is not null && house.Registry.Current.Channel(key) is null)
                return Verb.NoSuchKey(context, words, "list.no-channel", key, house.Registry.Current.Channels.Select(known => known.Key));
            Channels(house, key, words, findings);
            await BackupAsync(house, words, findings, ct);
            await DestinationsAsync(house, words, findings, ct);
            await DeskAsync(house, words, findings, ct);
            foreach (var (good, text) in findings) context.Out.WriteLine($"{(good ? "ok " : "!! ")} {text}");
            return findings.All(finding => finding.Good) ? 0 : 1;
        });
        return command;
    }

    private static void Key(House house, WordList words, List<(bool, string)> findings) =>
        findings.Add(house.Settings.Identity.MasterKey is null ? (true, words["serve.embedded-key"]) : (true, words["doctor.key"]));

    private static void Disk(House house, WordList words, List<(bool, string)> findings)
    {
        var free = new DriveInfo(house.Settings.DataDirectory).AvailableFreeSpace;
        findings.Add((free > house.Settings.Ledger.DiskReserveBytes, words["doctor.disk", free >> 20, house.Settings.Ledger.DiskReserveBytes >> 20]));
    }

    private static async Task BackupAsync(House house, WordList words, List<(bool, string)> findings, CancellationToken ct)
    {
        if (house.JournalFolder.StartsWith(house.Settings.DataDirectory, StringComparison.Ordinal)) findings.Add((true, words["doctor.beware", words["doctor.journal-beside"]]));
        if (LedgerPlace.IsShared(house.Settings)) return;
        var last = await house.Ledger.GetAsync("", BackupCommand.LastKey, ct) is { } stored ? DateTimeOffset.Parse(stored, CultureInfo.InvariantCulture) : (DateTimeOffset?)null;
        var isLate = last is null ? (await house.Ledger.ListAsync(new ComplaintQuery { Limit = 1 }, ct)).Count > 0 : house.Time.GetUtcNow() - last > BackupWithin;
        findings.Add((!isLate, last is null ? words["doctor.no-backup"] : words["doctor.backup", ComplaintPage.Moment(last)!]));
    }

    // The next year's decree comes in autumn; without it deadlines around the new year are too early.
    private static void Holidays(House house, WordList words, List<(bool, string)> findings)
    {
        var today = Core.Wita.Day(house.Time.GetUtcNow());
        foreach (var year in new[] { today.Year, today.AddDays(NextYearWithin).Year }.Distinct())
            findings.Add((house.WorkingDays.Knows(year), words[house.WorkingDays.Knows(year) ? "doctor.holidays" : "doctor.no-holidays", year]));
    }

    private static void Channels(House house, string? only, WordList words, List<(bool, string)> findings)
    {
        var channels = house.Registry.Current.Channels.Where(channel => only is null || channel.Key == only).ToList();
        if (channels.Count == 0) findings.Add((false, words["doctor.no-channel"]));
        foreach (var channel in channels)
        {
            var faults = ChannelAdapters.ByKind[channel.Kind].Check(channel);
            if (faults.Count > 0) findings.Add((false, $"{channel.Key}: {string.Join(" ", faults)}"));
            else if (MissingPath(house, channel) is { } path) findings.Add((false, words["doctor.no-path", channel.Key, path]));
            else Look(channel, words, findings);
        }
    }

    private static void Look(Channel channel, WordList words, List<(bool, string)> findings)
    {
        var found = ChannelAdapters.ByKind[channel.Kind].Look(channel, Secrets.Resolve);
        if (!found.Any(finding => finding.IsFault)) findings.Add((true, words["doctor.channel", channel.Key]));
        foreach (var finding in found) findings.Add((!finding.IsFault, finding.IsFault ? finding.Text : words["doctor.beware", finding.Text]));
    }

    // A watched path that is not there is read as empty for ever. (A folder for chats is made by its channel.)
    private static string? MissingPath(House house, Channel channel)
    {
        if (channel.Settings["path"] is not JsonValue setting || !setting.TryGetValue<string>(out var written)) return null;
        var path = Path.Combine(house.Settings.DataDirectory, written);
        return Path.Exists(path) ? null : path;
    }

    private static async Task DestinationsAsync(House house, WordList words, List<(bool, string)> findings, CancellationToken ct)
    {
        using var central = new CentralClient(Secrets.Resolve, house.Time);
        foreach (var destination in house.Registry.Current.Destinations.Where(destination => destination.Kind == "api"))
        {
            var row = await house.Ledger.DestinationAsync(destination.Key, ct);
            findings.Add((row?.State == DestinationState.Open, $"{destination.Key}: {words["destination." + Wire.Name(row?.State ?? DestinationState.New)]} {string.Join("; ", row?.Reasons.Select(words.Of) ?? [])}".TrimEnd()));
            var answer = await central.ProbeAsync(destination, ct);
            var reached = answer.Status is >= 200 and < 300;
            findings.Add((reached, words[reached ? "doctor.reached" : "doctor.not-reached", destination.Key, (object?)answer.Status ?? Wire.Name(answer.Kind), destination.BaseUrl]));
        }
    }

    private static async Task DeskAsync(House house, WordList words, List<(bool, string)> findings, CancellationToken ct)
    {
        foreach (var state in new[] { ComplaintState.Unknown, ComplaintState.Parked })
        {
            var waiting = await CountAsync(house, state, ct);
            if (waiting > 0) findings.Add((false, words["doctor.waiting", waiting, words["state." + Wire.Name(state)]]));
        }

        foreach (var manual in house.Registry.Current.Destinations.Where(destination => destination.Kind == "manual"))
        {
            var typed = await CountAsync(house, ComplaintState.Queued, ct, manual.Key);
            findings.Add((typed == 0, words["doctor.to-type", manual.Key, typed]));
        }

        // One sum for all: that something accuses an office must not show in a number of its own.
        var held = await CountAsync(house, ComplaintState.Held, ct);
        if (held > 0) findings.Add((false, words["doctor.held", held]));

        var quarantined = await house.Ledger.ItemsAsync(ItemOutcome.Quarantined, null, false, 1000, ct);
        if (quarantined.Count > 0) findings.Add((false, words["doctor.quarantined", quarantined.Count]));
        var tasks = (await house.Ledger.TasksInAsync([TaskState.Parked, TaskState.Unknown], 1000, ct)).Count(task => task.Due is null);
        if (tasks > 0) findings.Add((false, words["doctor.tasks", tasks]));
    }

    private static async Task<int> CountAsync(House house, ComplaintState state, CancellationToken ct, string? destination = null)
    {
        var count = 0;
        var query = new ComplaintQuery { States = [state], Destination = destination, Limit = 1000 };
        while (await house.Ledger.ListAsync(query, ct) is { Count: > 0 } rows)
        {
            count += rows.Count;
            query = query with { After = rows[^1].Position };
        }

        return count;
    }
}
