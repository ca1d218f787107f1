using System.Text.RegularExpressions;
using Gateway.Contracts;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Unwanted advertising and fraud. Two of its phrases and nothing complained of: spam. One phrase, or a filter that says so: a person
/// decides, because citizens complain of exactly these things.
/// </summary>
internal static partial class Spam
{
    /// <summary>The reason to ignore it, the reason to doubt it, or null.</summary>
    public static Reason? Judge(MailHead head, Mail mail, Matter matter)
    {
        if (!matter.HasSpamWord) return IsMarked(head) ? new Reason("maybe-spam") : null;
        var start = Start(mail);
        var phrases = Phrases(start);
        if (phrases > 0 && Grievance().IsMatch(start)) phrases = 0;
        if (phrases == 2 && (!Gambling().IsMatch(start) || Lure().IsMatch(start))) return new Reason("spam");
        return phrases > 0 || IsMarked(head) ? new Reason("maybe-spam") : null;
    }

    // Two when two of them differ; more are not counted.
    private static int Phrases(ReadOnlySpan<char> start)
    {
        ReadOnlySpan<char> first = [];
        foreach (var match in Phrase().EnumerateMatches(start))
        {
            var phrase = start.Slice(match.Index, match.Length);
            if (first.IsEmpty) first = phrase;
            else if (!phrase.Equals(first, StringComparison.OrdinalIgnoreCase)) return 2;
        }

        return first.IsEmpty ? 0 : 1;
    }

    private static bool IsMarked(MailHead head) =>
        head["X-Spam-Flag"]?.Trim().StartsWith("yes", StringComparison.OrdinalIgnoreCase) == true
        || head["X-Spam-Status"]?.Trim().StartsWith("yes", StringComparison.OrdinalIgnoreCase) == true;

    private static string Start(Mail mail)
    {
        var text = mail.Subject.Judul + "\n" + mail.Own;
        return text.Length > 5_000 ? text[..5_000] : text;
    }

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:you (?:have )?won|won the|lottery|beneficiary|claim (?:the|your) (?:fund|prize)|bank details|inheritance|next of kin|bitcoin|crypto ?currency|investment opportunity|guaranteed (?:profit|return)s?|seo|backlinks?|guest posts?|first page of google|rank (?:better|higher|your)|web(?:site)? (?:design|traffic)|viagra|cialis|casino|adult dating|hot singles)\b"
        + @"|\b(?:slot (?:gacor|online)|gacor|maxwin|judi (?:slot|online|bola)|togel|bandar|bonus new member|deposit (?:pulsa|qris)|link alternatif|pinjaman (?:online|cepat|dana|tunai)|dana (?:cepat|tunai|cair)|langsung cair|cair (?:cepat|\d)|tanpa jaminan|bunga rendah|obat (?:kuat|pembesar)|pelangsing|undian berhadiah|pemenang undian|promo terbatas|gratis ongkir|diskon (?:hingga|sampai) \d)\b",
        Words, 2000)]
    private static partial Regex Phrase();

    // "Ada bandar togel di gang kami" is no advertising.
    [GeneratedRegex(@"\b(?:bandar|togel|judi)\b", Words, 2000)]
    private static partial Regex Gambling();

    [GeneratedRegex(@"\b(?:gacor|maxwin|bonus|deposit|link|daftar|promo|www|https?)\b", Words, 2000)]
    private static partial Regex Lure();

    [GeneratedRegex(@"\b(?:tolong|tlg|mohon|lapor\w*|melapor\w*|mengadu\w*|pengaduan|korban|ditipu|tertipu|penipuan|diancam|diteror|meresahkan|resah|keluh\w*|ditertibkan|blokir|diblokir|kelurahan|warga|anak saya|suami saya|complain\w*|victim|scammed)\b", Words, 2000)]
    private static partial Regex Grievance();
}
