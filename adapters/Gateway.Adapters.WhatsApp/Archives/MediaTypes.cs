namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>The media type of a file by its first bytes; a name can lie.</summary>
internal static class MediaTypes
{
    public const string Unknown = "application/octet-stream";

    public static string Of(Stream stream)
    {
        Span<byte> head = stackalloc byte[16];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        head = head[..length];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])) return "image/png";
        if (head.StartsWith("GIF8"u8)) return "image/gif";
        if (head.StartsWith("%PDF-"u8)) return "application/pdf";
        if (head.StartsWith("OggS"u8)) return "audio/ogg";
        if (head.StartsWith("ID3"u8)) return "audio/mpeg";
        if (length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8)) return "image/webp";
        if (length >= 12 && head[4..].StartsWith("ftyp"u8)) return head[8..].StartsWith("M4A"u8) ? "audio/mp4" : "video/mp4";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return "application/msword";
        if (head.StartsWith("PK\u0003\u0004"u8)) return "application/zip";
        return head.StartsWith("BEGIN:VCARD"u8) ? "text/vcard" : Unknown;
    }
}
