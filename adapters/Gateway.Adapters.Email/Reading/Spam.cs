using System.Text.RegularExpressions;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Unwanted advertising and fraud. Two of its phrases and nothing complained of: spam. One phrase, or a filter that says so: a person
/// decides, because citizens complain of exactly these things.
/// </summary>
internal static partial class Spam
{
    public static bool IsSure(Mail mail) => Phrases(mail) >= 2 && !IsComplaintAboutIt(mail);

    public static bool MayBe(MimeMessage message, Mail mail) => IsMarked(message) || (Phrases(mail) > 0 && !IsComplaintAboutIt(mail));

    private static int Phrases(Mail mail) => Phrase().Matches(Start(mail)).Select(match => match.Value.ToLowerInvariant()).Distinct().Take(3).Count();

    private static bool IsComplaintAboutIt(Mail mail) => Grievance().IsMatch(Start(mail));

    private static bool IsMarked(MimeMessage message) =>
        message.Headers["X-Spam-Flag"]?.Trim().StartsWith("yes", StringComparison.OrdinalIgnoreCase) == true
        || message.Headers["X-Spam-Status"]?.Trim().StartsWith("yes", StringComparison.OrdinalIgnoreCase) == true;

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

    [GeneratedRegex(@"\b(?:tolong|tlg|mohon|lapor\w*|melapor\w*|mengadu\w*|pengaduan|korban|ditipu|tertipu|penipuan|diancam|diteror|meresahkan|resah|keluh\w*|ditertibkan|blokir|diblokir|kelurahan|warga|anak saya|suami saya|complain\w*|victim|scammed)\b", Words, 2000)]
    private static partial Regex Grievance();
}
