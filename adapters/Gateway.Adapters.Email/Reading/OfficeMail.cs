using System.Text.RegularExpressions;

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
        if (!matter.HasOfficeWord && !mail.HasCalendar) return !matter.HasTrouble && IsOffice(mail) ? OfficeLikeness.Maybe : OfficeLikeness.No;
        var labels = (matter.Signs & WordSigns.LetterHead) == 0 || !head.Contains(':', StringComparison.Ordinal) ? 0 : Labels(head);
        // Two signs are enough, one of them a kind; no third is looked for.
        var sure = head.Length < mail.Own.Length ? WordSigns.None : matter.TextSigns;
        var kinds = mail.HasCalendar ? 2 : OfficeKinds.CountIn(matter.SubjectSigns, matter.Signs, sure, subject, head, enough: labels >= 2 ? 1 : 2);
        var signs = kinds + (labels >= 3 ? 2 : labels >= 2 ? 1 : 0);
        if (kinds > 0 && signs < 2 && IsOffice(mail)) signs++;
        if (kinds > 0 && signs < 2 && Formal().IsMatch(head)) signs++;
        if (signs < 2) return !matter.HasTrouble && (signs == 1 || IsOffice(mail)) ? OfficeLikeness.Maybe : OfficeLikeness.No;
        return kinds > 0 && !matter.HasTrouble && !MayAsk() ? OfficeLikeness.Sure : OfficeLikeness.Maybe;

        // A citizen who asks for data asks formally too (Permintaan Informasi).
        bool MayAsk() => (matter.Signs & WordSigns.Asked) != 0
            && ((labels < 2 && !IsOffice(mail) && Asks().IsMatch(subject + "\n" + head)) || PublicInformation().IsMatch(subject + "\n" + head));
    }

    private static int Labels(string head) => LetterHead().Matches(head).Select(line => line.Groups["label"].Value.ToLowerInvariant()).Distinct().Count();

    // Officers are citizens too: who complains from an office's address is not held for it.
    private static bool IsOffice(Mail mail) => !mail.IsForm && mail.Writer is { } writer
        && ((writer.Address.Contains("go.", StringComparison.OrdinalIgnoreCase) && OfficeDomain().IsMatch(writer.Address))
            || (Roles.Begin(writer.Address) && Role().IsMatch(writer.Address))
            || (Organisations.BeginAWord(writer.Name) && Organisation().IsMatch(writer.Name ?? "")));

    private static readonly Beginnings Roles = new(
        "set|sekretari|sales|marketing|hr|finance|billing|keuangan|bendahara|humas|umum|kepeg|admin|info|kontak|office|panitia|order|purchasing|procurement|cs|protokol|arsip|rekrutmen|recruitment|event");

    private static readonly Beginnings Organisations = new(
        "pt|cv|ud|pd|dinas|badan|biro|bagian|subbag|kementerian|ditjen|direktorat|inspektorat|sekretariat|pem|universitas|fakultas|politeknik|sekolah|smk|sman|yayasan|hotel|bank|panitia|percetakan|konsultan|koperasi|asosiasi|rekanan|vendor");

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
