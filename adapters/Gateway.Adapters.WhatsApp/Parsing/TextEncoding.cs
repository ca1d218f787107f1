using System.Buffers;
using System.Text;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Opens an export as text. WhatsApp writes UTF-8; a file that went through a Windows editor may be UTF-16, with or without a
/// byte order mark, or in one byte for each letter. Bytes that are no text become U+FFFD, never an exception.
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
        return IsLatin(sample[..length]) ? Encoding.Latin1 : Encoding.UTF8;
    }

    // A file that went through an old editor: accented letters in one byte each, and none as UTF-8 writes them.
    private static bool IsLatin(ReadOnlySpan<byte> sample)
    {
        var broken = 0;
        while (sample.Length > 3)
        {
            if (Rune.DecodeFromUtf8(sample, out _, out var read) == OperationStatus.Done)
            {
                if (read > 1) return false;
            }
            else if (sample[0] < 0xA0)
            {
                return false;
            }
            else
            {
                broken++;
            }

            sample = sample[read..];
        }

        return broken > 0;
    }
}
