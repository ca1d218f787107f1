namespace Gateway.Contracts.Files;

/// <summary>
/// Tells an office document from any other zip. What may run is looked for everywhere; a document must be one in its own list of
/// names, or a zip of anything would leave as a document once it holds a folder called <c>password</c>.
/// </summary>
internal static class ZipKinds
{
    private const int NameAt = 30;

    private const string Contents = "[Content_Types].xml";

    private static readonly (byte[] Words, FileKind Kind)[] Programs =
    [
        ("vbaProject.bin"u8.ToArray(), new("docm", "application/vnd.ms-word.document.macroenabled.12", FileFamily.Program)),
        ("AndroidManifest.xml"u8.ToArray(), new("apk", "application/vnd.android.package-archive", FileFamily.Program)),
        ("META-INF/MANIFEST.MF"u8.ToArray(), new("jar", "application/java-archive", FileFamily.Program)),
    ];

    private static readonly (string Folder, FileKind Kind)[] Documents =
    [
        ("word/", new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileFamily.Document)),
        ("xl/", new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FileFamily.Document)),
        ("ppt/", new("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", FileFamily.Document)),
    ];

    private static readonly FileKind OpenText = new("odt", "application/vnd.oasis.opendocument.text", FileFamily.Document);
    private static readonly FileKind Zip = new("zip", "application/zip", FileFamily.Archive);

    public static IEnumerable<FileKind> All => [.. Programs.Select(row => row.Kind), OpenText, .. Documents.Select(row => row.Kind), Zip];

    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (words, kind) in Programs)
            if (bytes.IndexOf(words) >= 0) return kind;
        // An OpenDocument file begins with its kind, unpacked.
        if (bytes.Length > NameAt && bytes[NameAt..].StartsWith("mimetypeapplication/vnd.oasis.opendocument.text"u8)) return OpenText;
        var names = ZipNames.Of(bytes);
        if (!names.Contains(Contents, StringComparer.OrdinalIgnoreCase)) return Zip;
        foreach (var (folder, kind) in Documents)
            if (names.Any(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase))) return kind;
        return Zip;
    }
}
