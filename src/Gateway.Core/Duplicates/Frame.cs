using System.Text.RegularExpressions;

namespace Gateway.Core.Duplicates;

/// <summary>
/// Takes off what a messenger, a mail program or a portal puts around the lines of a text that is passed on: <c>[14/10 08.12] Pak RT:</c>, <c>></c>,
/// <c>-----Pesan Asli-----</c>, <c>On Tue, Suroso wrote:</c>, <c>Dari: ...</c>, <c>Isi:</c>, <c>Fwd:</c>. Who passed it on, and when, is no part of
/// the matter. Pure.
/// </summary>
internal static partial class Frame
{
    /// <summary>The text without its frames; the same text where there is none.</summary>
    public static string Without(string text)
    {
        if (!text.AsSpan().ContainsAny('[', '>', ':')) return text;
        // "Dari: warga RT 5" of a letter says who complains; only behind such a line it is the head of a mail.
        var inner = Forwarded().IsMatch(text) ? Head().Replace(text, "") : text;
        return Line().Replace(Label().Replace(Sender().Replace(Quote().Replace(inner, ""), ""), ""), "");
    }

    [GeneratedRegex(@"^[ \t]*>[> \t]*", RegexOptions.Multiline)]
    private static partial Regex Quote();

    // "[14/10 08.12] Pak RT: ", "[14/10/26, 08.12.33] ...: ", "14/10/2026 08.12 - Pak RT: "
    [GeneratedRegex(@"^[ \t]*(?:\[\d{1,2}/\d{1,2}[\d/.:, APMapm]{4,24}\]|\d{1,2}/\d{1,2}/\d{2,4},?[ \t]\d{1,2}[.:]\d{2}(?:[.:]\d{2})?[ \t]-)[ \t]*(?:[^:\n\[\]]{1,40}:[ \t])?", RegexOptions.Multiline)]
    private static partial Regex Sender();

    [GeneratedRegex(@"^[ \t]*(?:(?:Re|Fw|Fwd|Bls|Trs|Judul|Isi|Subject|Subjek)[ \t]*:[ \t]*)+", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^[ \t]*(?:On|Pada)\s[^\n]{1,120}(?:wrote|menulis)[ \t]*:[ \t]*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Line();

    [GeneratedRegex(@"^[ \t>]*-{4,}[ \t]*(?:Pesan|Forwarded|Original|Diteruskan)[^\n]{0,60}$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Forwarded();

    [GeneratedRegex(@"^[ \t>]*(?:(?:Dari|From|Ke|To|Kepada|Cc|Dikirim|Sent|Tanggal|Date)[ \t]*:[^\n]{0,120}|-{4,}[^\n]{0,60})$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Head();
}
