using System.Text.RegularExpressions;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>A place shared from the phone: <c>lokasi: https://maps.google.com/?q=-0.502106,117.153709</c>.</summary>
internal static partial class LocationPin
{
    public static bool IsIn(string text) => text.Contains("://", StringComparison.Ordinal) && Pin().IsMatch(text);

    /// <summary>The text without pins; the same when there is none.</summary>
    public static string Without(string text) => IsIn(text) ? Pin().Replace(text, " ") : text;

    /// <summary>Where the first pin of the texts points: latitude and longitude, else the link itself. Null when there is none.</summary>
    public static (string Place, string Link)? First(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (!IsIn(text)) continue;
            var link = Pin().Match(text).Groups["link"].Value;
            var position = Position().Match(link);
            return (position.Success ? $"{position.Groups["lat"].Value}, {position.Groups["lon"].Value}" : link, link);
        }

        return null;
    }

    [GeneratedRegex(
        @"((lokasi|location|posisi|titik)\s{0,3}:\s{0,3})?(?<link>https?://(maps\.google\.[a-z.]{2,6}/|(www\.)?google\.[a-z.]{2,6}/maps|maps\.app\.goo\.gl/|goo\.gl/maps/|maps\.apple\.com/)\S{0,500})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Pin();

    [GeneratedRegex(@"([?&](q|query|ll)=(loc:)?|@)(?<lat>-?\d{1,2}\.\d{1,15})(,|%2C)\s?(?<lon>-?\d{1,3}\.\d{1,15})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Position();
}
