using System.Globalization;

namespace Gateway.Core.FollowUps;

/// <summary>Reads times as the centre writes them: mostly without a zone. What cannot be read is not guessed at.</summary>
public static class CentralTime
{
    private static string[] Forms => ["dd-MM-yyyy HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "dd-MM-yyyy HH:mm", "yyyy-MM-dd HH:mm", "dd-MM-yyyy", "yyyy-MM-dd"];

    /// <summary>The moment; null when it is none.</summary>
    /// <param name="written">As it came.</param>
    /// <param name="offset">What is meant when it names no zone.</param>
    public static DateTimeOffset? Read(string? written, TimeSpan offset)
    {
        var text = written?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return new DateTimeOffset(local, offset);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && text.Contains('T', StringComparison.Ordinal) ? moment : null;
    }
}
