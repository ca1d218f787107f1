namespace Gateway.Core.Duplicates;

/// <summary>Tells words that a slip of the hand made different: one letter left out, added, changed or swapped with its neighbour. Pure.</summary>
internal static class Slips
{
    // Short words differ by one letter and mean another thing.
    private const int Shortest = 5;
    private const int ShortestSwapped = 4;
    private const int ShortestHasty = 4;
    private const int ShortestBare = 3;
    private const int ShortestName = 6;
    private const string Vowels = "aiueo";

    /// <summary>True when one slip makes one of the other; of numbers never.</summary>
    public static bool Within(string one, string other)
    {
        if (one.Length < other.Length) (one, other) = (other, one);
        if (LeavesOutVowels(one, other)) return true;
        if (IsSwap(one, other)) return true;
        if (other.Length < Shortest || one.Length - other.Length > 1 || char.IsAsciiDigit(one[0]) || char.IsAsciiDigit(other[0])) return false;
        var at = 0;
        while (at < other.Length && one[at] == other[at]) at++;
        if (at == other.Length) return true;
        if (one.Length > other.Length) return one.AsSpan(at + 1).SequenceEqual(other.AsSpan(at));
        return one.AsSpan(at + 1).SequenceEqual(other.AsSpan(at + 1));
    }

    private static bool IsSwap(string one, string other)
    {
        if (one.Length != other.Length || one.Length < ShortestSwapped || char.IsAsciiDigit(one[0])) return false;
        var at = 0;
        while (at < one.Length - 1 && one[at] == other[at]) at++;
        return at + 1 < one.Length && one[at] == other[at + 1] && one[at + 1] == other[at] && one.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2));
    }

    /// <summary>"smpah", "plabuhan": who types with a thumb leaves out vowels.</summary>
    public static bool LeavesOutVowels(string whole, string hasty)
    {
        if (whole.Length == hasty.Length || whole[0] != hasty[0] || char.IsAsciiDigit(hasty[0])) return false;
        // "lma" is "lama"; but "ban" is not "bana".
        if (hasty.Length < ShortestHasty && (hasty.Length < ShortestBare || (hasty.AsSpan(1).ContainsAny(Vowels) && (whole.Length != ShortestHasty || whole[^1] != hasty[^1] || !Vowels.Contains(hasty[^1]))))) return false;
        var at = 0;
        foreach (var letter in whole)
        {
            if (at < hasty.Length && hasty[at] == letter) at++;
            else if (!Vowels.Contains(letter)) return false;
        }

        return at == hasty.Length;
    }

    /// <summary>True for two spellings of one name: "diponegoro", "dipenogoro".</summary>
    public static bool OfOneName(string one, string other) =>
        one.Length >= ShortestName && other.Length >= ShortestName && Math.Abs(one.Length - other.Length) < 2 && one[0] == other[0] && !char.IsAsciiDigit(one[0]) && Bones(one) == Bones(other);

    /// <summary>A word by its consonants, which stand also where it was typed without its vowels.</summary>
    public static string Bones(string word) => word[..1] + string.Concat(word.Skip(1).Where(letter => !Vowels.Contains(letter)));
}
