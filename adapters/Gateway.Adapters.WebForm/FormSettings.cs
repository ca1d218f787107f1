using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Contracts.Fields;

namespace Gateway.Adapters.WebForm;

/// <summary>The <c>webform</c> section of a channel: <c>{token, map: {isi: pesan}, repeatWithin: 10m}</c>.</summary>
internal sealed record FormSettings
{
    /// <summary>Bearer token of the posts, mostly as <c>env:NAME</c>. Null: posts from this machine only.</summary>
    public string? Token { get; private init; }

    /// <summary>Contract or reporter field to the field of the form that fills it.</summary>
    public IReadOnlyDictionary<string, string> Map { get; private init; } = new Dictionary<string, string>();

    /// <summary>How long the same words of the same person are one press, when the form sends no Idempotency-Key.</summary>
    public TimeSpan RepeatWithin { get; private init; } = TimeSpan.FromMinutes(10);

    /// <summary>What can be read of the settings; the rest keeps its default, <see cref="Check"/> tells.</summary>
    public static FormSettings Of(Channel channel)
    {
        var settings = new FormSettings { Token = Text(channel.Settings["token"]) };
        if (channel.Settings["map"] is JsonObject map)
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (field, name) in map)
            {
                if (Text(name) is { } words) fields[field] = words;
            }

            settings = settings with { Map = fields };
        }

        return Duration(Text(channel.Settings["repeatWithin"])) is { } within ? settings with { RepeatWithin = within } : settings;
    }

    public static IReadOnlyList<string> Check(Channel channel)
    {
        var faults = new List<string>();
        foreach (var (name, value) in channel.Settings)
        {
            switch (name)
            {
                case "token" when Text(value) is null:
                    faults.Add("webform.token is empty; write env:NAME or file:PATH, or leave it out to take posts from this machine only.");
                    break;
                case "repeatWithin" when Duration(Text(value)) is null:
                    faults.Add($"webform.repeatWithin '{value}' is no duration; write for example 10m, 30s or 1h.");
                    break;
                case "map":
                    CheckMap(value, faults);
                    break;
                case "token" or "repeatWithin":
                    break;
                default:
                    faults.Add($"webform.{name} is no setting; write token, map or repeatWithin.");
                    break;
            }
        }

        return faults;
    }

    private static void CheckMap(JsonNode? map, List<string> faults)
    {
        if (map is not JsonObject fields)
        {
            faults.Add("webform.map is no list of fields; write for example map: {isi: pesan, judul: perihal}.");
            return;
        }

        foreach (var (field, name) in fields)
        {
            if (!FieldNames.IsKnown(field))
            {
                var known = string.Join(", ", FieldNames.OfComplaint.Concat(FieldNames.OfReporter));
                faults.Add($"webform.map.{field} is no field of the contract; write one of {known}.");
            }

            if (Text(name) is null) faults.Add($"webform.map.{field} names no field of the form; write its name, for example pesan.");
        }
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static TimeSpan? Duration(string? text)
    {
        if (text is not { Length: > 1 and < 8 }
            || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            _ => null,
        };
    }
}
