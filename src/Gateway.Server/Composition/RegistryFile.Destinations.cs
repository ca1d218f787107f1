using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.Contracts.Files;
using Gateway.Core.Destinations;
using YamlDotNet.Core;

namespace Gateway.Server.Composition;

// Destinations: addresses, limits, codes.
internal sealed partial class RegistryFile
{
    private Destination ReadDestination((JsonObject Entry, string Place) at)
    {
        var (entry, place) = at;
        Known(entry, place, "key", "kind", "baseUrl", "headers", "routes", "requestsPerSecond", "maxConcurrency", "createTimeout", "readTimeout", "state",
            "fields", "codes", "schedule", "attempts", "leaseLength", "settleAfter", "disposition", "contentLimit", "unknownFiles", "attachments", "followUpFields", "readBack");
        var defaults = new Destination { Key = Required(entry, "key", place) };
        var kind = Text(entry, "kind") ?? "api";
        if (kind is not ("api" or "manual")) faults.Add(words["registry.not-one-of", place, "kind", kind, "api, manual"]);
        var baseUrl = Text(entry, "baseUrl");
        if (kind == "api" && (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
            faults.Add(words["registry.no-address", place, baseUrl]);
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
                var other => Fault(DestinationState.New, words["registry.state", place, other]),
            },
            Fields = Section(entry, "fields", place),
            Codes = Codes(entry, place),
            Schedule = entry["schedule"] switch
            {
                null => defaults.Schedule,
                JsonArray { Count: > 0 } waits => [.. waits.Select(wait => Time(wait, "schedule", place, TimeSpan.FromMinutes(1)))],
                var other => Fault(defaults.Schedule, words["registry.no-example", place, "schedule", other.ToJsonString(), "[30s, 5m, 1h]"]),
            },
            Attempts = Count(entry, "attempts", place, defaults.Attempts),
            LeaseLength = Time(entry, "leaseLength", place, defaults.LeaseLength),
            SettleAfter = Time(entry, "settleAfter", place, defaults.SettleAfter),
            ContentLimit = Count(entry, "contentLimit", place, defaults.ContentLimit),
            UnknownFiles = entry["unknownFiles"] is { } pattern ? Pattern(pattern.ToString(), place) : defaults.UnknownFiles,
            Attachments = Attachments(Section(entry, "attachments", place), $"{place} attachments"),
            FollowUpFields = Section(entry, "followUpFields", place),
            ReadBack = ReadBack(Section(entry, "readBack", place), $"{place} readBack"),
        };
    }

    private ReadBackSettings ReadBack(JsonObject entry, string place)
    {
        Known(entry, place, "firstDay", "firstWeek", "later", "pages", "zone", "closed");
        var defaults = new ReadBackSettings();
        return new ReadBackSettings
        {
            FirstDay = Time(entry, "firstDay", place, defaults.FirstDay),
            FirstWeek = Time(entry, "firstWeek", place, defaults.FirstWeek),
            Later = Time(entry, "later", place, defaults.Later),
            Pages = Count(entry, "pages", place, defaults.Pages),
            Offset = Text(entry, "zone") switch
            {
                null => defaults.Offset,
                var zone when DateTimeOffset.TryParseExact("2026-01-01 " + zone, "yyyy-MM-dd zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) => read.Offset,
                var other => Fault(defaults.Offset, words["registry.no-example", place, "zone", other, "\"+07:00\" (WIB), \"+08:00\" (WITA)"]),
            },
            Closed = entry["closed"] switch
            {
                null => defaults.Closed,
                JsonArray names => [.. names.Select(name => name?.ToString() ?? "").Where(name => name.Length > 0)],
                var other => Fault(defaults.Closed, words["registry.no-example", place, "closed", other.ToJsonString(), "[Selesai, Ditolak]"]),
            },
        };
    }

    private string Pattern(string pattern, string place)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return pattern;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return Fault(pattern, words["registry.no-pattern", place, pattern, wrong.Message]);
        }
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
                var other => Fault(defaults.Types, words["registry.no-example", place, "types", other.ToJsonString(), "[jpg, png, pdf]"]),
            },
        };
    }

    private string Kind(string type, string place)
    {
        var name = type.TrimStart('.').ToLowerInvariant() switch { "jpeg" => "jpg", "tif" => "tiff", var other => other };
        return FileKinds.Names.Contains(name) ? name : Fault(name, words["registry.not-one-of", place, "type", type, string.Join(", ", FileKinds.Names)]);
    }

    private long Size(JsonObject entry, string name, string place, long otherwise)
    {
        if (entry[name] is not { } node) return otherwise;
        return Sizes.TryParse(node.ToString(), out var bytes) ? bytes : Fault(otherwise, words["registry.no-example", place, name, node, "800KB, 2MB"]);
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
                return Fault(new CodeTables(), words["registry.codes-unreadable", place, path, exception.Message]);
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
}
