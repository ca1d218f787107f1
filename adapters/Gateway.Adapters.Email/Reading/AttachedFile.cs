using Gateway.Contracts;
using Gateway.Contracts.Files;
using MimeKit;
using MimeKit.IO.Filters;

namespace Gateway.Adapters.Email.Reading;

/// <summary>A part of a mail as an attachment: decoded bytes, a name without path, a media type that the content bears out.</summary>
internal static class AttachedFile
{
    public static Attachment Of(MimePart part, int number)
    {
        var bytes = Decoded(part);
        var declared = part.ContentType.MimeType.ToLowerInvariant();
        var kind = FileKinds.Of(bytes.Span);
        // What kind of text it is, only its sender can tell.
        var mediaType = kind.Family is FileFamily.Text or FileFamily.Unknown && declared.StartsWith("text/", StringComparison.Ordinal) ? declared : kind.MediaType;
        return new Attachment(FileName.Of(part.FileName, number, mediaType), mediaType, bytes.Length) { Content = new BytesContent(bytes) };
    }

    /// <summary>Bytes that stood in the text.</summary>
    public static Attachment Of(string name, byte[] bytes, int number)
    {
        var mediaType = FileKinds.Of(bytes).MediaType;
        return new Attachment(FileName.Of(name, number, mediaType), mediaType, bytes.Length) { Content = new BytesContent(bytes) };
    }

    /// <summary>A mail inside the mail stays one, as <c>.eml</c>; its own attachments stay inside.</summary>
    public static Attachment OfMail(MessagePart part, int number)
    {
        using var written = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        part.Message?.WriteTo(format, written);
        var given = part.ContentDisposition?.FileName ?? part.ContentType.Name ?? part.Message?.Subject;
        var name = FileName.Of(given, number, "message/rfc822");
        if (!name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)) name += ".eml";
        return new Attachment(name, "message/rfc822", written.Length) { Content = new BytesContent(written.ToArray()) };
    }

    private static ReadOnlyMemory<byte> Decoded(MimePart part)
    {
        if (part.Content is null) return ReadOnlyMemory<byte>.Empty;
        // Decoded it is never longer, so the buffer never grows, which would hold the file twice.
        var bytes = new MemoryStream((int)Math.Min(Room(part), Array.MaxLength));
        if (IsLineWise(part))
        {
            // The same mail has CRLF over IMAP and LF in a Maildir file; one form keeps its digest the same.
            using var filtered = new MimeKit.IO.FilteredStream(bytes);
            filtered.Add(new Unix2DosFilter());
            part.Content.DecodeTo(filtered);
            filtered.Flush();
            return bytes.ToArray();
        }

        part.Content.DecodeTo(bytes);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    // Base64 makes three bytes of four.
    private static long Room(MimePart part)
    {
        var length = part.Content?.Stream?.Length ?? 0;
        return part.ContentTransferEncoding == ContentEncoding.Base64 ? (length / 4 * 3) + 3 : length;
    }

    private static bool IsLineWise(MimePart part) =>
        part.ContentType.MediaType.Equals("text", StringComparison.OrdinalIgnoreCase)
        && part.ContentTransferEncoding is not (ContentEncoding.Base64 or ContentEncoding.UUEncode or ContentEncoding.Binary);
}
