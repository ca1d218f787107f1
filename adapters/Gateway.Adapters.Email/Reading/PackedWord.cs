namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// A word of at most twelve letters from a to z as a number of five bits a letter, capital or small: such numbers are found faster than
/// words, and every word of a mail is looked for.
/// </summary>
internal static class PackedWord
{
    /// <summary>So many letters have room; a longer word has no number.</summary>
    public const int Longest = 12;

    /// <param name="packed">The letters before; 0 when there are none.</param>
    /// <param name="letter">From a to z, capital or small.</param>
    public static ulong Add(ulong packed, char letter) => (packed << 5) | (uint)(letter & 0x1F);

    /// <summary>False when it is too long or has other letters.</summary>
    public static bool TryOf(ReadOnlySpan<char> word, out ulong packed)
    {
        packed = 0;
        if (word.Length > Longest) return false;
        foreach (var letter in word)
        {
            if (!char.IsAsciiLetter(letter)) return false;
            packed = Add(packed, letter);
        }

        return true;
    }
}
