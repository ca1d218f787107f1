namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Whether a text speaks of something wrong, or asks for something, read word by word in one pass. It never makes a complaint of
/// anything; it keeps what looks like office mail or spam from being dropped.
/// </summary>
internal sealed class Matter
{
    // People come to the point; a mail of megabytes is not searched to its end.
    private const int Longest = 20_000;

    // "Jadi ketemu besok jam 9 ya bro di warung": below this a text without a word of trouble says little.
    private const int Telling = 14;
    private const int MostEnglish = 5;
    private const int LongestWord = 40;

    private int words;
    private int english;
    private WordSigns before;
    private int sinceAlready = int.MaxValue;

    /// <summary>Something is broken, dirty, dangerous, unjust or missing.</summary>
    public bool HasTrouble { get; private set; }

    /// <summary>Something is wished for or asked.</summary>
    public bool HasRequest { get; private set; }

    /// <summary>A word that office mail is made of stands in it; without one no kind of it need be looked for.</summary>
    public bool HasOfficeWord { get; private set; }

    /// <summary>A word of every phrase that advertising and fraud use; without one none need be looked for.</summary>
    public bool HasSpamWord => (Signs & WordSigns.Spam) != 0;

    /// <summary>Thanks or a greeting may stand in it, and be all it says.</summary>
    public bool SaysThanks => (Signs & WordSigns.Thanks) != 0;

    /// <summary>How many words were read.</summary>
    public int Words => words;

    /// <summary>Too short to tell, or in English, where most of what reaches an agency is advertising.</summary>
    public bool IsBare => words < Telling || english > MostEnglish;

    /// <summary>What its words are signs of; for those of office mail also the parts of words such as <c>cv-nya</c>.</summary>
    public WordSigns Signs { get; private set; }

    /// <summary>The same for the subject alone.</summary>
    public WordSigns SubjectSigns { get; private set; }

    /// <summary>The same for what was written below it.</summary>
    public WordSigns TextSigns { get; private set; }

    public static Matter Of(string text)
    {
        var matter = new Matter();
        matter.Read(text.AsSpan(0, Math.Min(text.Length, Longest)));
        return matter;
    }

    /// <param name="subject">On one line; null when there is none.</param>
    /// <param name="text">What was written below it.</param>
    public static Matter Of(string? subject, string text)
    {
        var matter = new Matter();
        matter.Read(subject);
        matter.SubjectSigns = matter.Signs;
        matter.Signs = WordSigns.None;
        matter.Read(text.AsSpan(0, Math.Clamp(Longest - 1 - (subject?.Length ?? 0), 0, text.Length)));
        matter.TextSigns = matter.Signs;
        matter.Signs |= matter.SubjectSigns;
        return matter;
    }

    private void Read(ReadOnlySpan<char> rest)
    {
        Span<char> word = stackalloc char[LongestWord];
        while (rest.Length > 0)
        {
            bool isWhole = true, isPlain = true;
            var packed = 0UL;
            var length = 0;
            for (; length < rest.Length; length++)
            {
                var letter = rest[length];
                if (char.IsAsciiLetter(letter)) packed = PackedWord.Add(packed, letter);
                else if (letter is '\'' or '-') isWhole = false;
                else if (char.IsLetterOrDigit(letter)) isPlain = false;
                else break;
            }

            if (length == 0)
            {
                HasRequest |= rest[0] == '?';
                rest = rest[1..];
                continue;
            }

            var signs = isWhole && isPlain && length <= PackedWord.Longest ? MatterWords.Of(packed) : SignsOf(rest[..length], word);
            if ((signs & WordSigns.Already) != 0) sinceAlready = 0;
            else if (sinceAlready != int.MaxValue) sinceAlready++;
            words++;
            if ((signs | before) != WordSigns.None) Take(signs);
            if (!isWhole) TakeParts(rest[..length], word);
            before = signs;
            rest = rest[length..];
        }
    }

    private static WordSigns SignsOf(ReadOnlySpan<char> word, Span<char> lower) =>
        MatterWords.Of(lower[..Math.Max(0, word[..Math.Min(word.Length, LongestWord)].ToLowerInvariant(lower))]);

    private void Take(WordSigns signs)
    {
        Signs |= signs;
        if ((signs & WordSigns.English) != 0) english++;
        HasTrouble |= (signs & WordSigns.Trouble) != 0
            || ((before & WordSigns.Not) != 0 && (signs & WordSigns.PoliteAfterNot) == 0)
            || (sinceAlready is > 0 and <= 3 && (signs & WordSigns.Span) != 0);
        HasRequest |= (signs & WordSigns.Request) != 0;
        HasOfficeWord |= (signs & WordSigns.Office) != 0;
    }

    private void TakeParts(ReadOnlySpan<char> word, Span<char> lower)
    {
        foreach (var part in word.SplitAny('\'', '-')) Signs |= SignsOf(word[part], lower);
    }
}
