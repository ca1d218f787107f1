using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// The characters of a text part: by its declared charset if the bytes agree, else UTF-8, else Windows-1252, which reads anything.
/// Old office programs declare one charset and send another.
/// </summary>
internal static partial class DecodedText
{
    // GB 2312 is sent for what is GBK, and the names are those of old programs.
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["big5-hkscs"] = "big5",
        ["x-sjis"] = "shift_jis",
        ["cp1252"] = "windows-1252",
        ["latin1"] = "iso-8859-1",
        ["ansi_x3.4-1968"] = "us-ascii",
        ["cp932"] = "shift_jis",
        ["ks_c_5601"] = "euc-kr",
        ["koi8"] = "koi8-r",
        ["unicode"] = "utf-16",
    };

    private const int LongestAtOnce = 1 << 20;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Of(MimePart part)
    {
        if (part.Content is null) return "";
        // Decoded it is hardly ever longer than it was sent.
        using var decoded = new MemoryStream((int)Math.Min(part.Content.Stream?.Length ?? 0, LongestAtOnce));
        part.Content.DecodeTo(decoded);
        return Of(decoded.GetBuffer().AsSpan(0, (int)decoded.Length), part.ContentType.Charset, part.ContentType.IsMimeType("text", "html"));
    }

    /// <param name="bytes">The text, without the encoding it was sent in.</param>
    /// <param name="charset">As declared; null when it was not.</param>
    /// <param name="isHtml">It may name its charset itself.</param>
    public static string Of(ReadOnlySpan<byte> bytes, string? charset, bool isHtml)
    {
        if (Utf7.IsNamed(charset)) return Utf7.Read(bytes);
        return ReadAs(charset, bytes)
            ?? (isHtml ? ReadAs(MetaCharset(bytes), bytes) : null)
            ?? ReadAsUtf8(bytes)
            ?? Windows.GetString(bytes);
    }

    private static string? ReadAs(string? charset, ReadOnlySpan<byte> bytes)
    {
        // Nearly every mail; to look an encoding up by its name costs more than to read a mail with it.
        if ("utf-8".Equals(charset, StringComparison.OrdinalIgnoreCase)) return ReadAsUtf8(bytes);
        if ("us-ascii".Equals(charset, StringComparison.OrdinalIgnoreCase)) return Ascii.IsValid(bytes) ? Encoding.ASCII.GetString(bytes) : null;
        if (Strict(charset) is not { } encoding) return null;
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? ReadAsUtf8(ReadOnlySpan<byte> bytes) =>
        Ascii.IsValid(bytes) ? Encoding.ASCII.GetString(bytes) : Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;

    private static Encoding? Strict(string? charset)
    {
        var name = charset?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(name)) return null;
        try
        {
            if (Synonyms.TryGetValue(name, out var known)) name = known;
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name is "utf8" or "utf8mb4" ? "utf-8" : name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? MetaCharset(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        var found = Meta().Match(head);
        return found.Success ? found.Groups["name"].Value : null;
    }

    [GeneratedRegex("""<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?(?<name>[\w-]{2,30})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Meta();
}
