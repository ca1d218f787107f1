using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Server.Words;
using YamlDotNet.Core;

namespace Gateway.Server.Composition;

/// <summary>Reads the registry YAML. Every fault is named with its place and value, all in one go.</summary>
internal sealed partial class RegistryFile
{
    private readonly List<string> faults = [];
    private readonly string folder;
    private readonly WordList words;

    private RegistryFile(string folder, WordList words) => (this.folder, this.words) = (folder, words);

    /// <summary>The registry, or the faults; never both.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="folder">Where relative paths inside it start.</param>
    /// <param name="words">In which language faults are named.</param>
    public static (Registry? Registry, IReadOnlyList<string> Faults) Parse(string text, string folder, WordList words)
    {
        var file = new RegistryFile(folder, words);
        JsonObject root;
        try
        {
            root = YamlJson.Parse(text) as JsonObject ?? [];
        }
        catch (YamlException broken)
        {
            return (null, [NotYaml(broken, words)]);
        }

        var registry = file.Read(root);
        return file.faults.Count == 0 ? (registry, []) : (null, file.faults);
    }

    /// <summary>One channel entry, as <c>inspect --options</c> takes it.</summary>
    public static (Channel? Channel, IReadOnlyList<string> Faults) ParseChannel(string text, string kind, WordList words)
    {
        var file = new RegistryFile(".", words);
        JsonNode? root;
        try
        {
            root = YamlJson.Parse(text);
        }
        catch (YamlException broken)
        {
            return (null, [NotYaml(broken, words)]);
        }

        if (root is not JsonObject entry) return (null, [words["registry.no-options"]]);
        entry["key"] ??= "inspect";
        entry["agency"] ??= "inspect";
        entry["kind"] ??= kind;
        var channel = file.ReadChannel(entry, "options");
        return file.faults.Count == 0 ? (channel, []) : (null, file.faults);
    }

    private static string NotYaml(YamlException broken, WordList words) => words["registry.not-yaml", broken.Start.Line, broken.Message];

    private Registry Read(JsonObject root)
    {
        Known(root, "registry", "agencies", "destinations", "channels");
        var registry = new Registry
        {
            Agencies = [.. Entries(root, "agencies").Select(ReadAgency)],
            Destinations = [.. Entries(root, "destinations").Select(ReadDestination)],
            Channels = [.. Entries(root, "channels").Select(pair => ReadChannel(pair.Entry, pair.Place))],
        };
        Unique("agencies", registry.Agencies.Select(agency => agency.Key));
        Unique("destinations", registry.Destinations.Select(destination => destination.Key));
        Unique("channels", registry.Channels.Select(channel => channel.Key));
        foreach (var channel in registry.Channels)
        {
            if (registry.Agency(channel.Agency) is null) faults.Add(words["registry.no-agency", channel.Key, channel.Agency]);
            if (registry.Destination(channel.Destination) is null) faults.Add(words["registry.no-destination", channel.Key, channel.Destination]);
        }

        return registry;
    }

    private Agency ReadAgency((JsonObject Entry, string Place) at)
    {
        Known(at.Entry, at.Place, "key", "name", "kind", "institution");
        var key = Required(at.Entry, "key", at.Place);
        return new Agency(key, Text(at.Entry, "name") ?? key, Text(at.Entry, "kind") ?? "opd", Text(at.Entry, "institution"));
    }

    private Channel ReadChannel(JsonObject entry, string place)
    {
        var kind = Required(entry, "kind", place);
        if (!ChannelAdapters.ByKind.TryGetValue(kind, out var adapter)) faults.Add(words["registry.not-one-of", place, "kind", kind, string.Join(", ", ChannelAdapters.ByKind.Keys)]);
        Known(entry, place, ["key", "agency", "kind", "policy", "destination", "cutOver", "enabled", .. adapter is null ? [] : new[] { kind }]);
        var key = Required(entry, "key", place);
        DateTimeOffset? cutOver = null;
        if (Text(entry, "cutOver") is { } moment)
        {
            if (DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)) cutOver = InWita(moment, parsed);
            else faults.Add(words["registry.no-moment", place, moment]);
        }

        var channel = new Channel
        {
            Key = key,
            Agency = Required(entry, "agency", place),
            Kind = kind,
            Policy = Text(entry, "policy") switch
            {
                "auto" => ChannelPolicy.Auto,
                "review" => ChannelPolicy.Review,
                null => kind == "webform" ? ChannelPolicy.Auto : ChannelPolicy.Review,
                var other => Fault(ChannelPolicy.Review, words["registry.not-one-of", place, "policy", other, "auto, review"]),
            },
            Destination = Text(entry, "destination") ?? "default",
            CutOver = cutOver,
            Enabled = Text(entry, "enabled") switch
            {
                null or "true" => true,
                "false" => false,
                var other => Fault(true, words["registry.not-one-of", place, "enabled", other, "true, false"]),
            },
            Settings = Section(entry, kind, place),
        };
        if (adapter is not null) faults.AddRange(adapter.Check(channel).Select(fault => $"{place}: {fault}"));
        return channel;
    }

    private IEnumerable<(JsonObject Entry, string Place)> Entries(JsonObject root, string name)
    {
        if (root[name] is null) yield break;
        if (root[name] is not JsonArray list)
        {
            faults.Add(words["registry.no-list", name]);
            yield break;
        }

        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject entry) yield return (entry, $"{name} '{entry["key"]?.ToString() ?? (i + 1).ToString(CultureInfo.InvariantCulture)}'");
            else faults.Add(words["registry.no-entry", name, i + 1]);
        }
    }

    private void Known(JsonObject entry, string place, params string[] names)
    {
        foreach (var (name, _) in entry)
        {
            if (!names.Contains(name)) faults.Add(words["registry.unknown-key", place, name, string.Join(", ", names)]);
        }
    }

    private void Unique(string place, IEnumerable<string> keys)
    {
        foreach (var twice in keys.GroupBy(key => key).Where(group => group.Count() > 1)) faults.Add(words["registry.twice", place, twice.Key, twice.Count()]);
    }

    // A day is a day here: a moment without an offset is meant in WITA, and the text decides whether it has one.
    private static DateTimeOffset InWita(string moment, DateTimeOffset parsed) =>
        DateTime.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local) && local.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(local, Core.Wita.Offset)
            : parsed;

    private JsonObject Section(JsonObject entry, string name, string place) => entry[name] switch
    {
        null => [],
        JsonObject section => (JsonObject)section.DeepClone(),
        var other => Fault<JsonObject>([], words["registry.no-map", place, name, other]),
    };

    private string Required(JsonObject entry, string name, string place) => Text(entry, name) ?? Fault("", words["registry.missing", place, name]);

    private static string? Text(JsonObject entry, string name) => entry[name]?.ToString();

    private double Number(JsonObject entry, string name, string place, double otherwise)
    {
        if (entry[name] is null) return otherwise;
        return double.TryParse(entry[name]!.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= int.MaxValue
            ? number
            : Fault(otherwise, words["registry.no-number", place, name, entry[name]]);
    }

    private TimeSpan Time(JsonObject entry, string name, string place, TimeSpan otherwise) =>
        entry[name] is { } node ? Time(node, name, place, otherwise) : otherwise;

    private TimeSpan Time(JsonNode? node, string name, string place, TimeSpan otherwise) =>
        Durations.TryParse(node?.ToString(), out var time) && time > TimeSpan.Zero && time <= TimeSpan.FromDays(31)
            ? time
            : Fault(otherwise, words["registry.no-duration", place, name, node]);

    private int Count(JsonObject entry, string name, string place, double otherwise)
    {
        var number = Number(entry, name, place, otherwise);
        return number >= 1 ? (int)number : Fault(1, words["registry.no-count", place, name, entry[name]]);
    }

    private static Dictionary<string, string> Map(JsonNode? node) =>
        (node as JsonObject)?.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "") ?? [];

    private T Fault<T>(T otherwise, string fault)
    {
        faults.Add(fault);
        return otherwise;
    }
}
