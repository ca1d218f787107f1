using System.Globalization;
using Gateway.Contracts;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>One mail as far as the translator needs it: who, when, the writer's own words, and the files.</summary>
internal sealed record Mail
{
    /// <summary>Message-ID as sent. Without one, sender and date stand in, so that two people who send the same words stay two.</summary>
    public required string Id { get; init; }

    public required MailSubject Subject { get; init; }

    /// <summary>All text of the mail, cleaned.</summary>
    public required string Text { get; init; }

    /// <summary>The text without history and signature; of a forwarded mail all of it; never empty when <see cref="Text"/> is not.</summary>
    public required string Own { get; init; }

    /// <summary>The writer added nothing: <see cref="Own"/> is the quoted text.</summary>
    public required bool SaysNothingNew { get; init; }

    public required bool IsReply { get; init; }

    public required bool IsForward { get; init; }

    public required IReadOnlyList<Attachment> Attachments { get; init; }

    public required bool HasCalendar { get; init; }

    /// <summary>The MIME structure was broken; the text may be too.</summary>
    public required bool IsBroken { get; init; }

    /// <summary>Whoever wrote it; of a forwarded mail the one named in it, if an address stands there. Null when unknown.</summary>
    public required MailboxAddress? Writer { get; init; }

    /// <summary>The Date header. Null when absent, broken or before e-mail was.</summary>
    public required DateTimeOffset? Written { get; init; }

    public static Mail Of(MimeMessage message)
    {
        var body = MailBody.Of(message);
        var subject = MailSubject.Parse(message.Subject);
        var isAnswer = subject.IsReply || message.Headers.Contains(HeaderId.InReplyTo) || message.Headers.Contains(HeaderId.References);
        var attached = string.IsNullOrWhiteSpace(body.Text) ? body.AttachedMail : null;
        var lines = (attached is null ? body.Text : MailBody.Of(attached).Text).Split('\n');

        var cut = QuotedHistory.Cut(lines, isAnswer);
        var isForward = body.AttachedMail is not null || (!subject.IsReply && subject.IsForward) || LeadsWithForward(lines, cut);
        var whole = CleanText.Tidy(lines);
        var sender = message.From.Mailboxes.FirstOrDefault() ?? message.ReplyTo.Mailboxes.FirstOrDefault() ?? message.Sender;
        return new Mail
        {
            Id = IdOf(message, sender),
            Subject = subject,
            Text = whole,
            Own = isForward || cut.Length == 0 ? whole : cut,
            SaysNothingNew = !isForward && cut.Length == 0 && whole.Length > 0,
            IsReply = isAnswer && !isForward,
            IsForward = isForward,
            Attachments = body.Attachments,
            HasCalendar = body.HasCalendar,
            IsBroken = body.IsBroken,
            Writer = (isForward ? Forwarded.Sender(lines) ?? attached?.From.Mailboxes.FirstOrDefault() : null) ?? sender,
            Written = MailDate.Of(message.Headers),
        };
    }

    // A forward marker below the history of a thread belongs to that history.
    private static bool LeadsWithForward(string[] lines, string cut)
    {
        var marker = Forwarded.MarkerAt(lines);
        return marker >= 0 && cut.Contains(lines[marker].Trim(), StringComparison.Ordinal);
    }

    private static string IdOf(MimeMessage message, MailboxAddress? sender)
    {
        var id = CleanText.Line(message.MessageId ?? message.Headers[HeaderId.MessageId]?.Trim('<', '>', ' '));
        return id ?? string.Create(CultureInfo.InvariantCulture, $"{sender?.Address}\n{CleanText.Line(message.Headers[HeaderId.Date])}").Trim();
    }
}
