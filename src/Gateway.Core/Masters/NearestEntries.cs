namespace Gateway.Core.Masters;

/// <summary>Rows of a list that come nearest to what somebody typed: by id when it is a number, by name else. Pure.</summary>
public static class NearestEntries
{
    private const int Most = 5;

    /// <summary>Less in common is chance.</summary>
    private const double Least = 0.3;

    /// <summary>At most five, the nearest first; empty when nothing is near.</summary>
    public static IReadOnlyList<MasterEntry> To(string typed, IReadOnlyList<MasterEntry> entries)
    {
        var isId = typed.All(char.IsAsciiDigit);
        var pairs = Pairs(typed);
        return
        [
            .. entries.Select(entry => (Entry: entry, Likeness: Likeness(pairs, Pairs(isId ? entry.Id : entry.Name))))
                .Where(near => near.Likeness >= Least)
                .OrderByDescending(near => near.Likeness).ThenBy(near => near.Entry.Name, StringComparer.Ordinal)
                .Take(Most).Select(near => near.Entry),
        ];
    }

    // Twice what both have, of all that both have.
    private static double Likeness(HashSet<string> one, HashSet<string> other) => 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    // With the ends, so that a single letter has pairs too and a beginning counts.
    private static HashSet<string> Pairs(string text)
    {
        var padded = $" {text.Trim().ToUpperInvariant()} ";
        return [.. Enumerable.Range(0, padded.Length - 1).Select(at => padded.Substring(at, 2))];
    }
}
