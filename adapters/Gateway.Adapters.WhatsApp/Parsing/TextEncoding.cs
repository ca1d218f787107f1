using System.Text;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Opens an export as text. WhatsApp writes UTF-8; a file that went through a Windows editor may be UTF-16, with or without a
/// byte order mark. Bytes that are no text become U+FFFD, never an exception.
/// </summary>
internal static class TextEncoding
{
    private const int SampleLength = 4096;

    public static StreamReader Open(Func<Stream> open)
    {
        Encoding encoding;
        using (var sample = open()) encoding = Guess(sample);
        return new StreamReader(open(), encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
    }

    // Without a mark only the zero bytes tell: in UTF-16 every second byte of Latin text is zero.
    private static Encoding Guess(Stream stream)
    {
        Span<byte> sample = stackalloc byte[SampleLength];
        var length = stream.ReadAtLeast(sample, SampleLength, throwOnEndOfStream: false);
        int evenZeros = 0, oddZeros = 0;
        for (var i = 0; i < length; i++)
        {
            if (sample[i] != 0) continue;
            if (i % 2 == 0) evenZeros++;
            else oddZeros++;
        }

        var half = length / 2;
        if (half > 0 && oddZeros > half / 2 && evenZeros < half / 8) return Encoding.Unicode;
        if (half > 0 && evenZeros > half / 2 && oddZeros < half / 8) return Encoding.BigEndianUnicode;
        return Encoding.UTF8;
    }
}
