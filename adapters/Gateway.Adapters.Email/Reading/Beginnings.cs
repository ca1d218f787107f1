namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// With what a text may begin, in capital or small letters: asked before an expression is tried on it, since nearly every text fails here
/// and costs no more than a look at its first letter.
/// </summary>
internal sealed class Beginnings
{
    private readonly string[]?[] byLetter = new string[1 << 7][];

    /// <param name="words">In ASCII, <c>|</c> or the end of a line between them.</param>
    public Beginnings(string words)
    {
        foreach (var group in words.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries).GroupBy(word => word[0]))
            byLetter[char.ToUpperInvariant(group.Key)] = byLetter[group.Key] = [.. group];
    }

    public bool Begin(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] >= byLetter.Length || byLetter[text[0]] is not { } words) return false;
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Whether a word of the text begins so, the first or any other.</summary>
    public bool BeginAWord(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && Begin(text[at..])) return true;
        return false;
    }
}
