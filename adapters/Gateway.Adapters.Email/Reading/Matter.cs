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

    /// <summary>Something is broken, dirty, dangerous, unjust or missing.</summary>
    public bool HasTrouble { get; private set; }

    /// <summary>Something is wished for or asked.</summary>
    public bool HasRequest { get; private set; }

    /// <summary>A word that office mail is made of stands in it; without one no kind of it need be looked for.</summary>
    public bool HasOfficeWord { get; private set; }

    /// <summary>A word of every phrase that advertising and fraud use; without one none need be looked for.</summary>
    public bool HasSpamWord { get; private set; }

    /// <summary>How many words were read.</summary>
    public int Words => words;

    /// <summary>Too short to tell, or in English, where most of what reaches an agency is advertising.</summary>
    public bool IsBare => words < Telling || english > MostEnglish;

    public static Matter Of(string text)
    {
        var matter = new Matter();
        var rest = text.AsSpan(0, Math.Min(text.Length, Longest));
        Span<char> word = stackalloc char[LongestWord];
        Span<char> before = stackalloc char[LongestWord];
        var beforeLength = 0;
        var sinceAlready = int.MaxValue;
        while (rest.Length > 0)
        {
            var length = 0;
            while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] is '\'' or '-')) length++;
            if (length == 0)
            {
                matter.HasRequest |= rest[0] == '?';
                rest = rest[1..];
                continue;
            }

            var lower = word[..Math.Max(0, rest[..Math.Min(length, LongestWord)].ToLowerInvariant(word))];
            sinceAlready = MatterWords.Already.Contains(lower) ? 0 : sinceAlready == int.MaxValue ? sinceAlready : sinceAlready + 1;
            matter.Take(lower, before[..beforeLength], sinceAlready);
            lower.CopyTo(before);
            beforeLength = lower.Length;
            rest = rest[length..];
        }

        return matter;
    }

    private void Take(ReadOnlySpan<char> word, ReadOnlySpan<char> before, int sinceAlready)
    {
        words++;
        if (MatterWords.English.Contains(word)) english++;
        HasRequest |= MatterWords.Requests.Contains(word);
        HasSpamWord |= MatterWords.Spam.Contains(word);
        HasOfficeWord |= MatterWords.Office.Contains(word);
        HasTrouble |= MatterWords.Troubles.Contains(word)
            || (MatterWords.Not.Contains(before) && !MatterWords.PoliteAfterNot.Contains(word))
            || (sinceAlready is > 0 and <= 3 && MatterWords.Spans.Contains(word));
    }
}
