using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>The last line of what the gateway itself sends; a mail that only brings it back is no complaint.</summary>
internal static partial class OwnMarker
{
    public static bool In(string text) => Marker().IsMatch(text);

    [GeneratedRegex(@"\bNo\. pelacakan:\s{0,3}G[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Marker();
}
