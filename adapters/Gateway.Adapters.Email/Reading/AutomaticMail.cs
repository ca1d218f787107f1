using System.Text.RegularExpressions;
using Gateway.Contracts;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Tells mail that a machine sent apart from mail that a person wrote: bounces, receipts, auto-replies, lists. Headers decide where
/// they can; a subject decides alone only in the exact form programs use, because "petugas sedang cuti" is a complaint.
/// </summary>
internal static partial class AutomaticMail
{
    private static readonly string[] ReplyMarks = ["X-Autoreply", "X-Autorespond", "X-Autoresponder"];

    /// <summary>Why it is no person's mail; null when a person may have written it.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="text">Its cleaned text.</param>
    /// <param name="ownLists">List ids through which citizens write to the agency (a Google group as the complaint address).</param>
    public static Reason? Recognise(MimeMessage message, string text, IReadOnlyList<string> ownLists) =>
        Bounce(message) ?? AutoReply(message, text) ?? List(message, ownLists);

    private static Reason? Bounce(MimeMessage message)
    {
        if (message.Body is MultipartReport report)
        {
            return new Reason("disposition-notification".Equals(report.ReportType, StringComparison.OrdinalIgnoreCase) ? "read-receipt" : "bounce");
        }

        if (message.Headers.Contains("X-Failed-Recipients")) return new Reason("bounce");
        if (message.Body is Multipart parts && parts.Any(part => part is MessageDeliveryStatus)) return new Reason("bounce");
        var sender = message.From.Mailboxes.FirstOrDefault()?.Address ?? "";
        if (DaemonAddress().IsMatch(sender)) return new Reason("bounce");
        var isNullPath = message.Headers[HeaderId.ReturnPath]?.Trim() == "<>";
        var isSystem = isNullPath || sender.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase);
        return isSystem && BounceSubject().IsMatch(message.Subject ?? "") ? new Reason("bounce") : null;
    }

    private static Reason? AutoReply(MimeMessage message, string text)
    {
        var submitted = message.Headers[HeaderId.AutoSubmitted]?.Trim();
        var isAutomatic = !string.IsNullOrEmpty(submitted) && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase);
        if (isAutomatic || ReplyMarks.Any(message.Headers.Contains)) return new Reason("auto-reply");
        if (Precedence(message) is "auto_reply" or "auto-reply") return new Reason("auto-reply");

        var subject = CleanText.Line(message.Subject) ?? "";
        var start = text.Length > 4000 ? text[..4000] : text;
        var isAbsence = AbsenceSubject().IsMatch(subject) && AbsenceText().IsMatch(start);
        return isAbsence || ProgramSubject().IsMatch(subject) ? new Reason("auto-reply") : null;
    }

    private static Reason? List(MimeMessage message, IReadOnlyList<string> ownLists)
    {
        var list = message.Headers[HeaderId.ListId];
        if (list is not null && ownLists.Any(own => list.Contains(own, StringComparison.OrdinalIgnoreCase))) return null;
        var isList = list is not null || message.Headers.Contains(HeaderId.ListUnsubscribe) || Precedence(message) is "bulk" or "list" or "junk";
        return isList ? new Reason("list-mail") : null;
    }

    private static string? Precedence(MimeMessage message) => message.Headers[HeaderId.Precedence]?.Trim().ToLowerInvariant();

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^mailer-?daemon(@|$)", Words, 2000)]
    private static partial Regex DaemonAddress();

    [GeneratedRegex(@"undeliver|delivery (status|failure|has failed)|failure notice|returned mail|mail delivery|gagal (ter)?kirim|tidak (dapat |bisa )?terkirim|pengiriman gagal", Words, 2000)]
    private static partial Regex BounceSubject();

    [GeneratedRegex(@"^(?:out of (?:the )?office(?: (?:auto(?:matic)?[- ]?)?(?:reply|response))?|auto(?:matic)?[- ]?(?:reply|response|respon)|autoreply|(?:balasan|jawaban|respons?|pesan) otomatis)\s*(?:[:\-–—(\[]|re:|$)", Words, 2000)]
    private static partial Regex ProgramSubject();

    [GeneratedRegex(@"out of (?:the )?office|(?:di luar|tidak (?:ada |berada |sedang )?di) kantor|sedang (?:cuti|dinas luar|perjalanan dinas)|^cuti\b|on leave|on vacation|auto(?:matic)?[- ]?reply|(?:balasan|jawaban) otomatis", Words, 2000)]
    private static partial Regex AbsenceSubject();

    [GeneratedRegex(@"(?:akan|baru) (?:kembali|membalas|masuk)|kembali (?:ke kantor|bekerja|masuk|aktif|bertugas)|saya (?:sedang )?(?:cuti|di luar kantor|tidak (?:ada |berada )?di kantor)|(?:i am|i'm|i will be) (?:currently )?(?:out|away|on leave|on vacation)|(?:balasan|pesan|jawaban) (?:ini )?(?:dikirim )?(?:secara )?otomatis", Words, 2000)]
    private static partial Regex AbsenceText();
}
