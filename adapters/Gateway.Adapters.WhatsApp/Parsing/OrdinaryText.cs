namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Tells by its ends and a few words that a text is what a person wrote and nothing else: no mark, no marker, no line of WhatsApp. Most
/// messages of a chat are; the others are judged pattern by pattern.
/// </summary>
internal static class OrdinaryText
{
    private const int OpeningLength = 3;

    public static bool Is(ReadOnlySpan<char> raw, ReadOnlySpan<char> sender)
    {
        var text = raw.Trim();
        return text.Length > OpeningLength
            && !OpensAsWhatsApp(text)
            && !EndsAsMarker(text)
            && !SystemLines.HasSecondSign(raw, sender)
            // A file name and "(file terlampir)" may be followed by a caption.
            && !raw.Contains('(')
            && Invisible.IsClean(raw)
            && !SystemLines.MayTellOfAct(text);
    }

    // "Pesan ini dihapus", "Anda ...", "Panggilan suara", "null", "<Media ...": how all begin that is told by its beginning.
    private static bool OpensAsWhatsApp(ReadOnlySpan<char> text) =>
        text[0] == '<' || (Small(text[0]), Small(text[1]), Small(text[2])) is
            ('p', 'e', 's') or ('t', 'i', 'm') or ('a', 'n', 'd') or ('b', 'i', 's') or ('c', 'h', 'a') or ('k', 'o', 'd') or ('m', 'e', 's') or ('d', 'i', 's')
            or ('y', 'o', 'u') or ('d', 'e', 'f') or ('t', 'h', 'i') or ('p', 'a', 'n') or ('t', 'e', 'l') or ('m', 'i', 's') or ('g', 'r', 'o') or ('v', 'o', 'i')
            or ('v', 'i', 'd') or ('n', 'u', 'l') or ('m', 'e', 'n') or ('w', 'a', 'i');

    private static bool EndsAsMarker(ReadOnlySpan<char> text) => text[^1] switch
    {
        '>' or ')' => true,
        'n' or 'N' => text.EndsWith("tidak disertakan", StringComparison.OrdinalIgnoreCase),
        'd' or 'D' => text.EndsWith("omitted", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static char Small(char letter) => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
}
