using System.Collections.Frozen;

namespace Gateway.Core.Gates;

/// <summary>Expressions found by the word they begin with, so that a text is read once, however many there are.</summary>
internal sealed class PhraseList
{
    private readonly FrozenDictionary<string, Phrase[]> byFirst;
    private readonly Phrase[] others;
    private readonly string[] beginnings;
    private readonly bool numbered;

    public PhraseList(IEnumerable<string> written)
    {
        // The longest first, so that the explanation is the whole expression.
        var phrases = written.Distinct().OrderByDescending(words => words.Length).Select(words => new Phrase(words)).ToList();
        byFirst = phrases.Where(phrase => phrase.First is not null).GroupBy(phrase => phrase.First!).ToDictionary(group => group.Key, group => group.ToArray()).ToFrozenDictionary();
        others = [.. phrases.Where(phrase => phrase.First is null)];
        numbered = Array.Exists(others, phrase => phrase.BeginsWithNumber);
        beginnings = [.. others.Where(phrase => !phrase.BeginsWithNumber).Select(phrase => phrase.Beginning).Distinct()];
    }

    /// <summary>The words with which expressions begin; null when one may begin with any.</summary>
    public IReadOnlyCollection<string>? Firsts => others.Length == 0 ? FixedFirsts : null;

    /// <summary>The words with which expressions begin that begin with one fixed word.</summary>
    public IReadOnlyCollection<string> FixedFirsts => byFirst.Keys;

    /// <summary>Where expressions stand, in the order of the text.</summary>
    public IEnumerable<(int At, int Length, string Shown)> In(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
            if (At(words, at) is { } found) yield return found;
    }

    /// <summary>The first of them as a reason shows it; null when none stands there.</summary>
    public string? FirstIn(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
            if (At(words, at) is { } found) return found.Shown;
        return null;
    }

    /// <summary>The longest expression that begins at a place; null when none does.</summary>
    public (int At, int Length, string Shown)? At(List<string> words, int at)
    {
        var word = words[at];
        if (word == RuleWords.Other) return null;
        if (byFirst.TryGetValue(word, out var phrases) && Longest(phrases, words, at) is { } found) return found;
        return BeginsOther(word) ? Longest(others, words, at) : null;
    }

    /// <summary>Whether expressions begin with this word, whatever must follow.</summary>
    public bool MayBegin(string word) => byFirst.ContainsKey(word) || BeginsOther(word);

    /// <summary>Makes a sentence end of all that these cover, so that no other expression finds anything in it.</summary>
    public void LookPast(List<string> words)
    {
        foreach (var (at, length, _) in In(words).ToList())
            for (var i = at; i < at + length; i++) words[i] = RuleWords.Break;
    }

    private bool BeginsOther(string word)
    {
        if (numbered && char.IsAsciiDigit(word[0])) return true;
        foreach (var beginning in beginnings)
            if (word.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }

    private static (int At, int Length, string Shown)? Longest(Phrase[] phrases, List<string> words, int at)
    {
        foreach (var phrase in phrases)
            if (phrase.LengthAt(words, at) is > 0 and var length) return (at, length, phrase.Shown);
        return null;
    }
}
