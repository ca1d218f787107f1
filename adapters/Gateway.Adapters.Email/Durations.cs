using System.Globalization;

namespace Gateway.Adapters.Email;

/// <summary>Durations as the registry writes them: <c>30s</c>, <c>5m</c>, <c>1h</c>.</summary>
internal static class Durations
{
    /// <summary>False for anything else, for zero, and for more than a day.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        var seconds = text[^1] switch { 's' => 1L, 'm' => 60L, 'h' => 3600L, _ => 0L } * number;
        if (seconds is < 1 or > 86_400) return false;
        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }
}
