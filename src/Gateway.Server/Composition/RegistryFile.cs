using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Contracts.Files;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using YamlDotNet.Core;

namespace Gateway.Server.Composition;

/// <summary>Reads the registry YAML. Every fault is named with its place and value, all in one go.</summary>
internal sealed class RegistryFile
{
    private readonly List<string> faults = [];
    private readonly string folder;

    private RegistryFile(string folder) => this.folder = folder;

    /// <summary>The registry, or the faults; never both.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="folder">Where relative paths inside it start.</param>
    public static (Registry? Registry, IReadOnlyList<string> Faults) Parse(string text, string folder)
    {
        var file = new RegistryFile(folder);
        JsonObject root;
        try
        {
            root = YamlJson.Parse(text) as JsonObject ?? [];
        }
        catch (YamlException broken)
        {
            return (null, [NotYaml(broken)]);
        }

        var registry = file.Read(root);
        return file.faults.Count == 0 ? (registry, []) : (null, file.faults);
    }

    /// <summary>One channel entry, as <c>inspect --options</c> takes it.</summary>
    public static (Channel? Channel, IReadOnlyList<string> Faults) ParseChannel(string text, string kind)
    {
        var file = new RegistryFile(".");
        JsonNode? root;
        try
        {
            root = YamlJson.Parse(text);
        }
        catch (YamlException broken)
        {
            return (null, [NotYaml(broken)]);
        }

        if (root is not JsonObject entry) return (null, ["The options file must hold one channel entry: {key: ..., email: {...}}"]);
        entry["key"] ??= "inspect";
        entry["agency"] ??= "inspect";
        entry["kind"] ??= kind;
        var channel = file.ReadChannel(entry, "options");
        return file.faults.Count == 0 ? (channel, []) : (null, file.faults);
    }

    private static string NotYaml(YamlException broken) => $"The file is not YAML: line {broken.Start.Line}: {broken.Message}";

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
            if (registry.Agency(channel.Agency) is null) faults.Add($"channels '{channel.Key}': agency '{channel.Agency}' is not listed under agencies.");
            if (registry.Destination(channel.Destination) is null) faults.Add($"channels '{channel.Key}': destination '{channel.Destination}' is not listed under destinations.");
        }

        return registry;
    }

    private Agency ReadAgency((JsonObject Entry, string Place) at)
    {
        Known(at.Entry, at.Place, "key", "name", "kind", "institution");
        var key = Required(at.Entry, "key", at.Place);
        return new Agency(key, Text(at.Entry, "name") ?? key, Text(at.Entry, "kind") ?? "opd", Text(at.Entry, "institution"));
    }

    private Destination ReadDestination((JsonObject Entry, string Place) at)
    {
        var (entry, place) = at;
        Known(entry, place, "key", "kind", "baseUrl", "headers", "routes", "requestsPerSecond", "maxConcurrency", "createTimeout", "readTimeout", "state",
            "fields", "codes", "schedule", "attempts", "leaseLength", "settleAfter", "disposition", "contentLimit", "attachments");
        var defaults = new Destination { Key = Required(entry, "key", place) };
        var kind = Text(entry, "kind") ?? "api";
        if (kind is not ("api" or "manual")) faults.Add($"{place}: kind '{kind}' is not known. Write api or manual.");
        var baseUrl = Text(entry, "baseUrl");
        if (kind == "api" && (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
            faults.Add($"{place}: baseUrl '{baseUrl}' is no http address. Write for example https://host/lapor/3.0.0");
        return defaults with
        {
            Kind = kind,
            BaseUrl = baseUrl,
            Headers = Map(Section(entry, "headers", place)),
            Routes = Map(Section(entry, "routes", place)),
            RequestsPerSecond = Number(entry, "requestsPerSecond", place, defaults.RequestsPerSecond),
            MaxConcurrency = Count(entry, "maxConcurrency", place, defaults.MaxConcurrency),
            CreateTimeout = Time(entry, "createTimeout", place, defaults.CreateTimeout),
            ReadTimeout = Time(entry, "readTimeout", place, defaults.ReadTimeout),
            State = Text(entry, "state") switch
            {
                null or "new" => DestinationState.New,
                "open" => DestinationState.Open,
                var other => Fault(DestinationState.New, $"{place}: state '{other}' is not known. Write open, or leave it out."),
            },
            Fields = Section(entry, "fields", place),
            Codes = Codes(entry, place),
            Schedule = entry["schedule"] switch
            {
                null => defaults.Schedule,
                JsonArray { Count: > 0 } waits => [.. waits.Select(wait => Time(wait, "schedule", place, TimeSpan.FromMinutes(1)))],
                var other => Fault(defaults.Schedule, $"{place}: schedule '{other.ToJsonString()}' is no list of durations. Write for example [30s, 5m, 1h]."),
            },
            Attempts = Count(entry, "attempts", place, defaults.Attempts),
            LeaseLength = Time(entry, "leaseLength", place, defaults.LeaseLength),
            SettleAfter = Time(entry, "settleAfter", place, defaults.SettleAfter),
            ContentLimit = Count(entry, "contentLimit", place, defaults.ContentLimit),
            Attachments = Attachments(Section(entry, "attachments", place), $"{place} attachments"),
        };
    }

    private AttachmentLimits Attachments(JsonObject entry, string place)
    {
        Known(entry, place, "total", "each", "types", "count");
        var defaults = new AttachmentLimits();
        return new AttachmentLimits
        {
            Total = Size(entry, "total", place, defaults.Total),
            Each = Size(entry, "each", place, defaults.Each),
            Count = entry["count"] is null ? null : Count(entry, "count", place, 0),
            Types = entry["types"] switch
            {
                null => defaults.Types,
                JsonArray { Count: > 0 } types => [.. types.Select(type => Kind(type?.ToString() ?? "", place)).Distinct()],
                var other => Fault(defaults.Types, $"{place}: types '{other.ToJsonString()}' is no list of kinds. Write for example [jpg, png, pdf]."),
            },
        };
    }

    private string Kind(string type, string place)
    {
        var name = type.TrimStart('.').ToLowerInvariant() switch { "jpeg" => "jpg", "tif" => "tiff", var other => other };
        return FileKinds.Names.Contains(name) ? name : Fault(name, $"{place}: type '{type}' is not known. Known: {string.Join(", ", FileKinds.Names)}.");
    }

    private long Size(JsonObject entry, string name, string place, long otherwise)
    {
        if (entry[name] is not { } node) return otherwise;
        return Sizes.TryParse(node.ToString(), out var bytes) ? bytes : Fault(otherwise, $"{place}: {name} '{node}' is no size. Write for example 800KB or 2MB.");
    }

    private CodeTables Codes(JsonObject entry, string place)
    {
        var disposition = Text(entry, "disposition");
        if (entry["codes"] is not { } given) return new CodeTables { Disposition = disposition };
        var codes = given as JsonObject;
        if (codes is null)
        {
            var path = Path.GetFullPath(given.ToString(), folder);
            try
            {
                codes = YamlJson.Parse(File.ReadAllText(path)) as JsonObject ?? [];
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or YamlException)
            {
                return Fault(new CodeTables(), $"{place}: codes file '{path}' cannot be read: {exception.Message}");
            }
        }

        Known(codes, place + " codes", "classification", "category", "location", "institution", "disposition");
        return new CodeTables
        {
            Classification = codes["classification"] is { } classification ? Map(classification) : null,
            Category = codes["category"] is { } category ? Map(category) : null,
            Location = codes["location"] is { } location ? Map(location) : null,
            Institution = codes["institution"] is { } institution ? Map(institution) : null,
            Disposition = Text(codes, "disposition") ?? disposition,
        };
    }

    private Channel ReadChannel(JsonObject entry, string place)
    {
        var kind = Required(entry, "kind", place);
        if (!ChannelAdapters.ByKind.TryGetValue(kind, out var adapter)) faults.Add($"{place}: kind '{kind}' is not known. Write one of: {string.Join(", ", ChannelAdapters.ByKind.Keys)}.");
        Known(entry, place, "key", "agency", "kind", "policy", "destination", "cutOver", "enabled", kind);
        var key = Required(entry, "key", place);
        DateTimeOffset? cutOver = null;
        if (Text(entry, "cutOver") is { } moment)
        {
            if (DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)) cutOver = InWita(moment, parsed);
            else faults.Add($"{place}: cutOver '{moment}' is no moment. Write for example \"2026-05-11T00:00:00+08:00\"");
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
                var other => Fault(ChannelPolicy.Review, $"{place}: policy '{other}' is not known. Write auto or review."),
            },
            Destination = Text(entry, "destination") ?? "default",
            CutOver = cutOver,
            Enabled = Text(entry, "enabled") switch
            {
                null or "true" => true,
                "false" => false,
                var other => Fault(true, $"{place}: enabled '{other}' is not known. Write true or false."),
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
            faults.Add($"'{name}' must be a list.");
            yield break;
        }

        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject entry) yield return (entry, $"{name} '{entry["key"]?.ToString() ?? (i + 1).ToString(CultureInfo.InvariantCulture)}'");
            else faults.Add($"{name} number {i + 1} must be a map such as {{key: ...}}.");
        }
    }

    private void Known(JsonObject entry, string place, params string[] names)
    {
        foreach (var (name, _) in entry)
        {
            if (!names.Contains(name)) faults.Add($"{place}: '{name}' is not known here. Known: {string.Join(", ", names)}.");
        }
    }

    private void Unique(string place, IEnumerable<string> keys)
    {
        foreach (var twice in keys.GroupBy(key => key).Where(group => group.Count() > 1)) faults.Add($"{place}: key '{twice.Key}' stands there {twice.Count()} times.");
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
        var other => Fault<JsonObject>([], $"{place}: {name} '{other}' must be a map such as {{name: value}}."),
    };

    private string Required(JsonObject entry, string name, string place) => Text(entry, name) ?? Fault("", $"{place}: '{name}' is missing.");

    private static string? Text(JsonObject entry, string name) => entry[name]?.ToString();

    private double Number(JsonObject entry, string name, string place, double otherwise)
    {
        if (entry[name] is null) return otherwise;
        return double.TryParse(entry[name]!.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= int.MaxValue
            ? number
            : Fault(otherwise, $"{place}: {name} '{entry[name]}' is no number.");
    }

    private TimeSpan Time(JsonObject entry, string name, string place, TimeSpan otherwise) =>
        entry[name] is { } node ? Time(node, name, place, otherwise) : otherwise;

    private TimeSpan Time(JsonNode? node, string name, string place, TimeSpan otherwise) =>
        Durations.TryParse(node?.ToString(), out var time) && time > TimeSpan.Zero && time <= TimeSpan.FromDays(31)
            ? time
            : Fault(otherwise, $"{place}: {name} '{node}' is no duration. Write for example 30s, 5m or 1h; zero is none.");

    private int Count(JsonObject entry, string name, string place, double otherwise)
    {
        var number = Number(entry, name, place, otherwise);
        return number >= 1 ? (int)number : Fault(1, $"{place}: {name} '{entry[name]}' must be 1 or more.");
    }

    private static Dictionary<string, string> Map(JsonNode? node) =>
        (node as JsonObject)?.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "") ?? [];

    private T Fault<T>(T otherwise, string fault)
    {
        faults.Add(fault);
        return otherwise;
    }
}
