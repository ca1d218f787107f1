using System.Collections.Frozen;
using Gateway.Core.Gates;

namespace Gateway.Core.Duplicates;

/// <summary>Words that name nothing, in any of their forms, also with a slip of the hand. Pure.</summary>
internal sealed class CommonWords
{
    private const int ShortestStem = 4;

    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string> stems;
    private readonly FrozenDictionary<int, string[]> byLength;

    private readonly Roots roots;

    /// <param name="known">The words.</param>
    /// <param name="roots">What words are made of.</param>
    public CommonWords(IEnumerable<string> known, Roots roots)
    {
        this.roots = roots;
        words = known.ToFrozenSet(StringComparer.Ordinal);
        stems = words.Select(word => WordStems.Of(word).ToString()).ToFrozenSet(StringComparer.Ordinal);
        byLength = words.Where(word => word.Length > 5).GroupBy(word => word.Length).ToDictionary(group => group.Key, group => group.ToArray()).ToFrozenDictionary();
    }

    /// <summary>True for one of them.</summary>
    public bool Has(string word) => words.Contains(word) || (WordStems.Of(word) is { Length: >= ShortestStem } stem && stems.Contains(stem.ToString())) || roots.Of(word) is not null;

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
