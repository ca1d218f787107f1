using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Register;

/// <summary>The <c>register</c> section of a channel: <c>{folder: inbox/dishub-register, map: {isi: "Uraian Pengaduan"}}</c>.</summary>
internal static class RegisterSettings
{
    /// <summary>Time between two looks at the folder.</summary>
    public static TimeSpan Poll { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Watched folder, relative to the data folder. Null: registers are imported, uploaded or mailed.</summary>
    public static string? FolderOf(Channel channel) => Text(channel.Settings["folder"]);

    /// <summary>Tells one map from another; empty without one.</summary>
    public static string Mark(Channel channel) =>
        MapOf(channel) is { Count: > 0 } map ? "/" + ContentDigest.OfParts(map.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => new[] { pair.Key, pair.Value }))[..16] : "";

    /// <summary>Contract, reporter or register field to the heading of the column that fills it.</summary>
    public static IReadOnlyDictionary<string, string> MapOf(Channel channel)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, heading) in channel.Settings["map"] as JsonObject ?? [])
        {
            if (Text(heading) is { } words) map[field] = words;
        }

        return map;
    }

    public static IReadOnlyList<string> Check(Channel channel)
    {
        var faults = new List<string>();
        foreach (var (name, value) in channel.Settings)
        {
            switch (name)
            {
                case "map" when value is JsonObject fields:
                    CheckMap(fields, faults);
                    break;
                case "map":
                    faults.Add("register.map is no list of columns; write for example map: {isi: \"Uraian Pengaduan\"}.");
                    break;
                case "folder":
                    if (Text(value) is not { } folder || folder.Contains('\0', StringComparison.Ordinal))
                        faults.Add("register.folder is empty. Write a folder such as inbox/dishub-register, or leave the line out when registers are imported.");
                    break;
                default:
                    faults.Add($"register.{name} is no setting; write map or folder.");
                    break;
            }
        }

        return faults;
    }

    private static void CheckMap(JsonObject map, List<string> faults)
    {
        foreach (var (field, heading) in map)
        {
            if (!ColumnNames.IsField(field))
                faults.Add($"register.map.{field} is no field; write one of {string.Join(", ", ColumnNames.Fields)}.");
            if (Text(heading) is null)
                faults.Add($"register.map.{field} names no column; write its heading, for example \"Uraian Pengaduan\".");
        }
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;
}
