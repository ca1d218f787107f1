namespace Gateway.Contracts.Files;

/// <summary>
/// The one place that tells what a file is: by its bytes, never by its name or by what a sender claims. The whole file tells most; its
/// first 64 KiB tell nearly all.
/// </summary>
public static class FileKinds
{
    /// <summary>How much of a file is worth looking at where it cannot be held whole.</summary>
    public const int HeadLength = 64 * 1024;

    public static FileKind Empty { get; } = new("empty", "application/octet-stream", FileFamily.Unknown);

    public static FileKind Unknown { get; } = new("bin", "application/octet-stream", FileFamily.Unknown);

    /// <summary>Kinds that are told by how they begin; the first that fits counts.</summary>
    private static readonly (byte[] Start, FileKind Kind)[] Starts =
    [
        ([0xFF, 0xD8, 0xFF], new("jpg", "image/jpeg", FileFamily.Picture)),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], new("png", "image/png", FileFamily.Picture)),
        ("GIF8"u8.ToArray(), new("gif", "image/gif", FileFamily.Picture)),
        ("II*\0"u8.ToArray(), new("tiff", "image/tiff", FileFamily.Picture)),
        ("MM\0*"u8.ToArray(), new("tiff", "image/tiff", FileFamily.Picture)),
        ("%PDF-"u8.ToArray(), new("pdf", "application/pdf", FileFamily.Document)),
        ("{\\rtf"u8.ToArray(), new("rtf", "application/rtf", FileFamily.Document)),
        ("OggS"u8.ToArray(), new("ogg", "audio/ogg", FileFamily.Sound)),
        ("ID3"u8.ToArray(), new("mp3", "audio/mpeg", FileFamily.Sound)),
        ([0xFF, 0xFB], new("mp3", "audio/mpeg", FileFamily.Sound)),
        ([0xFF, 0xF3], new("mp3", "audio/mpeg", FileFamily.Sound)),
        ([0xFF, 0xF1], new("aac", "audio/aac", FileFamily.Sound)),
        ([0xFF, 0xF9], new("aac", "audio/aac", FileFamily.Sound)),
        ("#!AMR"u8.ToArray(), new("amr", "audio/amr", FileFamily.Sound)),
        ([0x1A, 0x45, 0xDF, 0xA3], new("webm", "video/webm", FileFamily.Film)),
        ("Rar!"u8.ToArray(), new("rar", "application/vnd.rar", FileFamily.Archive)),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], new("7z", "application/x-7z-compressed", FileFamily.Archive)),
        ([0x1F, 0x8B], new("gz", "application/gzip", FileFamily.Archive)),
        ("MZ"u8.ToArray(), new("exe", "application/vnd.microsoft.portable-executable", FileFamily.Program)),
        ([0x7F, 0x45, 0x4C, 0x46], new("elf", "application/x-elf", FileFamily.Program)),
        ("#!"u8.ToArray(), new("sh", "text/x-shellscript", FileFamily.Program)),
    ];

    /// <summary>Kinds of the old office container, by the name of the stream inside.</summary>
    private static readonly (byte[] Stream, FileKind Kind)[] Contained =
    [
        (Wide("_VBA_PROJECT"), new("docm", "application/vnd.ms-word.document.macroenabled.12", FileFamily.Program)),
        (Wide("WordDocument"), new("doc", "application/msword", FileFamily.Document)),
        (Wide("Workbook"), new("xls", "application/vnd.ms-excel", FileFamily.Document)),
        (Wide("PowerPoint"), new("ppt", "application/vnd.ms-powerpoint", FileFamily.Document)),
        ([], new("ole", "application/x-ole-storage", FileFamily.Unknown)),
    ];

    private static readonly (string Brand, FileKind Kind)[] Brands =
    [
        ("M4A", new("m4a", "audio/mp4", FileFamily.Sound)),
        ("avif", new("avif", "image/avif", FileFamily.Picture)),
        ("hei", new("heic", "image/heic", FileFamily.Picture)),
        ("hev", new("heic", "image/heic", FileFamily.Picture)),
        ("mif1", new("heic", "image/heic", FileFamily.Picture)),
        ("msf1", new("heic", "image/heic", FileFamily.Picture)),
        ("3g", new("3gp", "video/3gpp", FileFamily.Film)),
        ("", new("mp4", "video/mp4", FileFamily.Film)),
    ];

    private static readonly FileKind[] Riff =
    [
        new("webp", "image/webp", FileFamily.Picture), new("wav", "audio/wav", FileFamily.Sound), new("avi", "video/x-msvideo", FileFamily.Film),
    ];

    private static readonly FileKind Bitmap = new("bmp", "image/bmp", FileFamily.Picture);
    private static readonly FileKind Mail = new("eml", "message/rfc822", FileFamily.Mail);

    private static readonly Dictionary<string, FileKind> ByMediaType = Starts.Select(row => row.Kind)
        .Concat(ZipKinds.All).Concat(Contained.Select(row => row.Kind)).Concat(Brands.Select(row => row.Kind))
        .Concat(Riff).Concat(TextKinds.All).Append(Bitmap).Append(Mail)
        .DistinctBy(kind => kind.MediaType).ToDictionary(kind => kind.MediaType, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of the kinds that a centre may be told to take: what runs, hides files or tells of a third person is none of them.</summary>
    public static IReadOnlyCollection<string> Names { get; } =
    [
        .. ByMediaType.Values
            .Where(kind => kind.Family is not (FileFamily.Unknown or FileFamily.Program or FileFamily.Archive or FileFamily.Contact))
            .Select(kind => kind.Name).Order(StringComparer.Ordinal),
    ];

    /// <summary>The kind that has a media type; <see cref="Unknown"/> when none here has.</summary>
    public static FileKind OfMediaType(string mediaType) => ByMediaType.GetValueOrDefault(mediaType, Unknown);

    /// <summary>What the bytes are; <see cref="Unknown"/> when they are of no kind known here.</summary>
    /// <param name="bytes">The file, or its beginning.</param>
    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return Empty;
        foreach (var (start, kind) in Starts)
            if (bytes.StartsWith(start)) return kind;
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8)) return OfRiff(bytes.Slice(8, 4));
        if (bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8)) return OfBrand(bytes.Slice(8, 4));
        if (bytes.Length > 14 && bytes.StartsWith("BM"u8) && bytes.Slice(6, 4).IndexOfAnyExcept((byte)0) < 0) return Bitmap;
        if (bytes.StartsWith("PK\x03\x04"u8)) return ZipKinds.Of(bytes);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return OfContainer(bytes);
        return TextKinds.Of(bytes) ?? Unknown;
    }

    private static FileKind OfRiff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WEBP"u8) ? Riff[0] : form.SequenceEqual("WAVE"u8) ? Riff[1] : form.SequenceEqual("AVI "u8) ? Riff[2] : Unknown;

    // The photos of an iPhone, its voice notes and its films are all of one family of containers.
    private static FileKind OfBrand(ReadOnlySpan<byte> brand)
    {
        var name = System.Text.Encoding.Latin1.GetString(brand);
        return Array.Find(Brands, row => name.StartsWith(row.Brand, StringComparison.Ordinal)).Kind;
    }

    private static FileKind OfContainer(ReadOnlySpan<byte> bytes)
    {
        foreach (var (name, kind) in Contained)
            if (bytes.IndexOf(name) >= 0) return kind;
        return Unknown;
    }

    private static byte[] Wide(string name) => System.Text.Encoding.Unicode.GetBytes(name);
}
