using System.Text.RegularExpressions;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Tells ordinary office mail - invitations, offers, applications, circulars, bills - from what citizens write. Two signs and nothing
/// wrong in it: office mail. Signs and something wrong in it, or one sign alone: a person decides.
/// </summary>
internal static partial class OfficeMail
{
    private const int HeadLength = 3_000;

    public static OfficeLikeness Judge(Mail mail, Matter matter)
    {
        var subject = mail.Subject.Judul ?? "";
        var head = mail.Own.Length > HeadLength ? mail.Own[..HeadLength] : mail.Own;
        var isOffice = !mail.IsForm && IsOffice(mail.Writer);
        if (!matter.HasOfficeWord && !mail.HasCalendar) return isOffice && !matter.HasTrouble ? OfficeLikeness.Maybe : OfficeLikeness.No;
        var labels = (matter.Signs & WordSigns.LetterHead) == 0 ? 0 : LetterHead().Matches(head).Select(line => line.Groups["label"].Value.ToLowerInvariant()).Distinct().Count();
        var kinds = OfficeKinds.CountIn(matter.Signs, subject, head) + (mail.HasCalendar ? 2 : 0);

        var signs = kinds + (labels >= 3 ? 2 : labels >= 2 ? 1 : 0);
        if (kinds > 0) signs += (isOffice ? 1 : 0) + (Formal().IsMatch(head) ? 1 : 0);
        // A citizen who asks for data asks formally too (Permintaan Informasi).
        var mayAsk = (matter.Signs & WordSigns.Asked) != 0 && ((!isOffice && labels < 2 && Asks().IsMatch(subject + "\n" + head)) || PublicInformation().IsMatch(subject + "\n" + head));
        if (signs >= 2) return kinds > 0 && !matter.HasTrouble && !mayAsk ? OfficeLikeness.Sure : OfficeLikeness.Maybe;
        return (signs == 1 || isOffice) && !matter.HasTrouble ? OfficeLikeness.Maybe : OfficeLikeness.No;
    }

    // Officers are citizens too: who complains from an office's address is not held for it.
    private static bool IsOffice(MailboxAddress? writer) =>
        writer is not null && (OfficeDomain().IsMatch(writer.Address) || Role().IsMatch(writer.Address) || Organisation().IsMatch(writer.Name ?? ""));

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^[ *]{0,6}(?<label>nomor|no|sifat|lampiran|lamp|hal|perihal)\.?[ *]{0,12}:", Words | RegexOptions.Multiline, 2000)]
    private static partial Regex LetterHead();

    [GeneratedRegex(@"\b(?:permohonan|permintaan|mohon|minta|meminta) (?:data|informasi|salinan)\b", Words, 2000)]
    private static partial Regex Asks();

    // A right by law, for associations too, whose letters look like those of offices.
    [GeneratedRegex(@"\b(?:informasi publik|ppid|keterbukaan informasi)\b", Words, 2000)]
    private static partial Regex PublicInformation();

    [GeneratedRegex(@"[@.]go\.[a-z]{2,8}$", Words, 2000)]
    private static partial Regex OfficeDomain();

    [GeneratedRegex(@"^(?:sekretariat|sekretaris|set|sales|marketing|hrd|hr|finance|billing|keuangan|bendahara|humas|umum|kepeg\w*|admin|administrasi|info|kontak|office|panitia|order|purchasing|procurement|cs|protokol|arsip|rekrutmen|recruitment|event|events)[\w.-]{0,12}@", Words, 2000)]
    private static partial Regex Role();

    [GeneratedRegex(@"^(?:pt|cv|ud|pd)\.?\s|\b(?:dinas|badan|biro|bagian|subbag|kementerian|ditjen|direktorat|inspektorat|sekretariat|pemkot|pemkab|pemprov|universitas|fakultas|politeknik|sekolah|smk|smkn|sman|yayasan|hotel|bank|panitia|percetakan|konsultan|koperasi|asosiasi|rekanan|vendor)\b", Words, 2000)]
    private static partial Regex Organisation();

    [GeneratedRegex(@"\b(?:bersama ini (?:kami )?(?:disampaikan|sampaikan|menyampaikan)|dengan ini (?:kami|saya) mengajukan|terlampir|dalam rangka|menindaklanjuti surat|menunjuk surat|sehubungan dengan (?:surat|telah)|a\.?n\.? kepala|tembusan|NIP\b|yth\.? (?:seluruh|bendahara|bagian|kepala perangkat)|diberitahukan|diinformasikan|disampaikan kepada|dear (?:purchasing|procurement)|please find attached)", Words, 2000)]
    private static partial Regex Formal();
}
