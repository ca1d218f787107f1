using System.CommandLine;
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
            Channels(house, given.GetValue(only), words, findings);
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

    private static void Channels(House house, string? only, WordList words, List<(bool, string)> findings)
    {
        var channels = house.Registry.Current.Channels.Where(channel => only is null || channel.Key == only).ToList();
        if (channels.Count == 0) findings.Add((false, words["doctor.no-channel"]));
        foreach (var channel in channels)
        {
            var faults = ChannelAdapters.ByKind[channel.Kind].Check(channel);
            findings.Add((faults.Count == 0, faults.Count == 0 ? words["doctor.channel", channel.Key] : $"{channel.Key}: {string.Join(" ", faults)}"));
        }
    }

    private static async Task DestinationsAsync(House house, WordList words, List<(bool, string)> findings, CancellationToken ct)
    {
        using var central = new CentralClient(Secrets.Resolve, house.Time);
        foreach (var destination in house.Registry.Current.Destinations.Where(destination => destination.Kind == "api"))
        {
            var row = await house.Ledger.DestinationAsync(destination.Key, ct);
            findings.Add((row?.State == DestinationState.Open, $"{destination.Key}: {words["destination." + Wire.Name(row?.State ?? DestinationState.New)]} {string.Join("; ", row?.Reasons.Select(words.Of) ?? [])}"));
            var answer = await central.ProbeAsync(destination, ct);
            var reached = answer.Status is >= 200 and < 300;
            findings.Add((reached, words[reached ? "doctor.reached" : "doctor.not-reached", destination.Key, (object?)answer.Status ?? Wire.Name(answer.Kind), destination.BaseUrl]));
        }
    }

    private static async Task DeskAsync(House house, WordList words, List<(bool, string)> findings, CancellationToken ct)
    {
        foreach (var state in new[] { ComplaintState.Unknown, ComplaintState.Parked })
        {
            var waiting = await house.Ledger.ListAsync(new ComplaintQuery { States = [state], Limit = 1000 }, ct);
            if (waiting.Count > 0) findings.Add((false, words["doctor.waiting", waiting.Count, words["state." + Wire.Name(state)]]));
        }

        var quarantined = await house.Ledger.ItemsAsync(ItemOutcome.Quarantined, null, false, 1000, ct);
        if (quarantined.Count > 0) findings.Add((false, words["doctor.quarantined", quarantined.Count]));
    }
}
