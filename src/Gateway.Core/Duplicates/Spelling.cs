using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.Core.Gates;

namespace Gateway.Core.Duplicates;

/// <summary>Brings what people type ("jln", "dpn", "anak2", "RT 05", "e-KTP") to one way to write it. Pure.</summary>
internal sealed partial class Spelling
{
    private const int LongestPhrase = 5;
    private const int ShortestWithEnding = 6;
    private const int LongestPlaceLine = 6;
    private const string Ending = "nya";
    private const string HastyEnding = "ny";

    private static readonly ImmutableArray<string> Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    private readonly FrozenDictionary<string, string> same;
    private readonly FrozenDictionary<string, string> phrases;
    private readonly FrozenDictionary<string, FrozenSet<string>> seconds;
    private readonly FrozenSet<string> leading;
    private readonly Remembered<WrittenWord> written;

    /// <param name="rows">Rows of a rule file; <c>same</c> and <c>phrase</c> are read.</param>
    public Spelling(IReadOnlyList<(string Kind, string Name, string Words)> rows)
    {
        same = RuleFile.Same(rows);
        phrases = rows.Where(row => row.Kind == "phrase").Select(row => (Words: string.Join(' ', row.Words.Split(' ', '-').Select(One)), row.Name))
            .DistinctBy(row => row.Words).ToDictionary(row => row.Words, row => row.Name).ToFrozenDictionary();
        leading = rows.Where(row => row.Kind == "leading").Select(row => row.Words).ToFrozenSet();
        seconds = phrases.Keys.Select(phrase => phrase.Split(' ')).Where(words => words.Length > 1).GroupBy(words => words[0], words => words[1]).ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet());
        written = new Remembered<WrittenWord>(Written);
    }

    /// <summary>One word as it is compared.</summary>
    public string One(string written)
    {
        var word = written.ToLowerInvariant();
        if (char.IsAsciiDigit(word[0]) && word.TrimStart('0') is { Length: > 0 } number) word = number;
        word = Drawn().Replace(word, "$1");
        if (same.TryGetValue(word, out var known)) return known;
        if (word.Length < ShortestWithEnding || word.EndsWith("tanya", StringComparison.Ordinal)) return word;
        var ending = word.EndsWith(Ending, StringComparison.Ordinal) ? Ending.Length : word.EndsWith(HastyEnding, StringComparison.Ordinal) ? HastyEnding.Length : 0;
        return ending == 0 ? word : same.GetValueOrDefault(word[..^ending], word[..^ending]);
    }

    /// <summary>The words of a text in its order, each one by itself.</summary>
    public List<Token> Of(string text)
    {
        // Who shouts, or writes Every Word So, gives no names away.
        var shouts = Shouts(text);
        var tokens = new List<Token>();
        var (ends, leads) = (true, false);
        foreach (var line in Plain(text).Split('\n'))
        {
            var begins = true;
            var words = RuleWords.Of(line, written.Of, WrittenWord.Break);
            // A short line may be a place alone; a long one begins with a capital whatever stands there.
            ends |= words.Count > LongestPlaceLine;
            foreach (var typed in words)
            {
                // "Jl. Jend. Sudirman" is one sentence.
                if (typed == WrittenWord.Break) begins = ends = !leads;
                else
                {
                    var isCapital = !ends && !shouts && typed.IsCapital;
                    foreach (var word in typed.Words) tokens.Add(new Token(word, isCapital, isCapital && typed.IsAcronym, typed.LeadsToName, begins));
                    (begins, ends, leads) = (false, false, typed.LeadsToName);
                }
            }
        }

        return tokens;
    }

    private static bool Shouts(string text)
    {
        int capitals = 0, small = 0;
        foreach (var letter in text)
        {
            if (char.IsLower(letter)) small++;
            else if (char.IsUpper(letter)) capitals++;
        }

        return capitals * 5 > small;
    }

    private WrittenWord Written(string typed) => new(
        [.. Read(typed).Split(' ').Select(word => WordBook.Read(word))], char.IsUpper(typed[0]), typed.Length > 1 && typed.All(char.IsUpper), leading.Contains(typed.ToLowerInvariant()));

    // Gang Swadaya V, Sejahtera X.
    private string Read(string written) => Roman.IndexOf(written) is >= 0 and var number ? $"{number + 1}" : One(written);

    // Each rule is about a number and what stands right beside it.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int from = 0, to; from < text.Length; from = to)
        {
            for (to = from; to < text.Length && !char.IsWhiteSpace(text[to]); to++) ;
            var hasNumber = false;
            for (var at = from; at < to && !hasNumber; at++) hasNumber = char.IsDigit(text[at]);
            if (hasNumber) plain.Append(PlainNumber(text[from..to]));
            else plain.Append(text, from, to - from);
            for (from = to; to < text.Length && char.IsWhiteSpace(text[to]); to++) ;
            plain.Append(text, from, to - from);
        }

        return plain.ToString();
    }

    private static string PlainNumber(string text) => Apart().Replace(Behind().Replace(Thousands().Replace(Clock().Replace(Twice().Replace(text.Replace("jangan2", "barangkali", StringComparison.OrdinalIgnoreCase), ""), "$1$2"), ""), " koma "), " ");

    /// <summary>The same with the words that mean one thing together as one.</summary>
    public List<Token> Joined(List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var (length, name) = at + 1 < tokens.Count && seconds.TryGetValue(tokens[at].Word, out var next) && next.Contains(tokens[at + 1].Word) ? Phrase(tokens, at) : (0, null);
            joined.Add(name is null ? tokens[at] : new Token(WordBook.Read(name), false, false, false, tokens[at].BeginsAnew));
            at += Math.Max(1, length);
        }

        return joined;
    }

    private (int Length, string? Name) Phrase(List<Token> tokens, int at)
    {
        for (var length = Math.Min(LongestPhrase, tokens.Count - at); length > 1; length--)
        {
            var words = string.Join(' ', tokens.GetRange(at, length).Select(token => token.Word));
            if (phrases.TryGetValue(words, out var name)) return (length, name);
        }

        return (0, null);
    }

    // "anak2" and "ugal2an" are reduplications.
    [GeneratedRegex(@"(?<=\p{L}{3})(?<!\bgang|\bblok)2(an\b|nya\b|\b)")]
    private static partial Regex Twice();

    // "lamaaaa"
    [GeneratedRegex(@"(\p{L})\1{2,}")]
    private static partial Regex Drawn();

    // "350.000"
    [GeneratedRegex(@"(?<=\d)\.(?=\d{3}(?!\d))")]
    private static partial Regex Thousands();

    // "06.30" and "06:30" are one time.
    [GeneratedRegex(@"(?<![\d.,])(\d{1,2})[.:](\d{2})(?![\d.,]?\d)")]
    private static partial Regex Clock();

    // "12,5" is another kilometre than "12,8".
    [GeneratedRegex(@"(?<=\d),(?=\d)")]
    private static partial Regex Behind();

    // "5rb", "3x", "rt5", "km3": a number and a word.
    [GeneratedRegex(@"(?<=\d)(?=\p{L})|(?<=\b\p{L}{1,3}|\bgang|\bblok)(?=\d)")]
    private static partial Regex Apart();
}
