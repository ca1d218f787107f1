using Gateway.Adapters.WhatsApp.Archives;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>Decides what one group of messages is, and writes it as a translation.</summary>
internal sealed class GroupTranslator(string file, ChatFile chat, WhatsAppOptions options, IReadOnlySet<string> officers, bool isDateAmbiguous)
{
    // "Jalan rusak" is no report anybody could act on.
    private const int FewWords = 3;

    public Translation Translate(MessageGroup group)
    {
        var ignored = WhyIgnored(group);
        if (ignored is not null) return Shell(group, ItemOutcome.Ignored) with { Reasons = [new Reason(ignored)] };
        if (WhyQuarantined(group) is { } fault) return Shell(group, ItemOutcome.Quarantined) with { Reasons = [new Reason(fault)] };

        var doubts = new List<Reason>();
        var attachments = new AttachmentPicker(chat).Pick(group.Messages, doubts);
        var texts = group.Messages.Where(IsSpoken).Select(message => message.Text.Trim()).ToList();
        var sayingWords = SmallTalk.SayingWords(texts, FewWords);
        if (sayingWords == 0) doubts.Insert(0, new Reason("media-only"));
        else if (sayingWords < FewWords) doubts.Add(new Reason("few-words"));
        if (sayingWords == 0) texts.AddRange(group.Messages.Where(IsPicture).Select(MediaMention.Of));
        if (isDateAmbiguous) doubts.Add(new Reason("date-order-ambiguous"));
        if (texts.Exists(text => text.Contains('\uFFFD', StringComparison.Ordinal))) doubts.Add(new Reason("unreadable-characters"));

        var complaint = new Complaint
        {
            Isi = WrittenWords.Lines(string.Join('\n', texts)) ?? "",
            Anonim = options.Anonim,
            Lampiran = attachments,
            Written = Moment(group.Messages[0].At),
            Received = Moment(group.LastAt),
            Source = new Provenance(file, group.Item),
        };
        return Shell(group, ItemOutcome.Complaint) with
        {
            Reasons = doubts,
            Complaints = [complaint],
            Content = ContentDigest.Of([complaint]),
        };
    }

    private string? WhyIgnored(MessageGroup group)
    {
        var messages = group.Messages;
        if (messages[0].IsStray || messages.Any(message => message.IsCut)) return null;
        if (messages[0].Kind == ChatMessageKind.System) return "system";
        if (officers.Contains(group.SenderKey)) return "officer";
        if (messages.All(message => message.Kind == ChatMessageKind.Deleted)) return "deleted";
        if (messages.Any(IsPicture)) return null;
        var texts = messages.Where(IsSpoken).Select(message => message.Text).ToList();
        if (SmallTalk.SayingWords(texts, 1) > 0) return null;
        return SmallTalk.HoldsGreeting(texts) ? "greeting" : "no-complaint";
    }

    private static string? WhyQuarantined(MessageGroup group)
    {
        if (group.Messages.Any(message => message.IsCut)) return "message-too-long";
        if (!group.Messages[0].IsStray) return null;
        return group.Messages[0].At is null ? "before-first-header" : "lines-after-system";
    }

    private Translation Shell(MessageGroup group, ItemOutcome outcome) => new()
    {
        Item = group.Item,
        KeyParts = ["wa", group.Marks[0]],
        Outcome = outcome,
        Reporter = officers.Contains(group.SenderKey) ? null : ReporterOf(group.Messages[0].Sender),
        Received = Moment(group.LastAt),
        Marks = group.Marks,
        MarkTexts = [.. group.Messages.Select(message => WrittenWords.Lines(Words(message)) ?? "")],
    };

    private DateTimeOffset? Moment(DateTime? at) => at is { } local ? new DateTimeOffset(local, options.Zone.GetUtcOffset(local)) : null;

    private static Reporter? ReporterOf(string? sender)
    {
        if (sender is null) return null;
        var handle = WrittenWords.Line(sender);
        var shown = WrittenWords.Line(SenderName.Shown(sender));
        if (shown is null) return null;
        return SenderName.IsNumber(shown) ? new Reporter(Phone: shown, Handle: handle) : new Reporter(Name: shown, Handle: handle);
    }

    private static string Words(ChatMessage message) => message.Kind switch
    {
        ChatMessageKind.Deleted => "",
        ChatMessageKind.Media when message.Text.Length == 0 => MediaMention.Of(message),
        _ => message.Text,
    };

    private static bool IsSpoken(ChatMessage message) =>
        message.Kind is ChatMessageKind.Text or ChatMessageKind.Media && !string.IsNullOrWhiteSpace(message.Text);

    private static bool IsPicture(ChatMessage message) => message is { Kind: ChatMessageKind.Media, IsSticker: false };
}
