using System.Buffers;
using System.Text;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Text from outside made fit for the contract: <c>\n</c> line ends, ordinary spaces, no control or invisible characters and no
/// broken surrogates, which JSON could not carry.
/// </summary>
internal static class CleanText
{
    // Whatever is not one of these stays as it is; a surrogate may be broken.
    private static readonly SearchValues<char> Judged = SearchValues.Create(
    [
        .. from letter in Enumerable.Range(0, 0x10000)
           where letter is not '\n' && letter is < 0x20 or (>= 0x7F and <= 0xA0) or 0xAD or 0x2007 or 0x200B or 0x200E or 0x200F
               or (>= 0x2028 and <= 0x202F) or (>= 0x2066 and <= 0x2069) or (>= 0xD800 and <= 0xDFFF) or 0xFEFF
           select (char)letter,
    ]);

    // Printable ASCII.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Select(letter => (char)letter)]);

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Several lines; spaces at line ends stay, since <c>-- </c> means something.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Judged)) return text;
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var rest = text.AsSpan();
        var judged = rest.IndexOfAny(Judged);
        var clean = new StringBuilder(text.Length);
        for (; judged >= 0; judged = rest.IndexOfAny(Judged))
        {
            clean.Append(rest[..judged]);
            Rune.DecodeFromUtf16(rest[judged..], out var rune, out var length);
            rest = rest[(judged + length)..];
            switch (rune.Value)
            {
                case '\r' or 0x0B or 0x0C or 0x2028 or 0x2029:
                    clean.Append('\n');
                    break;
                case '\t' or 0xA0 or 0x202F or 0x2007:
                    clean.Append(' ');
                    break;
                case 0x81 or 0x8D or 0x8F or 0x90 or 0x9D:
                    // These mean nothing in windows-1252 either, and a terminal obeys them.
                    break;
                case >= 0x80 and < 0xA0:
                    // Windows-1252 read as Latin-1, which old programs bring about; as a control character it would mean nothing.
                    clean.Append(Windows.GetString([(byte)rune.Value]));
                    break;
                case < 0x20 or 0x7F or 0x200B or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or 0xAD:
                    break;
                default:
                    clean.Append(rune);
                    break;
            }
        }

        return clean.Append(rest).ToString();
    }

    /// <summary>One line with single spaces; null when nothing is left.</summary>
    public static string? Line(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var clean = text.AsSpan().ContainsAnyExcept(Plain) ? Of(text) : text;
        var line = IsLine(clean) ? clean : string.Join(' ', clean.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }

    // Most are one word: an address, an ID.
    private static bool IsLine(ReadOnlySpan<char> clean)
    {
        var space = clean.IndexOfAny(' ', '\n');
        return space < 0 || (space > 0 && clean[^1] != ' ' && !clean[space..].Contains('\n') && clean[space..].IndexOf("  ") < 0);
    }

    /// <inheritdoc cref="Tidy(IReadOnlyList{string})"/>
    /// <param name="text">The lines as they stand.</param>
    /// <param name="lines">The same, cut.</param>
    public static string Tidy(string text, IReadOnlyList<string> lines) => IsTidy(text) ? text : Tidy(lines);

    /// <summary>No spaces at line ends, at most one empty line in a row, none at the ends.</summary>
    public static string Tidy(IReadOnlyList<string> lines)
    {
        var tidy = new StringBuilder();
        var empty = 0;
        foreach (var line in lines)
        {
            var kept = line.AsSpan().TrimEnd();
            empty = kept.Length == 0 ? empty + 1 : 0;
            if (empty < 2) tidy.Append(kept).Append('\n');
        }

        int begin = 0, end = tidy.Length;
        while (end > 0 && tidy[end - 1] is '\n' or ' ') end--;
        while (begin < end && tidy[begin] is '\n' or ' ') begin++;
        return tidy.ToString(begin, end - begin);
    }

    private static bool IsTidy(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return true;
        if (text[0] is '\n' or ' ' || char.IsWhiteSpace(text[^1])) return false;
        for (var at = text.IndexOf('\n'); at >= 0;)
        {
            if (text[at - 1] == '\n' ? text[at - 2] == '\n' : char.IsWhiteSpace(text[at - 1])) return false;
            var next = text[(at + 1)..].IndexOf('\n');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return true;
    }
}
