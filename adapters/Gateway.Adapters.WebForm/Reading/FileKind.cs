namespace Gateway.Adapters.WebForm.Reading;

/// <summary>A file's name and media type as far as its bytes tell; what the browser claims is not believed.</summary>
internal static class FileKind
{
    private static readonly (byte[] Start, string Type)[] Known =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF8"u8.ToArray(), "image/gif"),
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/msword"),
        ("OggS"u8.ToArray(), "audio/ogg"),
        ("ID3"u8.ToArray(), "audio/mpeg"),
    ];

    public static string Of(ReadOnlySpan<byte> bytes, string name)
    {
        foreach (var (start, type) in Known)
        {
            if (bytes.StartsWith(start)) return type == "application/msword" ? OldOffice(name) : type;
        }

        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return "image/webp";
        if (bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8)) return bytes[8..].StartsWith("hei"u8) ? "image/heic" : "video/mp4";
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return Zip(name);
        return "application/octet-stream";
    }

    /// <summary>The last part of the name without control characters; <paramref name="fallback"/> when nothing is left.</summary>
    public static string Named(string? name, string fallback)
    {
        var last = (name ?? "").Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c))).Trim();
        return clean.Length is 0 || clean is "." or ".." ? fallback : clean;
    }

    private static string OldOffice(string name) =>
        name.EndsWith(".xls", StringComparison.OrdinalIgnoreCase) ? "application/vnd.ms-excel" : "application/msword";

    private static string Zip(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/zip",
    };
}
