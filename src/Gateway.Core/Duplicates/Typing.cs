using System.Collections.Frozen;

namespace Gateway.Core.Duplicates;

/// <summary>Takes what is no word for the word that it is a slip of: "dpan", "mnggu", "sampahh". A name is left as it is. Pure.</summary>
internal sealed class Typing
{
    private const int Shortest = 3;
    private const int ShortestWhole = 4;

    private readonly CommonWords common;
    private readonly Spelling spelling;
    private readonly Func<string, bool> beginsName;
    private readonly FrozenDictionary<string, string[]> byBones;
    private readonly FrozenDictionary<(char First, int Length), string[]> byLength;

    /// <param name="words">The words that are meant.</param>
    /// <param name="common">Words that are none, and need no other.</param>
    /// <param name="spelling">How a word that is meant is compared.</param>
    /// <param name="beginsName">True for a word that a name may stand behind.</param>
    public Typing(IEnumerable<string> words, CommonWords common, Spelling spelling, Func<string, bool> beginsName)
    {
        (this.common, this.spelling, this.beginsName) = (common, spelling, beginsName);
        var whole = words.Where(word => word.Length >= ShortestWhole && word.All(char.IsAsciiLetterLower)).Distinct().ToList();
        byBones = whole.GroupBy(Slips.Bones).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        byLength = whole.GroupBy(word => (word[0], word.Length)).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The words as they were meant.</summary>
    public List<Token> Meant(List<Token> tokens)
    {
        var meant = new List<Token>(tokens.Count);
        foreach (var token in tokens) meant.Add(token.IsCapital || token.IsNumber || (meant.Count > 0 && beginsName(meant[^1].Word)) ? token : token with { Word = Meant(token.Word) });
        return meant;
    }

    private string Meant(string word)
    {
        if (word.Length < Shortest || beginsName(word) || common.Has(word)) return word;
        var found = byBones.GetValueOrDefault(Slips.Bones(word), []).FirstOrDefault(whole => Slips.LeavesOutVowels(whole, word)) ?? Slip(word);
        return found is null || found.Contains(' ', StringComparison.Ordinal) ? word : spelling.One(found);
    }

    private string? Slip(string word)
    {
        // A letter too few or too many is likelier than another one.
        return Of(word.Length + 1) ?? Of(word.Length - 1) ?? Of(word.Length);

        string? Of(int length) => byLength.GetValueOrDefault((word[0], length), []).FirstOrDefault(whole => Slips.Within(whole, word));
    }
}
