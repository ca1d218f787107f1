using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>What the header of a mail says, as far as anything here asks for it, whichever way the mail was read.</summary>
internal sealed class MailHead
{
    private const int LongestThread = 50;

    private bool? isMachine;

    /// <summary>The first author.</summary>
    public required Correspondent? From { get; init; }

    public required Correspondent? ReplyTo { get; init; }

    public Correspondent? Sender { get; private init; }

    public required string? Subject { get; init; }

    /// <summary>Null when there is none, or none that could be answered.</summary>
    public required string? MessageId { get; init; }

    /// <summary>The Message-ID, well formed or not.</summary>
    public required string? WrittenId { get; init; }

    /// <summary>The Date header as it stands there.</summary>
    public required string? Date { get; init; }

    public required DateTimeOffset? Written { get; init; }

    /// <summary>It names a mail that it answers, even if not in a readable form.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Message-IDs it answers, the nearest first.</summary>
    public IReadOnlyList<string?> Answers { get; init; } = [];

    /// <summary>The addresses it was sent to, openly or as a copy. Empty when none of them has a plus.</summary>
    public IReadOnlyList<string> Recipients { get; private init; } = [];

    /// <summary>Asked by several rules.</summary>
    public bool IsFromMachine => isMachine ??= AutomaticMail.IsMachine(From?.Address ?? "");

    /// <summary>Gives any other header. Null when there is none that is asked for.</summary>
    public Func<string, string?>? Others { private get; init; }

    public static MailHead Of(MimeMessage message)
    {
        var headers = message.Headers;
        var id = message.MessageId;
        var isAnswer = headers.Contains(HeaderId.InReplyTo) || headers.Contains(HeaderId.References);
        return new MailHead
        {
            Others = name => headers[name],
            From = Correspondent.First(message.From),
            ReplyTo = Correspondent.First(message.ReplyTo),
            Sender = Correspondent.Of(message.Sender),
            Subject = message.Subject,
            MessageId = id,
            WrittenId = id ?? headers[HeaderId.MessageId]?.Trim('<', '>', ' '),
            Date = headers[HeaderId.Date],
            Written = MailDate.Of(headers),
            IsAnswer = isAnswer,
            Answers = isAnswer ? [message.InReplyTo, .. message.References.Reverse()] : [],
            Recipients = headers.Any(MayBearToken) ? [.. message.To.Mailboxes.Concat(message.Cc.Mailboxes).Take(LongestThread).Select(mailbox => mailbox.Address)] : [],
        };
    }

    // Only for a token behind a plus the addresses are asked; an encoded word may hide one.
    private static bool MayBearToken(Header header) => header.Id is HeaderId.To or HeaderId.Cc && header.RawValue.AsSpan().ContainsAny("+="u8);

    /// <summary>Any other header that <see cref="PlainHead"/> knows as asked for; null when the mail has none of that name.</summary>
    public string? this[string name] => Others?.Invoke(name);

    public bool Has(string name) => this[name] is not null;
}
