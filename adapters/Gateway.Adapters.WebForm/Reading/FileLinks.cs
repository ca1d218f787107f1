using System.Text.RegularExpressions;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>
/// Files that a form keeps elsewhere and names by their address. They are never fetched: the address comes from outside and may
/// point into our own network. A person gets them.
/// </summary>
internal static partial class FileLinks
{
    private static readonly string[] FileWords = ["lampiran", "foto", "berkas", "dokumen", "bukti", "gambar", "video", "unggah", "upload", "file", "attachment", "photo"];

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".mp4", ".mov", ".mp3", ".ogg", ".zip",
        ".bmp", ".tif", ".tiff", ".svg", ".txt", ".csv", ".rtf", ".odt", ".ods", ".ppt", ".pptx", ".m4a", ".wav", ".aac", ".opus", ".3gp", ".avi", ".webm", ".rar", ".7z",
    };

    /// <summary>Hosts where the files lie, each once; no address, which may itself be a key to the file.</summary>
    public static IReadOnlyList<string> Hosts(PostFields post) =>
        [.. post.Values.SelectMany(Addresses).Select(address => address.Host).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>True for a name that ends as files do: "foto.jpg", and not "H.Budi".</summary>
    public static bool HasFileEnding(string name) => Endings.Contains(Path.GetExtension(name));

    private static IEnumerable<Uri> Addresses(PostValue value)
    {
        // Each word of a long text would be tried as an address, and most texts have none.
        if (!value.Value.Contains("http", StringComparison.OrdinalIgnoreCase)) return [];
        var named = value.IsFile || FileWords.Any(word => $"{value.Name} {value.Title}".Contains(word, StringComparison.OrdinalIgnoreCase));
        // A field for files says where they are, whatever stands around: "foto.jpg (https://...)", <a href="...">.
        if (named) return Address().Matches(value.Value).Select(match => Read(match.Value)).OfType<Uri>();
        var addresses = value.Value.Split([' ', ',', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList();
        // Elsewhere only what consists of addresses: a link within a sentence is part of what the citizen says.
        return addresses.Contains(null) ? [] : addresses.OfType<Uri>().Where(address => HasFileEnding(address.AbsolutePath));
    }

    private static Uri? Read(string word) => Uri.TryCreate(word, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    [GeneratedRegex(@"https?://[^\s""'<>()\[\],]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
