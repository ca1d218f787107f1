using System.Buffers;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Tells in one pass that a text is what a person wrote and nothing else: no mark, no word that a system line or a marker has. Most
/// messages of a chat are; the others are judged word by word.
/// </summary>
internal static class OrdinaryText
{
    private static readonly SearchValues<string> Signs =
        SearchValues.Create([.. SystemLines.Signs, .. TextMarks.Signs, .. MediaMarker.Signs], StringComparison.OrdinalIgnoreCase);

    public static bool Is(ReadOnlySpan<char> raw, ReadOnlySpan<char> sender) =>
        Invisible.IsClean(raw)
        && !MediaMarker.EndsAsMarker(raw)
        && (raw.IsEmpty || !SystemLines.HasSecondSign(raw, sender))
        && !raw.ContainsAny(Signs);
}
