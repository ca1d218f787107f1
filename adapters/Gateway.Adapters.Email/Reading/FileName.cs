using System.Buffers;
using Gateway.Contracts.Files;

namespace Gateway.Adapters.Email.Reading;

/// <summary>A file name a stranger gave, made harmless: no path, no control characters, bounded length, never empty.</summary>
internal static class FileName
{
    private const int Longest = 120;

    // What a file name may not hold on one system or another.
    private static readonly SearchValues<char> Signs = SearchValues.Create("<>\"|?*");

    public static string Of(string? given, int number, string mediaType)
    {
        var name = CleanText.Line(given) ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..].Trim(' ', '.');
        if (name.AsSpan().ContainsAny(Signs)) name = string.Concat(name.Select(letter => Signs.Contains(letter) ? '_' : letter));
        if (name.Length == 0) return $"lampiran-{number}{Extension(mediaType)}";
        return name.Length <= Longest ? name : Shortened(name);
    }

    private static string Shortened(string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 10 ? name[dot..] : "";
        return CleanText.Of(name[..(Longest - extension.Length)]).TrimEnd(' ', '.', '\uFFFD') + extension;
    }

    // A calendar entry is text to the eye, and its sender's word is all there is.
    private static string Extension(string mediaType) => mediaType == "text/calendar" ? ".ics" : "." + FileKinds.OfMediaType(mediaType).Name;
}
