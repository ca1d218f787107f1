using System.Buffers;
using MimeKit;
using MimeKit.Encodings;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// The short way for the mails that citizens write most: one plain text below a plain header. What is not certain is not read here and
/// goes the long way, through the whole of MimeKit. The tests hold both ways to the same result.
/// </summary>
/// <param name="Head">What its header says.</param>
/// <param name="Body">Its text, never empty. Null when what stands below the header is no such text.</param>
internal sealed record PlainMail(MailHead Head, MailBody? Body)
{
    private const int Longest = 1 << 16;

    /// <summary>Null when it is none. Leaves the stream where it was.</summary>
    public static PlainMail? In(Stream seekable)
    {
        var begin = seekable.Position;
        var length = seekable.Length - begin;
        if (length > Longest) return null;
        var bytes = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            return Read(bytes, seekable.ReadAtLeast(bytes.AsSpan(0, (int)length), (int)length, throwOnEndOfStream: false));
        }
        finally
        {
            seekable.Position = begin;
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static PlainMail? Read(byte[] bytes, int length)
    {
        var (end, below) = EndOfHead(bytes.AsSpan(0, length));
        if (end < 0 || PlainHead.Read(bytes.AsSpan(0, end)) is not { } head) return null;
        if (head.Type is not { } type) return new PlainMail(head.ToHead(), null);
        var text = DecodedText.Of(Decoded(bytes, below, length - below, head.Encoding), type.Charset, isHtml: false);
        var body = MailBody.Of(text, type.IsFlowed);
        return new PlainMail(head.ToHead(), body.Text.Length == 0 ? null : body);
    }

    // The first empty line, and where the text below it begins; -1 when there is none.
    private static (int End, int Below) EndOfHead(ReadOnlySpan<byte> mail)
    {
        for (var at = mail.IndexOf((byte)'\n'); at >= 0 && at + 1 < mail.Length;)
        {
            if (mail[at + 1] == '\n') return (at + 1, at + 2);
            if (mail[at + 1] == '\r' && at + 2 < mail.Length && mail[at + 2] == '\n') return (at + 1, at + 3);
            var next = mail[(at + 1)..].IndexOf((byte)'\n');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return (-1, -1);
    }

    private static ReadOnlySpan<byte> Decoded(byte[] bytes, int from, int length, ContentEncoding encoding)
    {
        if (encoding == ContentEncoding.Default) return bytes.AsSpan(from, length);
        IMimeDecoder decoder = encoding == ContentEncoding.Base64 ? new Base64Decoder() : new QuotedPrintableDecoder();
        var decoded = new byte[decoder.EstimateOutputLength(length)];
        return decoded.AsSpan(0, decoder.Decode(bytes, from, length, decoded));
    }
}
