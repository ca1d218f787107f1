using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// The characters of a text part: by its declared charset if the bytes agree, else UTF-8, else Windows-1252, which reads anything.
/// Old office programs declare one charset and send another.
/// </summary>
internal static partial class DecodedText
{
    public static string Of(MimePart part)
    {
        if (part.Content is null) return "";
        using var decoded = new MemoryStream();
        part.Content.DecodeTo(decoded);
        var bytes = decoded.GetBuffer().AsSpan(0, (int)decoded.Length);

        string?[] charsets = [part.ContentType.Charset, part.ContentType.IsMimeType("text", "html") ? MetaCharset(bytes) : null, "utf-8"];
        foreach (var charset in charsets)
        {
            if (Strict(charset) is { } encoding && TryRead(encoding, bytes) is { } text) return text;
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
    }

    private static string? TryRead(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Strict(string? charset)
    {
        var name = charset?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(name)) return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name == "utf8" ? "utf-8" : name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
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
