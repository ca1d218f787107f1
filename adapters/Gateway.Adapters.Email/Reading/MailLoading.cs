using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>Bytes to a MIME tree of bounded depth. Tolerant of everything but bytes that bear no mail header at all.</summary>
internal static class MailLoading
{
    /// <summary>Deeper nesting than this is an attack, not a mail; it ends in quarantine.</summary>
    public const int DeepestNesting = 50;

    private static readonly HashSet<HeaderId> Telling =
    [
        HeaderId.From, HeaderId.To, HeaderId.Cc, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.Received, HeaderId.ReturnPath,
        HeaderId.Sender, HeaderId.ReplyTo, HeaderId.MimeVersion, HeaderId.ContentType, HeaderId.ResentFrom,
    ];

    /// <summary>The mail, which keeps reading from <paramref name="seekable"/>; null when these bytes are no mail.</summary>
    public static MimeMessage? Load(Stream seekable)
    {
        SkipMailboxLine(seekable);
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = DeepestNesting + 10;
        try
        {
            var message = MimeMessage.Load(options, seekable, persistent: true);
            if (message.Headers.Any(header => Telling.Contains(header.Id))) return message;
            message.Dispose();
            return null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static bool IsTooDeep(MimeMessage message)
    {
        var waiting = new Stack<(MimeEntity? Entity, int Depth)>([(message.Body, 1)]);
        while (waiting.TryPop(out var next))
        {
            if (next.Depth > DeepestNesting) return true;
            if (next.Entity is MessagePart { Message: { } inner }) waiting.Push((inner.Body, next.Depth + 1));
            if (next.Entity is not Multipart parts) continue;
            foreach (var part in parts) waiting.Push((part, next.Depth + 1));
        }

        return false;
    }

    // A mail saved out of an mbox begins with "From sender date"; some programs save an empty line first.
    private static void SkipMailboxLine(Stream seekable)
    {
        var first = new byte[5];
        var begin = seekable.Position;
        int read;
        while ((read = seekable.ReadByte()) is '\r' or '\n') begin++;
        seekable.Position = begin;
        if (read < 0 || seekable.ReadAtLeast(first, 5, throwOnEndOfStream: false) < 5 || !first.AsSpan().SequenceEqual("From "u8))
        {
            seekable.Position = begin;
            return;
        }

        do read = seekable.ReadByte();
        while (read >= 0 && read != '\n');
    }
}
