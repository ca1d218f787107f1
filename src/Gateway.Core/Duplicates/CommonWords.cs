using System.Collections.Frozen;
using Gateway.Core.Gates;

namespace Gateway.Core.Duplicates;

/// <summary>Words that name nothing, in any of their forms, also with a slip of the hand. Pure.</summary>
internal sealed class CommonWords
{
    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string> stems;
    private readonly FrozenDictionary<int, string[]> byLength;

    public CommonWords(IEnumerable<string> known)
    {
        words = known.ToFrozenSet(StringComparer.Ordinal);
        stems = words.Select(word => WordStems.Of(word).ToString()).ToFrozenSet(StringComparer.Ordinal);
        byLength = words.Where(word => word.Length > 5).GroupBy(word => word.Length).ToDictionary(group => group.Key, group => group.ToArray()).ToFrozenDictionary();
    }

    /// <summary>True for one of them.</summary>
    public bool Has(string word) => words.Contains(word) || stems.Contains(WordStems.Of(word).ToString());

    /// <summary>The same, or what a slip of the hand made of one.</summary>
    public bool MayBe(string word) => Has(word) || IsSlip(word);

    private bool IsSlip(string word)
    {
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            if (!byLength.TryGetValue(length, out var candidates)) continue;
            foreach (var candidate in candidates)
                if (candidate[0] == word[0] && Slips.Within(word, candidate)) return true;
        }

        return false;
    }
}
