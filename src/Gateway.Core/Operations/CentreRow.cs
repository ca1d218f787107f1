using System.Text.RegularExpressions;

namespace Gateway.Core.Operations;

/// <summary>One row of a list taken from the pages of SP4N-LAPOR!.</summary>
/// <param name="Row">Its 1-based row in its sheet.</param>
/// <param name="CentralId">The centre's number.</param>
/// <param name="Numbers">Tracking numbers of the markers that end its cells, each once: one for a complaint of ours; none when it is not ours or its text is cut; several when somebody quoted another.</param>
public sealed partial record CentreRow(int Row, string CentralId, IReadOnlyList<string> Numbers)
{
    /// <summary>The tracking number, where there is no doubt about it.</summary>
    public string? Number => Numbers.Count == 1 ? Numbers[0] : null;

    /// <summary>Everything that stands in the row.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>Its sheet; null in a file that has none.</summary>
    public string? Sheet { get; init; }

    /// <summary>Reads a row: the number from its cell, the marker from whichever cell ends with one.</summary>
    /// <returns>Null when its cell holds no number of the centre.</returns>
    public static CentreRow? Of(string? sheet, int row, string id, IReadOnlyList<string> cells) => CentralNumber.TryRead(id, out var central)
        ? new CentreRow(row, central, [.. cells.Select(NumberIn).OfType<string>().Distinct(StringComparer.Ordinal)]) { Cells = cells, Sheet = sheet }
        : null;

    /// <summary>The tracking number of the marker that ends a text; null when none does. What we send ends with its marker; one in the midst of a text was quoted by somebody.</summary>
    public static string? NumberIn(string cell) =>
        Marker().Match(cell) is { Success: true } marker && TrackingNumber.TryRead(marker.Groups[1].Value, out var number) ? number : null;

    [GeneratedRegex(@"No\. ?pelacakan: ?(G[0-9A-Za-z]{3}-?[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}-?[0-9A-Za-z]{2})\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Marker();
}
