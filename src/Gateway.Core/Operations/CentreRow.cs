using System.Text.RegularExpressions;

namespace Gateway.Core.Operations;

/// <summary>One row of a list taken from the pages of SP4N-LAPOR!.</summary>
/// <param name="Row">Its 1-based row in the file.</param>
/// <param name="CentralId">The centre's number.</param>
/// <param name="Number">The tracking number of its marker; null when it bears none, because it is not ours or its text is cut.</param>
public sealed partial record CentreRow(int Row, string CentralId, string? Number)
{
    /// <summary>Reads a row: the number from its cell, the marker from wherever it stands.</summary>
    /// <returns>Null when its cell holds no number of the centre.</returns>
    public static CentreRow? Of(int row, string id, IEnumerable<string> cells) =>
        CentralNumber.TryRead(id, out var central) ? new CentreRow(row, central, cells.Select(NumberIn).LastOrDefault(number => number is not null)) : null;

    // The marker ends what we send; a citizen may have quoted another number above it.
    private static string? NumberIn(string cell)
    {
        foreach (var marker in Marker().Matches(cell).Reverse())
            if (TrackingNumber.TryRead(marker.Groups[1].Value, out var number)) return number;
        return null;
    }

    // A list may have lost the line ends, so that more words follow.
    [GeneratedRegex(@"No\. ?pelacakan: ?(G[0-9A-Za-z]{3}-?[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}-?[0-9A-Za-z]{2})(?![0-9A-Za-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Marker();
}
