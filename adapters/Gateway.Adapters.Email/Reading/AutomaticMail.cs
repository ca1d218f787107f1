using System.Buffers;
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
    // One of them stands in every subject of an answer that a program wrote.
    private static readonly SearchValues<string> SubjectWords =
        SearchValues.Create(["office", "auto", "otomatis", "luar", "tidak", "sedang", "cuti", "leave", "vacation"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Why it is no person's mail; null when a person may have written it.</summary>
    /// <param name="head">Its header.</param>
    /// <param name="text">Its cleaned text.</param>
    /// <param name="channel">It may name lists through which citizens write to the agency (a Google group as the complaint address).</param>
    public static Reason? Recognise(MailHead head, string text, Channel channel) => AutoReply(head, text) ?? List(head, text, channel);

    /// <summary>A machine's address, whose mail nobody can answer.</summary>
    public static bool IsMachine(string address) => MayBeMachine(address) && MachineAddress().IsMatch(address);

    /// <summary>A notice about a mail sent before, told by its parts: not delivered, or read.</summary>
    public static Reason? Report(MimeEntity? body)
    {
        if (body is MultipartReport report)
        {
            return new Reason("disposition-notification".Equals(report.ReportType, StringComparison.OrdinalIgnoreCase) ? "read-receipt" : "bounce");
        }

        return body is Multipart parts && parts.Any(part => part is MessageDeliveryStatus) ? new Reason("bounce") : null;
    }

    /// <summary>A notice that a mail was not delivered, told by its header.</summary>
    public static Reason? Bounce(MailHead head)
    {
        if (head.Has("X-Failed-Recipients")) return new Reason("bounce");
        var sender = SenderOf(head);
        if (sender.Contains("daemon", StringComparison.OrdinalIgnoreCase) && DaemonAddress().IsMatch(sender)) return new Reason("bounce");
        var isNullPath = head["Return-Path"]?.Trim() == "<>";
        var isSystem = isNullPath || sender.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase);
        return isSystem && BounceSubject().IsMatch(head.Subject ?? "") ? new Reason("bounce") : null;
    }

    private static Reason? AutoReply(MailHead head, string text)
    {
        var submitted = head["Auto-Submitted"]?.Trim();
        var isAutomatic = !string.IsNullOrEmpty(submitted) && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase);
        if (isAutomatic || head.Has("X-Autoreply") || head.Has("X-Autorespond") || head.Has("X-Autoresponder")) return new Reason("auto-reply");
        if (Precedence(head) is "auto_reply" or "auto-reply") return new Reason("auto-reply");

        var isAsked = head.Subject.AsSpan().ContainsAny(SubjectWords);
        if (!isAsked && !head.IsFromMachine) return null;
        var subject = CleanText.Line(head.Subject) ?? "";
        var start = text.Length > 4000 ? text[..4000] : text;
        var isReceipt = head.IsFromMachine && ReceiptText().IsMatch(subject + "\n" + start);
        var isAnswer = isAsked && ((AbsenceSubject().IsMatch(subject) && AbsenceText().IsMatch(start)) || ProgramSubject().IsMatch(subject));
        return isAnswer || isReceipt ? new Reason("auto-reply") : null;
    }

    private static Reason? List(MailHead head, string text, Channel channel)
    {
        var list = head["List-Id"];
        if (list is not null && EmailOptions.OwnLists(channel).Any(own => list.Contains(own, StringComparison.OrdinalIgnoreCase))) return null;
        var isList = list is not null || head.Has("List-Unsubscribe") || Precedence(head) is "bulk" or "list" or "junk";
        var end = text.Length > 4000 ? text[^4000..] : text;
        var isNewsletter = (head.IsFromMachine || IsNews(SenderOf(head))) && Unsubscribe().IsMatch(end);
        return isList || isNewsletter ? new Reason("list-mail") : null;
    }

    private static bool IsNews(string address) => NewsNames.Begin(address) && NewsAddress().IsMatch(address);

    private static bool MayBeMachine(string address) => MachineNames.Begin(address) || address.Contains("reply@", StringComparison.OrdinalIgnoreCase);

    private static readonly Beginnings NewsNames = new("news|promo|buletin|bulletin|marketing|info|offer|deal|campaign|email|hello|digest|update");
    private static readonly Beginnings MachineNames = new("no-|no_|no.|noreply|do-|do_|do.|donot|tidak|notif|mailer|robot|bot|system|sistem|automated|alert");

    private static string SenderOf(MailHead head) => head.From?.Address ?? "";

    private static string? Precedence(MailHead head) => head["Precedence"]?.Trim().ToLowerInvariant();

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
