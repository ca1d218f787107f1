namespace Gateway.Adapters.Email.Reading;

/// <summary>Recognises a file by its first bytes, because a mail may declare anything.</summary>
internal static class ContentKind
{
    /// <summary>The media type, or null when the bytes are of no kind known here.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        if (bytes.StartsWith("GIF8"u8)) return "image/gif";
        if (bytes.StartsWith("%PDF-"u8)) return "application/pdf";
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return "image/webp";
        if (bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8)) return bytes[8..].StartsWith("hei"u8) || bytes[8..].StartsWith("mif"u8) ? "image/heic" : "video/mp4";
        if (bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) return "application/msword";
        if (bytes.StartsWith("PK\x03\x04"u8)) return Zipped(bytes);
        return null;
    }

    private static string Zipped(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 8192)];
        if (head.IndexOf("word/"u8) >= 0) return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        if (head.IndexOf("xl/"u8) >= 0) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return "application/zip";
    }
}
