using System.Globalization;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Email.Reading;

/// <summary>One mail as far as the translator needs it: who, when, the writer's own words, and the files.</summary>
internal sealed record Mail
{
    private const int LongestThread = 50;
    private const int LongestNote = 600;
    private const int LongestToken = 64;

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

    /// <summary>Message-ID as sent; null when there is none, since only that can be answered.</summary>
    public required string? ThreadId { get; init; }

    /// <summary>Message-IDs it answers, the nearest first; empty for a forward.</summary>
    public required IReadOnlyList<string> ThreadOf { get; init; }

    public required bool IsForward { get; init; }

    /// <summary>A forwarded mail that does not say whose it was; the forwarder stands in for the reporter.</summary>
    public required bool NamesNobody { get; init; }

    public required IReadOnlyList<Attachment> Attachments { get; init; }

    public required bool HasCalendar { get; init; }

    /// <summary>A website passed on a form that a citizen filled in.</summary>
    public bool IsForm { get; private init; }

    /// <summary>What the text itself tells of the reporter, in the fields of a form or under labels. Null when nothing.</summary>
    public Reporter? Told { get; private init; }

    /// <summary>Place and category as a form names them. Null when it does not.</summary>
    public string? Lokasi { get; private init; }

    /// <inheritdoc cref="Lokasi"/>
    public string? Kategori { get; private init; }

    /// <summary>How it is sealed (<c>PGP</c>, <c>S/MIME</c>), so that its words are for its addressee alone. Null when it can be read.</summary>
    public required string? Sealed { get; init; }

    /// <summary>An export or register came along; what it is called as a reason. Null when none did.</summary>
    public required string? Carries { get; init; }

    /// <summary>It carries an export or a register and says little besides.</summary>
    public bool IsOnlyCarrier => Carries is not null && Own.Length <= LongestNote && Attachments.All(file => CarriedFile.KindOf(file) is not null);

    /// <summary>The MIME structure was broken; the text may be too.</summary>
    public required bool IsBroken { get; init; }

    /// <summary>Whoever wrote it; of a forwarded mail the one named in it, if an address stands there. Null when unknown.</summary>
    public required Correspondent? Writer { get; init; }

    /// <summary>The Date header. Null when absent, broken or before e-mail was.</summary>
    public required DateTimeOffset? Written { get; init; }

    public static Mail Of(MailHead head, MailBody body)
    {
        var subject = MailSubject.Parse(head.Subject);
        var isAnswer = subject.IsReply || head.IsAnswer;
        var attached = body.PassOn(subject.IsForward);
        var text = body.Text;
        var lines = text.Split('\n');

        var whole = CleanText.Tidy(text, lines);
        var kept = QuotedHistory.Kept(lines, isAnswer);
        var cut = kept.Count == lines.Length ? whole : CleanText.Tidy(kept);
        var isForward = body.AttachedMail is not null || (!subject.IsReply && subject.IsForward) || LeadsWithForward(lines, cut);
        var citizen = isForward ? Correspondent.First(attached?.From) ?? Forwarded.Sender(lines) : null;
        var sender = head.From ?? head.ReplyTo ?? head.Sender;
        var mail = new Mail
        {
            Id = IdOf(head, sender),
            Subject = subject,
            Text = whole,
            Own = isForward || cut.Length == 0 ? whole : cut,
            SaysNothingNew = !isForward && cut.Length == 0 && whole.Length > 0,
            IsReply = isAnswer && !isForward,
            ThreadId = CleanText.Line(head.MessageId),
            ThreadOf = isForward ? [] : Answered(head),
            IsForward = isForward,
            Attachments = body.Attachments,
            HasCalendar = body.HasCalendar,
            Sealed = body.Sealed,
            Carries = body.Attachments.Count == 0 ? null : body.Attachments.Select(CarriedFile.KindOf).FirstOrDefault(kind => kind is not null),
            IsBroken = body.IsBroken,
            Writer = citizen ?? sender,
            NamesNobody = isForward && citizen is null,
            Written = head.Written,
        };
        if (isForward || isAnswer) return mail;
        var fields = FormNotice.Fields(lines);
        if (fields.Count == 0) return mail;
        return FormNotice.Read(head, lines, fields) is { } form ? mail.Of(form) : mail with { Told = FormNotice.Labelled(fields) };
    }

    private Mail Of(FilledForm form) => this with
    {
        IsForm = true,
        Subject = MailSubject.Parse(form.Judul),
        Text = form.Isi,
        Own = form.Isi,
        SaysNothingNew = false,
        Writer = null,
        Told = form.Reporter,
        Lokasi = form.Lokasi,
        Kategori = form.Kategori,
    };

    // A forward marker below the history of a thread belongs to that history.
    private static bool LeadsWithForward(string[] lines, string cut)
    {
        var marker = Forwarded.MarkerAt(lines);
        return marker >= 0 && cut.Contains(lines[marker].Trim(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Answered(MailHead head) => head.Answers.Count + head.Recipients.Count == 0 ? [] :
    [
        .. AddressTokens(head),
        .. head.Answers.Select(CleanText.Line).OfType<string>().Distinct(StringComparer.Ordinal).Take(LongestThread),
    ];

    // pengaduan+TOKEN@...: what stands behind the plus may be a token of the gateway's own; the ledger's key tells.
    private static IEnumerable<string> AddressTokens(MailHead head) =>
        head.Recipients.Select(address => address.Split('@')[0].Split('+', 2))
            .Where(parts => parts is [_, { Length: > 0 and <= LongestToken }])
            .Select(parts => Translation.AddressPrefix + parts[1]);

    private static string IdOf(MailHead head, Correspondent? sender) =>
        CleanText.Line(head.WrittenId) ?? string.Create(CultureInfo.InvariantCulture, $"{sender?.Address}\n{CleanText.Line(head.Date)}").Trim();
}
