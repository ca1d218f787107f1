using System.Text.RegularExpressions;

namespace Gateway.Core.Duplicates;

/// <summary>
/// Takes off what a messenger or a mail program puts before the lines of a text that is passed on: <c>[14/10 08.12] Pak RT:</c>, <c>></c>,
/// <c>On Tue, Suroso wrote:</c>, <c>Fwd:</c>. Who passed it on, and when, is no part of the matter. Pure.
/// </summary>
internal static partial class Frame
{
    /// <summary>The text without its frames; the same text where there is none.</summary>
    public static string Without(string text)
    {
        if (!text.AsSpan().ContainsAny('[', '>', ':') || !Any().IsMatch(text)) return text;
        return Line().Replace(Sender().Replace(Quote().Replace(Reply().Replace(text, ""), ""), ""), "");
    }

    [GeneratedRegex(@"^[ \t]*(?:>|\[\d|\d{1,2}/\d{1,2}|(?:On|Pada)\s|(?:Re|Fw|Fwd|Bls|Trs)[ \t]*:)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Any();

    [GeneratedRegex(@"^[ \t]*(?:(?:Re|Fw|Fwd|Bls|Trs)[ \t]*:[ \t]*)+", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Reply();

    [GeneratedRegex(@"^[ \t]*>[> \t]*", RegexOptions.Multiline)]
    private static partial Regex Quote();

    // "[14/10 08.12] Pak RT: ", "[14/10/26, 08.12.33] ...: ", "14/10/2026 08.12 - Pak RT: "
    [GeneratedRegex(@"^[ \t]*(?:\[\d{1,2}/\d{1,2}[\d/.:, APMapm]{4,24}\]|\d{1,2}/\d{1,2}/\d{2,4},?[ \t]\d{1,2}[.:]\d{2}(?:[.:]\d{2})?[ \t]-)[ \t]*(?:[^:\n\[\]]{1,40}:[ \t])?", RegexOptions.Multiline)]
    private static partial Regex Sender();

    [GeneratedRegex(@"^[ \t]*(?:On|Pada)\s[^\n]{1,120}(?:wrote|menulis)[ \t]*:[ \t]*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Line();
}
