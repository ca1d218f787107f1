using System.Text.RegularExpressions;

namespace Gateway.Simulator.Book;

/// <summary>
/// Finds the caller's tracking number in the text of a complaint: the central API has no field for it, so it travels in the
/// content.
/// </summary>
internal static partial class Marker
{
    /// <summary>The number on the last line that reads <c>No. pelacakan: GXXX-XXXX-XXXX-XX</c>; null when there is none.</summary>
    public static string? Find(string content) =>
        MarkerLine().Matches(content).LastOrDefault()?.Groups["number"].Value;

    [GeneratedRegex(@"^No\. pelacakan: (?<number>G[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2})[ \t\r]*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MarkerLine();
}
