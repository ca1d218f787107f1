using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Cuts what the writer did not write now: quoted mails, the lines that announce them, signatures and device lines. Text below a
/// quote stays, since some people answer there. Rules as found in Indonesian and English mail programs.
/// </summary>
internal static partial class QuotedHistory
{
    private const int LongestLooked = 300;

    /// <summary>The writer's own words; empty when everything was quoted.</summary>
    public static string Cut(string[] lines, bool isReply) => CleanText.Tidy(Kept(lines, isReply));

    /// <summary>The lines of the writer's own words.</summary>
    /// <param name="lines">Cleaned lines.</param>
    /// <param name="isReply">The headers or the subject say it answers another mail; a lone <c>&gt;</c> then is a quote.</param>
    public static List<string> Kept(string[] lines, bool isReply)
    {
        var kept = new List<string>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsQuote(lines[i]) && (isReply || Neighbour(lines, i)))
            {
                continue;
            }

            var begin = LineBegin.BehindSpace(lines[i]);
            var attribution = AttributionLength(lines, i, begin);
            if (attribution > 0)
            {
                if (!NextIsQuote(lines, i + attribution)) break;
                i += attribution - 1;
                continue;
            }

            if (LineBegin.IsDrawn(begin) && OriginalMessage().IsMatch(Short(lines[i]))) break;
            if (HeaderNames.Begin(begin) && IsHeaderBlock(lines, i, isReply)) break;
            if (IsSignature(lines, i))
            {
                // A quote may follow the signature, and an answer below the quote; the signature ends where the quote begins.
                while (i + 1 < lines.Length && !IsQuote(lines[i + 1]) && AttributionLength(lines, i + 1, LineBegin.BehindSpace(lines[i + 1])) == 0) i++;
                continue;
            }

            if (!DeviceWords.Begin(begin) || !DeviceLine().IsMatch(Short(lines[i]))) kept.Add(lines[i]);
        }

        while (kept.Count > 0 && IsRule(kept[^1])) kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    /// <summary>How many lines an announcement such as <c>Pada ... menulis:</c> takes here, wrapped over up to four; 0 when there is none.</summary>
    private static int AttributionLength(string[] lines, int at, ReadOnlySpan<char> begin)
    {
        if (!MayAnnounce(begin) && !lines[at].Contains('<', StringComparison.Ordinal)) return 0;
        if (!AttributionStart().IsMatch(Short(lines[at]))) return 0;
        var joined = "";
        for (var length = 1; length <= 4 && at + length <= lines.Length; length++)
        {
            var line = lines[at + length - 1].Trim();
            if (line.Length == 0 || joined.Length + line.Length > 500) return 0;
            joined += " " + line;
            if (AttributionEnd().IsMatch(joined)) return TimeOrAddress().IsMatch(joined) ? length : 0;
        }

        return 0;
    }

    // With a word, or with a date such as 2026-06-15.
    private static bool MayAnnounce(ReadOnlySpan<char> begin) => Announcements.Begin(begin) || (begin.Length > 4 && begin[4] == '-' && char.IsDigit(begin[0]));

    private static readonly Beginnings Announcements = new("pada|on|tanggal|tgl");
    private static readonly Beginnings HeaderNames = new("dari|from");
    private static readonly Beginnings DeviceWords = new("terkirim dari|dikirim|sent from|sent with|dapatkan outlook|unduh outlook|get outlook");

    private static bool IsHeaderBlock(string[] lines, int at, bool isReply)
    {
        if (!FromLine().IsMatch(Short(lines[at]))) return false;
        var others = 0;
        var certain = lines[at].Contains('@', StringComparison.Ordinal);
        for (var i = at + 1; i < Math.Min(lines.Length, at + 6); i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var header = OtherHeader().Match(Short(lines[i]));
            if (!header.Success) break;
            others++;
            certain |= header.Groups["when"].Success;
        }

        // A formal letter may open with "Dari: ... Perihal: ..." too; outside a reply only a date or an address makes it a quoted header.
        return others > 0 && (isReply || certain);
    }

    private static bool IsSignature(string[] lines, int at)
    {
        if (lines[at] is not ("-- " or "--")) return false;
        var rest = 0;
        for (var i = at + 1; i < lines.Length && rest <= 20 && !IsQuote(lines[i]); i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i])) rest++;
        }

        return rest <= (lines[at] == "-- " ? 20 : 8);
    }

    private static bool IsQuote(string line) => line.StartsWith('>');

    // "> 3 bulan lampu mati" may be a lone "more than"; two in a row are a quote.
    private static bool Neighbour(string[] lines, int at) =>
        (at > 0 && IsQuote(lines[at - 1])) || (at + 1 < lines.Length && IsQuote(lines[at + 1]));

    private static bool NextIsQuote(string[] lines, int from)
    {
        while (from < lines.Length && string.IsNullOrWhiteSpace(lines[from])) from++;
        return from < lines.Length && IsQuote(lines[from]);
    }

    // Nothing, or a drawn line. A long paragraph is neither, however little is looked at of long lines elsewhere.
    private static bool IsRule(string line) => LineBegin.BehindSpace(line) is [] or ['-' or '_' or '=', ..] && line.Length <= LongestLooked && Rule().IsMatch(line);

    private static string Short(string line) => line.Length > LongestLooked ? "" : line;

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\s*(?:(?:pada|on|tanggal|tgl)\s|\d{4}-\d{2}-\d{2}\s|[^<>]{1,80}<[^<>\s]{1,80}@[^<>\s]{1,80}>\s*(?:menulis|wrote)\b)", Words, 2000)]
    private static partial Regex AttributionStart();

    [GeneratedRegex(@"\b(?:menulis|wrote)(?: pesan)?\s*:\s*$|^\s*\d{4}-\d{2}-\d{2}\s.{0,200}<[^<>\s]{1,80}@[^<>\s]{1,80}>\s*:\s*$", Words, 2000)]
    private static partial Regex AttributionEnd();

    [GeneratedRegex(@"\d{4}|\d{1,2}[.:]\d{2}|@", Words, 2000)]
    private static partial Regex TimeOrAddress();

    [GeneratedRegex(@"^[\s*]{0,6}[-_=]{2,20}\s{0,4}(?:pesan asli|pesan semula|pesan sebelumnya|original message|original appointment)\b", Words, 2000)]
    private static partial Regex OriginalMessage();

    [GeneratedRegex(@"^[\s*]{0,6}(?:dari|from)[\s*]{0,4}:[\s*]{0,4}\S", Words, 2000)]
    private static partial Regex FromLine();

    [GeneratedRegex(@"^[\s*]{0,6}(?:(?<when>terkirim|dikirim|tanggal|sent|date)|kepada|ke|untuk|to|cc|tembusan|perihal|subjek|subject)[\s*]{0,4}:", Words, 2000)]
    private static partial Regex OtherHeader();

    [GeneratedRegex(@"^\s*(?:(?:ter|di)kirim dari\b(?=.{0,70}\b(?:iphone|ipad|ios|yahoo|android|samsung|galaxy|xiaomi|redmi|oppo|vivo|realme|infinix|huawei|blackberry|windows|outlook|gmail|mail|e-?mail|hp|ponsel|smartphone|perangkat|telepon|tablet)\b).{0,80}|sent (?:from|with) (?:my |yahoo|outlook|mail|samsung|proton|gmail).{0,80}|dikirim (?:dengan|menggunakan|melalui) (?:gmail|yahoo|outlook|proton|bluemail|samsung|spark|mail).{0,60}|(?:dapatkan|unduh|get) outlook (?:untuk|for) .{0,60})$", Words, 2000)]
    private static partial Regex DeviceLine();

    [GeneratedRegex(@"^\s*(?:[-_=*]{5,}\s*)?$", Words, 2000)]
    private static partial Regex Rule();
}
