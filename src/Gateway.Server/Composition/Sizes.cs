using System.Globalization;

namespace Gateway.Server.Composition;

/// <summary>Sizes of files as people write them in settings: <c>800KB 2MB</c>. A megabyte is a million bytes, the smaller of the two that a centre may mean.</summary>
internal static class Sizes
{
    public static bool TryParse(string? text, out long bytes)
    {
        bytes = 0;
        var trimmed = text?.Trim() ?? "";
        var digits = trimmed.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        if (!double.TryParse(trimmed[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
        double unit = trimmed[digits..].TrimStart().ToUpperInvariant() switch { "KB" => 1_000, "MB" => 1_000_000, _ => 0 };
        bytes = number * unit is >= 1 and <= int.MaxValue ? (long)(number * unit) : 0;
        return bytes > 0;
    }

    /// <summary>For a person.</summary>
    public static string Of(long bytes) => bytes < 1024 ? $"{bytes} B" : $"{bytes >> 10} KiB";
}
