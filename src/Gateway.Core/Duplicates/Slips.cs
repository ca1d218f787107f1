namespace Gateway.Core.Duplicates;

/// <summary>Tells words that a slip of the hand made different: one letter left out, added, changed or swapped with its neighbour. Pure.</summary>
internal static class Slips
{
    // Short words differ by one letter and mean another thing.
    private const int Shortest = 5;
    private const int ShortestHasty = 4;
    internal const string Vowels = "aiueo";

    /// <summary>True when one slip makes one of the other; of numbers never.</summary>
    public static bool Within(string one, string other)
    {
        if (one.Length < other.Length) (one, other) = (other, one);
        if (LeavesOutVowels(one, other)) return true;
        if (other.Length < Shortest || one.Length - other.Length > 1 || char.IsAsciiDigit(one[0]) || char.IsAsciiDigit(other[0])) return false;
        var at = 0;
        while (at < other.Length && one[at] == other[at]) at++;
        if (at == other.Length) return true;
        if (one.Length > other.Length) return one.AsSpan(at + 1).SequenceEqual(other.AsSpan(at));
        if (one.AsSpan(at + 1).SequenceEqual(other.AsSpan(at + 1))) return true;
        return at + 1 < one.Length && one[at] == other[at + 1] && one[at + 1] == other[at] && one.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2));
    }

    /// <summary>"smpah", "plabuhan": who types with a thumb leaves out vowels.</summary>
    public static bool LeavesOutVowels(string whole, string hasty)
    {
        if (hasty.Length < ShortestHasty || whole.Length == hasty.Length || whole[0] != hasty[0] || char.IsAsciiDigit(hasty[0])) return false;
        var at = 0;
        foreach (var letter in whole)
        {
            if (at < hasty.Length && hasty[at] == letter) at++;
            else if (!Vowels.Contains(letter)) return false;
        }

        return at == hasty.Length;
    }
}
