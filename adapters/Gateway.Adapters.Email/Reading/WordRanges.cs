namespace Gateway.Adapters.Email.Reading;

/// <summary>Where the words of a text stand: letters, figures and apostrophes in a row.</summary>
internal ref struct WordRanges(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int end;

    public Range Current { get; private set; }

    public readonly WordRanges GetEnumerator() => this;

    public bool MoveNext()
    {
        while (end < text.Length && !IsOfWord(text[end])) end++;
        var start = end;
        while (end < text.Length && IsOfWord(text[end])) end++;
        Current = start..end;
        return end > start;
    }

    private static bool IsOfWord(char letter) => char.IsAsciiLetter(letter) || char.IsLetter(letter) || char.IsNumber(letter) || letter == '\'';
}
