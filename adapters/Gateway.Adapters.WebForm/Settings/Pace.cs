using System.Globalization;
using System.Text.Json.Nodes;

namespace Gateway.Adapters.WebForm.Settings;

/// <summary>So many in so long: <c>30/m</c>.</summary>
/// <param name="Count">At least 1.</param>
/// <param name="Within">A second, a minute or an hour.</param>
internal readonly record struct Pace(int Count, TimeSpan Within)
{
    public static Pace? Read(JsonNode? node, string place, List<string> faults)
    {
        var parts = SettingWords.Text(node)?.Split('/') ?? [];
        var within = parts.Length == 2 ? SettingWords.Duration("1" + parts[1].Trim()) : null;
        if (within is { } span && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 1_000_000) return new Pace(count, span);
        faults.Add($"{place} '{node}' is no rate; write how many in a second, minute or hour, for example 30/m.");
        return null;
    }
}
