namespace Gateway.Core.Gates;

/// <summary>Cuts a text into the words that word rules compare: lower case, without signs; a sentence end is a word of its own.</summary>
internal static class RuleWords
{
    /// <summary>Stands where a sentence ends, or where words were looked past. No phrase reaches over it.</summary>
    public const string Break = ".";

    /// <summary>Stands for a word that no rule has.</summary>
    public const string Other = "-";

    /// <summary>Stands for a number that no rule has.</summary>
    public const string Number = "0";

    /// <param name="text">Any text.</param>
    /// <param name="same">Other ways to write a word, to the way the rules write it.</param>
    public static List<string> Of(string text, IReadOnlyDictionary<string, string> same) => Of(text, written =>
    {
        var word = written.ToString().ToLowerInvariant();
        return same.GetValueOrDefault(word, word);
    });

    /// <param name="text">Any text.</param>
    /// <param name="read">What a word becomes.</param>
    public static List<string> Of(string text, Func<ReadOnlySpan<char>, string> read) => Of(text, read, Break);

    /// <param name="text">Any text.</param>
    /// <param name="read">What a word becomes.</param>
    /// <param name="sentenceEnd">Stands where a sentence ends.</param>
    public static List<T> Of<T>(string text, Func<ReadOnlySpan<char>, T> read, T sentenceEnd)
    {
        var words = new List<T>(text.Length / 5);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inWord && start < 0) start = i;
            if (inWord) continue;
            if (start >= 0)
            {
                Add(text.AsSpan(start, i - start), words, read);
                start = -1;
            }

            if (i < text.Length && EndsSentence(text, i)) words.Add(sentenceEnd);
        }

        return words;
    }

    // "50rb" is "50 rb", and "gotong2" keeps its figure.
    private static void Add<T>(ReadOnlySpan<char> written, List<T> words, Func<ReadOnlySpan<char>, T> read)
    {
        var digits = written.IndexOfAnyExceptInRange('0', '9');
        if (digits > 0) words.Add(read(written[..digits]));
        words.Add(read(written[Math.Max(0, digits)..]));
    }

    // "Jl. Kartini" and "3.5" are no ends; a line end is none either, since mail programs break lines anywhere.
    private static bool EndsSentence(string text, int at) =>
        text[at] is '!' or '?' or ';' || (text[at] == '.' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]) && at >= 4 && char.IsLetterOrDigit(text[at - 3]));
}
