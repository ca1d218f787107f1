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
        AutoReply(message, text) ?? List(message, text, ownLists);

    /// <summary>A machine's address, whose mail nobody can answer.</summary>
    public static bool IsMachine(MimeMessage message) => MachineAddress().IsMatch(SenderOf(message));

    /// <summary>A notice about a mail sent before: not delivered, or read.</summary>
    public static Reason? Bounce(MimeMessage message)
    {
        if (message.Body is MultipartReport report)
        {
            return new Reason("disposition-notification".Equals(report.ReportType, StringComparison.OrdinalIgnoreCase) ? "read-receipt" : "bounce");
        }

        if (message.Headers.Contains("X-Failed-Recipients")) return new Reason("bounce");
        if (message.Body is Multipart parts && parts.Any(part => part is MessageDeliveryStatus)) return new Reason("bounce");
        var sender = SenderOf(message);
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
        var isReceipt = MachineAddress().IsMatch(SenderOf(message)) && ReceiptText().IsMatch(subject + "\n" + start);
        return isAbsence || isReceipt || ProgramSubject().IsMatch(subject) ? new Reason("auto-reply") : null;
    }

    private static Reason? List(MimeMessage message, string text, IReadOnlyList<string> ownLists)
    {
        var list = message.Headers[HeaderId.ListId];
        if (list is not null && ownLists.Any(own => list.Contains(own, StringComparison.OrdinalIgnoreCase))) return null;
        var isList = list is not null || message.Headers.Contains(HeaderId.ListUnsubscribe) || Precedence(message) is "bulk" or "list" or "junk";
        var end = text.Length > 4000 ? text[^4000..] : text;
        var isNewsletter = (NewsAddress().IsMatch(SenderOf(message)) || MachineAddress().IsMatch(SenderOf(message))) && Unsubscribe().IsMatch(end);
        return isList || isNewsletter ? new Reason("list-mail") : null;
    }

    private static string SenderOf(MimeMessage message) => message.From.Mailboxes.FirstOrDefault()?.Address ?? "";

    private static string? Precedence(MimeMessage message) => message.Headers[HeaderId.Precedence]?.Trim().ToLowerInvariant();

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|noreply|tidak[-_.]?(?:perlu[-_.]?)?balas|notif\w*|notification\w*|mailer|robot|bot|system|sistem|automated|alerts?)\b|[-_.](?:no-?reply)@", Words, 2000)]
    private static partial Regex MachineAddress();

    [GeneratedRegex(@"^(?:news|newsletter|promo\w*|buletin|bulletin|marketing|info-?promo|offers?|deals?|campaign|email|hello|digest|update|updates)[\w.-]*@", Words, 2000)]
    private static partial Regex NewsAddress();

    [GeneratedRegex(@"unsubscribe|berhenti berlangganan|stop berlangganan|opt[- ]out|no longer wish to receive|email preferences|kelola (?:langganan|preferensi)", Words, 2000)]
    private static partial Regex Unsubscribe();

    [GeneratedRegex(@"telah (?:kami )?(?:di)?terima|sudah (?:kami )?(?:di)?terima|has been received|we(?:'ve| have) received|dikirim(?:kan)? secara otomatis|e-?mail otomatis|(?:jangan|tidak) (?:perlu )?membalas|do not reply|automated (?:message|e-?mail)|tiket (?:anda|#)|ticket (?:#|id)", Words, 2000)]
    private static partial Regex ReceiptText();

    [GeneratedRegex(@"^mailer-?daemon(@|$)", Words, 2000)]
    private static partial Regex DaemonAddress();

    [GeneratedRegex(@"undeliver|delivery (status|failure|has failed)|failure notice|returned mail|mail delivery|gagal (ter)?kirim|tidak (dapat |bisa )?terkirim|pengiriman gagal", Words, 2000)]
    private static partial Regex BounceSubject();

    [GeneratedRegex(@"^(?:out of (?:the )?office(?: (?:auto(?:matic)?[- ]?)?(?:reply|response))?|auto(?:matic)?[- ]?(?:reply|response|respon)|autoreply|(?:balasan|jawaban|respons?|pesan) otomatis|otomatis)\s*(?:[:\-–—(\[]|re:|$)", Words, 2000)]
    private static partial Regex ProgramSubject();

    [GeneratedRegex(@"out of (?:the )?office|(?:di luar|tidak (?:ada |berada |sedang )?di) (?:kantor|tempat)|sedang (?:cuti|dinas luar|perjalanan dinas)|^cuti\b|on leave|on vacation|auto(?:matic)?[- ]?reply|(?:balasan|jawaban) otomatis", Words, 2000)]
    private static partial Regex AbsenceSubject();

    [GeneratedRegex(@"(?:akan|baru) (?:kembali|membalas|masuk)|kembali (?:ke kantor|bekerja|masuk|aktif|bertugas)|(?:surel|e-?mail|pesan)(?: anda)? akan (?:saya |kami )?(?:di)?balas|saya (?:sedang )?(?:cuti|dinas luar|di luar kantor|tidak (?:ada |berada )?di kantor)|(?:i am|i'm|i will be) (?:currently )?(?:out|away|on leave|on vacation)|(?:balasan|pesan|jawaban) (?:ini )?(?:dikirim )?(?:secara )?otomatis", Words, 2000)]
    private static partial Regex AbsenceText();
}
