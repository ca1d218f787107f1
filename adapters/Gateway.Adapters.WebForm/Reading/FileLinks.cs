namespace Gateway.Adapters.WebForm.Reading;

/// <summary>
/// Files that a form keeps elsewhere and names by their address. They are never fetched: the address comes from outside and may
/// point into our own network. A person gets them.
/// </summary>
internal static class FileLinks
{
    private static readonly string[] FileWords = ["lampiran", "foto", "berkas", "dokumen", "bukti", "gambar", "video", "unggah", "upload", "file", "attachment", "photo"];

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".mp4", ".mov", ".mp3", ".ogg", ".zip",
    };

    /// <summary>Hosts where the files lie, each once; no address, which may itself be a key to the file.</summary>
    public static IReadOnlyList<string> Hosts(PostFields post) =>
        [.. post.Values.SelectMany(Addresses).Select(address => address.Host).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<Uri> Addresses(PostValue value)
    {
        var words = value.Value.Split([' ', ',', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var addresses = words.Select(word => Uri.TryCreate(word, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null).ToList();
        // Only what consists of addresses: a link within a sentence is part of what the citizen says.
        if (addresses.Count == 0 || addresses.Contains(null)) return [];
        var named = value.IsFile || FileWords.Any(word => $"{value.Name} {value.Title}".Contains(word, StringComparison.OrdinalIgnoreCase));
        return addresses.OfType<Uri>().Where(address => named || Endings.Contains(Path.GetExtension(address.AbsolutePath)));
    }
}
