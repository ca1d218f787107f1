using System.Text.Json.Nodes;
using Gateway.Contracts;

namespace Gateway.Adapters.Register;

/// <summary>The <c>register</c> section of a channel: <c>{map: {isi: "Uraian Pengaduan"}}</c>.</summary>
internal static class RegisterSettings
{
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
                    faults.Add("register.folder cannot be watched yet; leave it out and run: gateway import register PATH --channel " + channel.Key);
                    break;
                default:
                    faults.Add($"register.{name} is no setting; write map.");
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
