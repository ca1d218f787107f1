using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>Strong signs of ordinary office mail - a letterhead, an invitation, an offer, an application. It only holds: an officer decides.</summary>
internal static partial class OfficeMail
{
    public static bool Suspected(string? judul, string text, bool hasCalendar)
    {
        var subject = judul ?? "";
        var head = text.Length > 3000 ? text[..3000] : text;
        if (hasCalendar || LetterHead().Matches(head).Select(line => line.Groups["label"].Value.ToLowerInvariant()).Distinct().Count() >= 3) return true;
        return (Invitation().IsMatch(subject) && InvitationText().IsMatch(head + " " + subject))
            || (Offer().IsMatch(subject) && OfferText().IsMatch(head))
            || (Application().IsMatch(subject) && ApplicationText().IsMatch(head))
            || Letter().IsMatch(subject);
    }

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^[ *]{0,6}(?<label>nomor|no|sifat|lampiran|hal|perihal)\.?[ *]{0,12}:", Words | RegexOptions.Multiline, 2000)]
    private static partial Regex LetterHead();

    [GeneratedRegex(@"\b(?:undangan|mengundang|invitation)\b", Words, 2000)]
    private static partial Regex Invitation();

    [GeneratedRegex(@"\b(?:rapat|sosialisasi|bimtek|bimbingan teknis|acara|upacara|seminar|webinar|pelatihan|koordinasi|zoom|mengharap kehadiran|dimohon (?:hadir|kehadiran))\b", Words, 2000)]
    private static partial Regex InvitationText();

    [GeneratedRegex(@"\b(?:penawaran|quotation|price list|proposal kerja ?sama)\b", Words, 2000)]
    private static partial Regex Offer();

    [GeneratedRegex(@"\b(?:menawarkan|penawaran|harga|katalog|diskon|produk kami|perusahaan kami)\b", Words, 2000)]
    private static partial Regex OfferText();

    [GeneratedRegex(@"\b(?:lamaran|melamar|permohonan magang|praktik kerja lapangan|pkl)\b", Words, 2000)]
    private static partial Regex Application();

    [GeneratedRegex(@"\b(?:melamar|lamaran|curriculum vitae|cv|ijazah|posisi|magang|praktik kerja)\b", Words, 2000)]
    private static partial Regex ApplicationText();

    [GeneratedRegex(@"^\W{0,3}(?:surat (?:dinas|edaran|tugas|perintah|undangan)|nota dinas|disposisi surat|telaahan staf)\b", Words, 2000)]
    private static partial Regex Letter();
}
