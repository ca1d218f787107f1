using System.Text;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Text from outside made fit for the contract: <c>\n</c> line ends, ordinary spaces, no control or invisible characters and no
/// broken surrogates, which JSON could not carry.
/// </summary>
internal static class CleanText
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Several lines; spaces at line ends stay, since <c>-- </c> means something.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n' or '\r' or 0x0B or 0x0C or 0x2028 or 0x2029:
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

        return clean.ToString();
    }

    /// <summary>One line with single spaces; null when nothing is left.</summary>
    public static string? Line(string? text)
    {
        if (text is null) return null;
        var line = string.Join(' ', Of(text).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }

    /// <summary>No spaces at line ends, at most one empty line in a row, none at the ends.</summary>
    public static string Tidy(IEnumerable<string> lines)
    {
        var tidy = new StringBuilder();
        var empty = 0;
        foreach (var line in lines)
        {
            var kept = line.TrimEnd();
            empty = kept.Length == 0 ? empty + 1 : 0;
            if (empty < 2) tidy.Append(kept).Append('\n');
        }

        return tidy.ToString().Trim('\n', ' ');
    }
}
