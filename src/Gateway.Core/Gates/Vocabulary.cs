using System.Collections.Frozen;

namespace Gateway.Core.Gates;

/// <summary>
/// The words that a set of rules tells apart. To its expressions any other word of a text is like any other, so nothing is made of it:
/// reading a text costs little more than looking at it.
/// </summary>
internal sealed class Vocabulary
{
    private const int LongestWord = 64;

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> known;
    private readonly string[] beginnings;
    private readonly WordTest? isWanted;

    /// <param name="written">The expressions as the rule file has them.</param>
    /// <param name="same">Other ways to write a word, to the way the rules write it.</param>
    /// <param name="isWanted">Words that somebody else tells apart too; null for none.</param>
    public Vocabulary(IEnumerable<string> written, IReadOnlyDictionary<string, string> same, WordTest? isWanted = null)
    {
        this.isWanted = isWanted;
        var parts = written.SelectMany(words => new Phrase(words).Words).ToHashSet();
        beginnings = [.. parts.Where(part => part.EndsWith('*')).Select(part => part[..^1])];
        known = parts.Concat(same.Keys).Distinct().ToFrozenDictionary(word => word, word => same.GetValueOrDefault(word, word)).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words of a text as the rules write them, <see cref="RuleWords.Other"/> for one that no rule has.</summary>
    public List<string> WordsOf(string text) => RuleWords.Of(text, Read);

    private string Read(ReadOnlySpan<char> written)
    {
        if (written.Length > LongestWord) return written.ToString().ToLowerInvariant();
        Span<char> buffer = stackalloc char[LongestWord];
        var word = buffer[..written.ToLowerInvariant(buffer)];
        if (known.TryGetValue(word, out var read)) return read;
        if (!word.ContainsAnyExceptInRange('0', '9')) return RuleWords.Number;
        foreach (var beginning in beginnings)
            if (word.StartsWith(beginning)) return word.ToString();
        return isWanted?.Invoke(word) == true ? word.ToString() : RuleWords.Other;
    }
}
