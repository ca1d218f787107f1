using System.Globalization;
using System.Text.RegularExpressions;
using Gateway.Contracts;

namespace Gateway.Core.Intake;

/// <summary>
/// Fills what a citizen never writes - judul, tanggal kejadian, klasifikasi - and marks each value as derived, with the words it came
/// from. A derived value alone never holds a complaint. Pure.
/// </summary>
public static partial class DerivedFields
{
    /// <summary>Longest derived title, in characters.</summary>
    public const int TitleLength = 80;

    private static readonly string[] Months =
        ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember"];

    /// <summary>The complaint with its gaps filled. What the writer gave is never changed.</summary>
    public static Complaint Complete(Complaint complaint)
    {
        var derived = new SortedDictionary<string, string>(complaint.Derived.ToDictionary(), StringComparer.Ordinal);
        var judul = complaint.Judul;
        if (string.IsNullOrWhiteSpace(judul))
        {
            judul = Title(complaint.Isi);
            derived["judul"] = judul;
        }

        var klasifikasi = complaint.Klasifikasi;
        if (klasifikasi is null)
        {
            (klasifikasi, derived["klasifikasi"]) = Kind(complaint.Judul + "\n" + complaint.Isi);
        }

        var tanggal = complaint.TanggalKejadian;
        var moment = complaint.Written ?? complaint.Received ?? complaint.Seen;
        var latest = moment is null ? DateOnly.MaxValue : Wita.Day(moment.Value);
        if (tanggal is null && Date(complaint.Isi, latest) is var (day, words) && day is not null)
        {
            tanggal = day;
            derived["tanggalKejadian"] = words;
        }
        else if (tanggal is null && moment is not null)
        {
            tanggal = latest;
            derived["tanggalKejadian"] = complaint.Written is not null ? "written" : complaint.Received is not null ? "received" : "seen";
        }

        return complaint with { Judul = judul, Klasifikasi = klasifikasi, TanggalKejadian = tanggal, Derived = derived };
    }

    /// <summary>A title for a text that has none: its first sentence, past the salutation, cut at a word.</summary>
    internal static string Title(string isi)
    {
        var lines = isi.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines.FirstOrDefault(candidate => !Salutation().IsMatch(candidate)) ?? lines.FirstOrDefault() ?? isi;
        var sentence = SentenceEnd().Match(line) is { Success: true } end ? line[..end.Index] : line;
        if (sentence.Length <= TitleLength) return sentence;
        var cut = sentence.LastIndexOf(' ', TitleLength - 1);
        if (cut <= TitleLength / 2) cut = char.IsHighSurrogate(sentence[TitleLength - 2]) ? TitleLength - 2 : TitleLength - 1;
        return sentence[..cut].TrimEnd(' ', ',', ';') + "…";
    }

    private static (Klasifikasi Kind, string Words) Kind(string text)
    {
        if (AsksInformation().Match(text) is { Success: true } asks) return (Klasifikasi.PermintaanInformasi, asks.Value);
        if (Wishes().Match(text) is { Success: true } wishes) return (Klasifikasi.Aspirasi, wishes.Value);
        return (Klasifikasi.Pengaduan, "default");
    }

    // What has not come yet when it was written is a deadline or an appointment, not the day of an incident.
    private static (DateOnly? Day, string Words) Date(string text, DateOnly latest)
    {
        foreach (Match match in LongDate().Matches(text))
        {
            var month = Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1;
            if (TryDay(match.Groups["year"].Value, month, match.Groups["day"].Value) is { } day && day <= latest) return (day, match.Value);
        }

        foreach (Match match in ShortDate().Matches(text))
        {
            if (int.TryParse(match.Groups["month"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var month)
                && TryDay(match.Groups["year"].Value, month, match.Groups["day"].Value) is { } day && day <= latest) return (day, match.Value);
        }

        return (null, "");
    }

    private static DateOnly? TryDay(string year, int month, string day)
    {
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)) return null;
        return month is >= 1 and <= 12 && y is >= 2000 and <= 2100 && d >= 1 && d <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, d) : null;
    }

    [GeneratedRegex(@"^(yth\.?|kepada|assalam|salam|selamat (pagi|siang|sore|malam)|dengan hormat|halo|hai|pak\b|bu\b|bapak|ibu|min\b|admin|permisi)[^.!?]{0,40}[,.!]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Salutation();

    [GeneratedRegex(@"(?<=\p{L}{3,})[.!?](\s|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(permintaan informasi|mohon informasi|minta informasi|ingin bertanya|mau tanya|bagaimana cara(nya)?|apa (saja )?(syarat|persyaratan)(nya)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksInformation();

    [GeneratedRegex(@"\b(aspirasi|usul(an)?|mengusulkan|saran saya|menyarankan|alangkah baiknya)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Wishes();

    // [0-9] and not \d, which takes the digits of every writing: those are no numbers to a parser.
    [GeneratedRegex(@"\b(?<day>[0-9]{1,2}) (?<month>januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember) (?<year>20[0-9]{2})\b", RegexOptions.IgnoreCase)]
    private static partial Regex LongDate();

    [GeneratedRegex(@"(?<![\d/.-])(?<day>[0-9]{1,2})[/-](?<month>[0-9]{1,2})[/-](?<year>20[0-9]{2})(?![\d/-])")]
    private static partial Regex ShortDate();
}
