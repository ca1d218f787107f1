using System.Buffers;
using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// The characters WhatsApp strews into exports that nobody sees: direction marks and byte order marks, which are dropped, and
/// no-break spaces, which become spaces.
/// </summary>
internal static class Invisible
{
    /// <summary>U+200E, the mark iOS puts before everything it wrote itself.</summary>
    public const char LeftToRight = '\u200E';

    private const char LastOfAscii = '\u007F';

    private const string MarkCharacters =
        "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF";

    private static readonly SearchValues<char> Marks = SearchValues.Create(MarkCharacters);
    private static readonly SearchValues<char> Touched = SearchValues.Create(MarkCharacters + "\u202F\u00A0");

    public static bool IsMark(char c) => c >= '\u200E' && Marks.Contains(c);

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\u00A0' or '\u202F';

    /// <summary>The text without the white space and marks at its end.</summary>
    public static string TrimEnd(string text)
    {
        var length = text.Length;
        while (length > 0 && (char.IsWhiteSpace(text[length - 1]) || IsMark(text[length - 1]))) length--;
        return text[..length];
    }

    /// <summary>Nothing in it is to be cleaned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsClean(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('\0', LastOfAscii) || text.IndexOfAny(Touched) < 0;

    /// <summary>The text without marks, with plain spaces; the same instance when there is nothing to clean.</summary>
    public static string Clean(string text) => IsClean(text) ? text : Clean(text.AsSpan());

    /// <summary>The text without marks, with plain spaces.</summary>
    public static string Clean(ReadOnlySpan<char> text)
    {
        if (IsClean(text)) return text.ToString();

        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in text)
        {
            if (!IsMark(c)) buffer[length++] = IsSpace(c) && c != '\t' ? ' ' : c;
        }

        var clean = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return clean;
    }
}
