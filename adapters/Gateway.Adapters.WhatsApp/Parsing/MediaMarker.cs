using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>What an export says in place of a picture, voice note or file, and what remains of the caption without it.</summary>
/// <param name="Caption">Raw text without the marker.</param>
/// <param name="FileName">File name when the media were exported too.</param>
/// <param name="Word">The sort of media in the export's own word, when it tells.</param>
internal sealed partial record MediaMarker(string Caption, string? FileName, string? Word)
{
    private static readonly SearchValues<string> Triggers =
        SearchValues.Create(["tidak disertakan", "omitted", "terlampir", "attached", "null", "Menunggu pesan", "Waiting for this"], StringComparison.OrdinalIgnoreCase);

    private const int LongestMarker = 300;

    /// <summary>True for a sticker, which cannot be a complaint.</summary>
    public bool IsSticker =>
        Word is not null && (Word.Equals("stiker", StringComparison.OrdinalIgnoreCase) || Word.Equals("sticker", StringComparison.OrdinalIgnoreCase))
        || (FileName is { } name && (name.StartsWith("STK-", StringComparison.Ordinal) || name.Contains("-STICKER-", StringComparison.Ordinal) || name.EndsWith(".webp", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The marker of a raw text, or null when it is none.</summary>
    /// <param name="raw">Text with its invisible marks: iOS puts one before <c>gambar tidak disertakan</c>.</param>
    /// <param name="marksAreGone">An iOS export that lost its marks on the way; then a space before the words is enough.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static MediaMarker? Find(string raw, bool marksAreGone)
    {
        if (!raw.AsSpan().ContainsAny(Triggers)) return OfOtherLanguage(raw);
        if (MayBeAbsent(raw) && Absent().IsMatch(raw)) return new MediaMarker("", null, null);

        var match = raw.Contains('<', StringComparison.Ordinal) ? Bracketed().Match(raw) : Match.Empty;
        if (match.Success)
        {
            var name = match.Groups["name"];
            return new MediaMarker(Invisible.TrimEnd(raw.Remove(match.Index, match.Length)), name.Success ? Invisible.Clean(name.Value).Trim() : null, null);
        }

        match = raw.Contains('(', StringComparison.Ordinal) ? Attached().Match(raw) : Match.Empty;
        if (match.Success) return new MediaMarker(raw[match.Length..], Invisible.Clean(match.Groups["name"].Value).Trim(), null);

        match = (marksAreGone ? OmittedAfterSpace() : Omitted()).Match(raw);
        return match.Success ? OfOmitted(Invisible.TrimEnd(raw[..match.Index]), match.Groups["word"].Value) : null;
    }

    // "null", "Menunggu pesan ini.", "Waiting for this message."
    private static bool MayBeAbsent(ReadOnlySpan<char> raw)
    {
        var begin = 0;
        while (begin < raw.Length && (char.IsWhiteSpace(raw[begin]) || Invisible.IsMark(raw[begin]))) begin++;
        return begin < raw.Length && raw[begin] is 'n' or 'M' or 'W';
    }

    // The last sign that is seen closes something.
    private static bool EndsAsMarker(ReadOnlySpan<char> raw)
    {
        var end = raw.Length - 1;
        while (end >= 0 && (char.IsWhiteSpace(raw[end]) || Invisible.IsMark(raw[end]))) end--;
        return end >= 0 && raw[end] is '>' or ')';
    }

    // Phones of other languages mark media in the same places; without a file name only words that are known count, others may be a citizen's: "<Multimedia omitido>", "<attached: ...>", "IMG-...jpg (...)".
    private static MediaMarker? OfOtherLanguage(string raw)
    {
        if (raw.Length > LongestMarker || !EndsAsMarker(raw)) return null;
        var match = Foreign().Match(raw);
        if (!match.Success) return null;
        var name = match.Groups["name"];
        return new MediaMarker(raw[(match.Index + match.Length)..], name.Success ? Invisible.Clean(name.Value).Trim() : null, null);
    }

    // iOS names a document before the marker: "surat.pdf • 2 halaman dokumen tidak disertakan".
    private static MediaMarker OfOmitted(string caption, string word)
    {
        var title = DocumentTitle().Match(Invisible.Clean(caption).Trim());
        return title.Success ? new MediaMarker("", title.Groups["name"].Value, word) : new MediaMarker(caption, null, word);
    }

    // No pattern begins with a run of spaces or marks: tried at every place of a long run, it would take hours. What stands before
    // a marker is trimmed afterwards.
    [GeneratedRegex(@"^[\s\u200E\u200F]*(null|Menunggu pesan ini\.(?>.*)|Waiting for this message\.(?>.*))\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Absent();

    [GeneratedRegex(
        @"<(Media tidak disertakan|Media omitted|(terlampir|attached):\s{0,8}(?<name>[^<>\n]+))>[\s\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]*$"
        + @"|^[\s\u200E\u200F]*<(Media tidak disertakan|Media omitted|(terlampir|attached):\s{0,8}(?<name>[^<>\n]+))>\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        @"^(?>[\s\u200E\u200F]*)(?<name>[^\n]{1,200}\.\w{1,8}) \(file (terlampir|attached)\)[^\S\n]*(\n|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Attached();

    private const string OmittedWords =
        @"(?<word>gambar|foto|video|audio|stiker|gif|dokumen|kontak|kartu kontak|lokasi|catatan video|pesan video|pesan suara|image|photo|sticker|document|contact card|contact|video note|location) (tidak disertakan|omitted)\s*$";

    [GeneratedRegex(@"(^|\n|[\u200E\u200F])" + OmittedWords, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Omitted();

    [GeneratedRegex(@"(^|\s)" + OmittedWords, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OmittedAfterSpace();

    [GeneratedRegex(
        @"^(?>[\s\u200E\u200F]*)(<[^<>:\n]{2,30}: ?(?<name>\d{6,8}-[^<>/\n]{1,150}\.\w{1,8})>|<(Multimedia omitido|Medien ausgeschlossen|Médias? omis|Mídia oculta|Mídia omitida|Arquivo de mídia oculto|Media omessi|Media weggelaten|Medya dahil edilmedi|Без медиафайлов|تم استبعاد الوسائط|Pominięto multimedia|Media dikecualikan|メディアは含まれていません|省略多媒体文件|已忽略多媒體檔案|मीडिया छोड़ा गया)>|(?<name>(IMG|VID|PTT|AUD|DOC|STK)-\d{8}-WA\d{1,6}\.\w{1,8}) \([^()\n]{3,60}\))[\s\u200E\u200F]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^(?<name>[^\n]{1,200}\.\w{1,8}) • \d+ (halaman|hlm|hal|pages?)\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex DocumentTitle();
}
