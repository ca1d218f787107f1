using System.Globalization;
using System.Text.Json.Nodes;

namespace Gateway.Adapters.WebForm.Settings;

/// <summary>Text and durations of the settings; null is what cannot be read.</summary>
internal static class SettingWords
{
    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>The text; without one, the fault is told.</summary>
    public static string? Text(JsonNode? node, List<string> faults, string fault)
    {
        if (Text(node) is { } text) return text;
        faults.Add(fault);
        return null;
    }

    public static TimeSpan? Duration(JsonNode? node)
    {
        if (Text(node) is not { Length: > 1 and < 8 } text
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
