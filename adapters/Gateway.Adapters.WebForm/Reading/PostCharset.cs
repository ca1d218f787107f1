using System.Text;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>The character set a post claims. Strict: bytes it does not have break the reading off instead of turning into question marks.</summary>
internal static class PostCharset
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-8 when nothing or something unknown is claimed. Latin-1 is read as windows-1252, as browsers do.</summary>
    public static Encoding Of(string? name) => name?.Trim('"', ' ').ToLowerInvariant() switch
    {
        null or "" or "utf-8" or "utf8" or "us-ascii" => Utf8,
        "iso-8859-1" or "latin1" or "latin-1" or "windows-1252" or "cp1252" =>
            CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1,
        _ => Utf8,
    };

    /// <exception cref="PostUnreadableException">The bytes are none of this character set, or hold a NUL.</exception>
    public static string Decode(Encoding charset, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0)) throw new PostUnreadableException("charset");
        try
        {
            return charset.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new PostUnreadableException("charset");
        }
    }
}
