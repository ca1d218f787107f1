using System.Globalization;

namespace Gateway.Server.Composition;

/// <summary>Durations as people write them in settings: <c>500ms 30s 5m 1h 2d</c>.</summary>
internal static class Durations
{
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var trimmed = text.Trim();
        var digits = trimmed.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        if (!double.TryParse(trimmed[..digits], CultureInfo.InvariantCulture, out var number)) return false;
        TimeSpan? unit = trimmed[digits..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(1),
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            "d" => TimeSpan.FromDays(1),
            _ => null,
        };
        if (unit is null || number > TimeSpan.MaxValue / unit.Value / 2) return false;
        duration = unit.Value * number;
        return true;
    }
}
