using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Server.Composition;

namespace Gateway.Server.Doctor;

/// <summary>The channels: their settings, their secrets, their folders, and whether a mailbox lets us in.</summary>
internal static class ChannelCheck
{
    /// <param name="house">The opened house.</param>
    /// <param name="only">Key of the one channel to look at; null for all.</param>
    /// <param name="findings">Where to.</param>
    /// <param name="ct">Stops the wait for a mail server.</param>
    public static async Task RunAsync(House house, string? only, Findings findings, CancellationToken ct)
    {
        var channels = house.Registry.Current.Channels.Where(channel => only is null || channel.Key == only).ToList();
        if (channels.Count == 0) findings.Wrong("doctor.no-channel");
        foreach (var channel in channels)
        {
            if (!ChannelAdapters.ByKind.ContainsKey(channel.Kind)) findings.Wrong("doctor.newer-kind", channel.Key, channel.Kind);
            else if (ChannelAdapters.ByKind[channel.Kind].Check(channel) is { Count: > 0 } faults) findings.Tell("doctor.channel-wrong", $"{channel.Key}: {string.Join(" ", faults)}");
            else if (MissingPath(house, channel) is var (setting, path)) findings.Wrong("doctor.no-path", channel.Key, path, $"{channel.Kind}.{setting}");
            else await LookAsync(house, channel, findings, ct);
        }
    }

    private static async Task LookAsync(House house, Channel channel, Findings findings, CancellationToken ct)
    {
        var adapter = ChannelAdapters.ByKind[channel.Kind];
        var found = adapter.Look(channel, Secrets.Resolve);
        // What is paused is not asked to work.
        if (channel.Enabled && !found.Any(finding => finding.IsFault))
            found = [.. found, .. await adapter.ReachAsync(channel, new SourceContext(house.Settings.DataDirectory, Secrets.Resolve, house.Time), ct)];
        if (!found.Any(finding => finding.IsFault)) findings.Good("doctor.channel", channel.Key);
        foreach (var finding in found)
        {
            var text = finding.Code is { } code ? findings.Words["finding." + code, [.. finding.Values]] : finding.Text;
            if (finding.IsFault) findings.Tell("doctor.channel-wrong", text);
            else findings.Beware("doctor.beware", text);
        }
    }

    // A watched path that is not there is read as empty for ever. A folder in the data folder is made by its channel.
    private static (string Setting, string Path)? MissingPath(House house, Channel channel)
    {
        var data = house.Settings.DataDirectory;
        if (PathOf(channel, "path", data) is { } path && !Path.Exists(path)) return ("path", path);
        return PathOf(channel, "folder", data) is { } folder && !MachineCheck.IsWithin(folder, data) && !Path.Exists(folder) ? ("folder", folder) : null;
    }

    private static string? PathOf(Channel channel, string name, string data) =>
        channel.Settings[name] is JsonValue setting && setting.TryGetValue<string>(out var written) ? Path.GetFullPath(written, data) : null;
}
