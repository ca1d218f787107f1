using System.Text;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>Reads <c>application/x-www-form-urlencoded</c>, what a plain HTML form sends. A percent sign that encodes nothing is itself.</summary>
internal static class UrlencodedPost
{
    /// <exception cref="PostUnreadableException">No field at all in a body that is not empty, or broken characters.</exception>
    public static PostFields Read(ReadOnlySpan<byte> body, Encoding charset)
    {
        var fields = new PostFields();
        body = body.Trim("\r\n \t"u8);
        if (body.IsEmpty) return fields;
        if (!body.Contains((byte)'=')) throw new PostUnreadableException("urlencoded");
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty) continue;
            var equals = pair.IndexOf((byte)'=');
            var name = Decoded(equals < 0 ? pair : pair[..equals], charset);
            fields.Add(name, equals < 0 ? "" : Decoded(pair[(equals + 1)..], charset));
        }

        return fields;
    }

    private static string Decoded(ReadOnlySpan<byte> text, Encoding charset)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && Hex(text[i + 1]) is { } high && Hex(text[i + 2]) is { } low)
            {
                bytes[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else
            {
                bytes[length++] = text[i] == '+' ? (byte)' ' : text[i];
            }
        }

        return PostCharset.Decode(charset, bytes.AsSpan(0, length));
    }

    private static int? Hex(byte digit) => char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16) : null;
}
