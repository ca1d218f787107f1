using System.Text;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>
/// A multipart body whose delimiter and header lines end in a bare line feed, as files saved on Linux do, made what the reader
/// takes. The bytes of the parts stay as they are.
/// </summary>
internal static class BareLineEnds
{
    public static ReadOnlyMemory<byte> Repaired(ReadOnlyMemory<byte> body, string boundary)
    {
        var delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        var rest = body.Span;
        if (!rest.StartsWith(delimiter) || !rest[delimiter.Length..].StartsWith("\n"u8)) return body;

        using var repaired = new MemoryStream(body.Length + 256);
        while (true)
        {
            repaired.Write(delimiter);
            rest = rest[delimiter.Length..];
            if (!rest.StartsWith("\n"u8)) break;
            // The first line feed ends the delimiter line; with a second one at once the part has no headers.
            var headers = rest.IndexOf("\n\n"u8);
            if (headers < 0) break;
            foreach (var letter in rest[..headers]) repaired.Write(letter == '\n' ? "\r\n"u8 : [letter]);
            repaired.Write("\r\n\r\n"u8);
            rest = rest[(headers + 1)..];
            var end = IndexOfLine(rest, delimiter);
            if (end < 0)
            {
                rest = rest[1..];
                break;
            }

            if (end > 0) repaired.Write(rest[1..end]);
            repaired.Write("\r\n"u8);
            rest = rest[(end + 1)..];
        }

        repaired.Write(rest);
        repaired.Write("\r\n"u8);
        return repaired.ToArray();
    }

    private static int IndexOfLine(ReadOnlySpan<byte> bytes, byte[] delimiter) => bytes.IndexOf([(byte)'\n', .. delimiter]);
}
