using System.Text;
using Gateway.Contracts;

namespace Gateway.Adapters.Register;

/// <summary>The character set of a register: by its mark, else UTF-8 when all of it is, else windows-1252 as Excel saves it.</summary>
internal static class RegisterText
{
    /// <summary>Reads the whole file once in small pieces. Null when it holds NUL bytes: a workbook or a picture, no text.</summary>
    public static Encoding? EncodingOf(IRawContent content)
    {
        using var stream = content.Open();
        var buffer = new byte[1 << 16];
        var chars = new char[(1 << 16) + 4];
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var isUtf8 = true;
        var isFirst = true;
        while (true)
        {
            var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            var piece = buffer.AsSpan(0, count);
            if (isFirst && piece.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode;
            if (isFirst && piece.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode;
            if (piece.Contains((byte)0)) return null;
            isFirst = false;
            if (isUtf8) isUtf8 = TryDecode(decoder, piece, chars, isLast: count < buffer.Length);
            if (count < buffer.Length) break;
        }

        return isUtf8 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;
    }

    private static bool TryDecode(Decoder decoder, ReadOnlySpan<byte> piece, Span<char> chars, bool isLast)
    {
        try
        {
            decoder.GetChars(piece, chars, isLast);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
