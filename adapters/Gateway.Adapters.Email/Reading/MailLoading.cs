using System.Text;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>Bytes to a MIME tree of bounded depth. Tolerant of everything but bytes that bear no mail header at all.</summary>
internal static class MailLoading
{
    /// <summary>Deeper nesting than this is an attack, not a mail; it ends in quarantine.</summary>
    public const int DeepestNesting = 50;

    private static readonly ParserOptions Tolerant = new() { MaxMimeDepth = DeepestNesting + 1 };

    private static readonly HashSet<HeaderId> Telling =
    [
        HeaderId.From, HeaderId.To, HeaderId.Cc, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.Received, HeaderId.ReturnPath,
        HeaderId.Sender, HeaderId.ReplyTo, HeaderId.MimeVersion, HeaderId.ContentType, HeaderId.ResentFrom,
    ];

    /// <summary>The mail, which keeps reading from <paramref name="seekable"/>; null when these bytes are no mail.</summary>
    public static MimeMessage? Load(Stream seekable)
    {
        SkipMailboxLine(seekable);
        try
        {
            var message = MimeMessage.Load(Tolerant, seekable, persistent: true);
            if (IsMail(message.Headers)) return message;
            message.Dispose();
            return null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The header alone; null when these bytes are no mail, or none that is read.</summary>
    public static HeaderList? LoadHeaders(Stream seekable)
    {
        if (MailShape.Fault(seekable) is not null) return null;
        SkipMailboxLine(seekable);
        try
        {
            var headers = new MimeParser(Tolerant, seekable, MimeFormat.Entity).ParseHeaders();
            return IsMail(headers) ? headers : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>What a subject of encoded words says, as it would say read with the whole mail; null when it cannot be read.</summary>
    public static string? Unencoded(ReadOnlySpan<char> subject) =>
        Header.TryParse(Tolerant, Encoding.ASCII.GetBytes($"Subject: {subject}\n"), out var header) ? header.Value : null;

    public static bool IsTooDeep(MimeMessage message)
    {
        if (message.Body is not (Multipart or MessagePart)) return false;
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

    /// <summary>Whether "From " stands first, below empty lines at most. Leaves the stream at that place.</summary>
    public static bool BeginsWithMailboxLine(Stream seekable)
    {
        Span<byte> first = stackalloc byte[5];
        var begin = seekable.Position;
        int read;
        while ((read = seekable.ReadByte()) is '\r' or '\n') begin++;
        seekable.Position = begin;
        var begins = read == 'F' && seekable.ReadAtLeast(first, 5, throwOnEndOfStream: false) == 5 && first.SequenceEqual("From "u8);
        seekable.Position = begin;
        return begins;
    }

    private static bool IsMail(HeaderList headers)
    {
        foreach (var header in headers)
        {
            if (Telling.Contains(header.Id)) return true;
        }

        return false;
    }

    // A mail saved out of an mbox begins with "From sender date"; some programs save an empty line first.
    private static void SkipMailboxLine(Stream seekable)
    {
        if (!BeginsWithMailboxLine(seekable)) return;
        int read;
        do read = seekable.ReadByte();
        while (read >= 0 && read != '\n');
    }
}
