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
        if (length >= 12 && head[4..].StartsWith("ftyp"u8)) return OfBrand(head[8..12]);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return "application/msword";
        if (head.StartsWith("PK\u0003\u0004"u8)) return "application/zip";
        if (head.StartsWith("#!AMR"u8)) return "audio/amr";
        return head.StartsWith("BEGIN:VCARD"u8) ? "text/vcard" : Unknown;
    }

    // The photos of an iPhone, its voice notes and its films are all of one family.
    private static string OfBrand(ReadOnlySpan<byte> brand)
    {
        if (brand.StartsWith("M4A"u8)) return "audio/mp4";
        if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8)) return "image/heic";
        return brand.StartsWith("3g"u8) ? "video/3gpp" : "video/mp4";
    }
}
