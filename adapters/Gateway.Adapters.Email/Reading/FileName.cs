namespace Gateway.Adapters.Email.Reading;

/// <summary>A file name a stranger gave, made harmless: no path, no control characters, bounded length, never empty.</summary>
internal static class FileName
{
    private const int Longest = 120;

    public static string Of(string? given, int number, string mediaType)
    {
        var name = CleanText.Line(given) ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..].Trim(' ', '.');
        name = string.Concat(name.Select(letter => letter is '<' or '>' or '"' or '|' or '?' or '*' ? '_' : letter));
        if (name.Length == 0) return $"lampiran-{number}{Extension(mediaType)}";
        return name.Length <= Longest ? name : Shortened(name);
    }

    private static string Shortened(string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 10 ? name[dot..] : "";
        return CleanText.Of(name[..(Longest - extension.Length)]).TrimEnd(' ', '.', '\uFFFD') + extension;
    }

    private static string Extension(string mediaType) => mediaType switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "application/pdf" => ".pdf",
        "application/zip" => ".zip",
        "text/plain" => ".txt",
        "text/html" => ".html",
        "text/calendar" => ".ics",
        "message/rfc822" => ".eml",
        _ => ".bin",
    };
}
