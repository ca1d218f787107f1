using System.Collections.Frozen;

namespace Gateway.Core.Duplicates;

/// <summary>Takes what is no word for the word that it is a slip of: "dpan", "mnggu", "sampahh". A name is left as it is. Pure.</summary>
internal sealed class Typing
{
    private const int Shortest = 3;
    private const int ShortestWhole = 4;

    private readonly Spelling spelling;
    private readonly FrozenDictionary<string, string[]> byBones;
    private readonly FrozenDictionary<string, string[]> commonByBones;
    private readonly FrozenDictionary<(char First, int Length), string[]> byLength;

    /// <param name="words">The words that are meant.</param>
    /// <param name="common">Other words, which stand for what was typed without their vowels.</param>
    /// <param name="spelling">How a word that is meant is compared.</param>
    public Typing(IEnumerable<string> words, IEnumerable<string> common, Spelling spelling)
    {
        this.spelling = spelling;
        var whole = Whole(words);
        byBones = ByBones(whole);
        commonByBones = ByBones(Whole(common));
        byLength = whole.GroupBy(word => (word[0], word.Length)).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The words as they were meant.</summary>
    public static List<Token> Meant(List<Token> tokens)
    {
        var meant = new List<Token>(tokens.Count);
        foreach (var token in tokens) meant.Add(token.IsCapital || token.IsNumber || (meant.Count > 0 && meant[^1].Known.BeginsName) ? token : token with { Known = token.Known.Meant });
        return meant;
    }

    /// <summary>The word that one is a slip of; itself where it is none.</summary>
    public string Meant(string word)
    {
        if (word.Length < Shortest) return word;
        var found = byBones.GetValueOrDefault(Slips.Bones(word), []).FirstOrDefault(whole => Slips.LeavesOutVowels(whole, word))
            ?? Slip(word)
            ?? commonByBones.GetValueOrDefault(Slips.Bones(word), []).FirstOrDefault(whole => Slips.LeavesOutVowels(whole, word));
        return found is null || found.Contains(' ', StringComparison.Ordinal) ? word : spelling.One(found);
    }

    private static List<string> Whole(IEnumerable<string> words) => [.. words.Where(word => word.Length >= ShortestWhole && word.All(char.IsAsciiLetterLower)).Distinct()];

    private static FrozenDictionary<string, string[]> ByBones(List<string> words) => words.GroupBy(Slips.Bones).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private string? Slip(string word)
    {
        // A letter too few or too many is likelier than another one.
        return Of(word.Length + 1) ?? Of(word.Length - 1) ?? Of(word.Length);

        string? Of(int length) => byLength.GetValueOrDefault((word[0], length), []).FirstOrDefault(whole => Slips.Within(whole, word));
    }
}
