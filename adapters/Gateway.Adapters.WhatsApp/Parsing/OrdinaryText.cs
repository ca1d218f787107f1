using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Tells by its ends and a few words that a text is what a person wrote and nothing else: no mark, no marker, no line of WhatsApp. Most
/// messages of a chat are; the others are judged pattern by pattern.
/// </summary>
internal static class OrdinaryText
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Is(ReadOnlySpan<char> raw, ReadOnlySpan<char> sender)
    {
        var text = raw.Trim();
        return text.Length > 0
            // "<Media tidak disertakan>", "null", "Menunggu pesan ini.", "Waiting for this message."
            && text[0] is not ('<' or 'n' or 'M' or 'W')
            && !EndsAsMarker(text)
            // A file name and "(file terlampir)" may be followed by a caption.
            && !raw.Contains('(')
            && Invisible.IsClean(raw)
            && !SystemLines.MayBe(raw, sender);
    }

    // "... <Pesan ini telah diedit>", "IMG-20260601-WA0001.jpg (file terlampir)", "gambar tidak disertakan".
    private static bool EndsAsMarker(ReadOnlySpan<char> text) => text[^1] switch
    {
        '>' or ')' => true,
        'n' or 'N' => text.EndsWith("tidak disertakan", StringComparison.OrdinalIgnoreCase),
        'd' or 'D' => text.EndsWith("omitted", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
