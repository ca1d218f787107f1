using Gateway.Adapters.WhatsApp.Archives;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>Decides what one group of messages is, and writes it as a translation.</summary>
internal sealed class GroupTranslator(
    OpenedChat chat, string? title, bool isOneToOne, WhatsAppOptions options, IReadOnlySet<string> officers, MediaAllowance allowance)
{
    // "Jalan rusak" is no report anybody could act on.
    private const int FewWords = 3;

    private readonly AttachmentPicker _attachments = new(chat.Entry.Media, allowance);
    private readonly KnownKin _kin = new(chat.Survey);
    private readonly string? _titleKey = title is null ? null : SenderName.Normalised(title);

    public Translation Translate(MessageGroup group)
    {
        var ignored = WhyIgnored(group);
        if (ignored is not null) return Shell(group, ItemOutcome.Ignored) with { Reasons = [new Reason(ignored)] };
        if (WhyQuarantined(group) is { } fault) return Shell(group, ItemOutcome.Quarantined) with { Reasons = [new Reason(fault)] };

        var doubts = new List<Reason>();
        var attachments = _attachments.Pick(group.Messages, doubts);
        var texts = group.Messages.Where(GroupSense.IsSpoken).Select(message => message.Text.Trim()).ToList();
        var sayingWords = SmallTalk.SayingWords(GroupSense.Words(group), FewWords);
        var hasVoice = group.Messages.Any(MediaSort.IsVoice);
        if (hasVoice) doubts.Insert(0, new Reason("voice-note"));
        else if (sayingWords == 0) doubts.Insert(0, new Reason("media-only"));
        if (sayingWords is > 0 and < FewWords || (sayingWords > 0 && !hasVoice && SmallTalk.OnlyNudges(GroupSense.Words(group)))) doubts.Add(new Reason("few-words"));
        if (sayingWords == 0) texts.AddRange(group.Messages.Where(message => message is { Kind: ChatMessageKind.Media, IsSticker: false }).Select(MediaMention.Of));
        if (texts.Exists(text => text.Contains('\uFFFD', StringComparison.Ordinal))) doubts.Add(new Reason("unreadable-characters"));

        var pin = LocationPin.First(texts);
        var complaint = new Complaint
        {
            Isi = WrittenWords.Lines(string.Join('\n', texts)) ?? "",
            Anonim = options.Anonim,
            Lokasi = pin?.Place,
            Derived = new SortedDictionary<string, string>(pin is { } place ? new Dictionary<string, string> { ["lokasi"] = place.Link } : [], StringComparer.Ordinal),
            Lampiran = attachments,
            Written = Moment(group.FirstAt),
            Received = Moment(group.ToldAt),
            Source = new Provenance(chat.File, chat.Item(group.Item)),
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
        if (!GroupSense.IsMatter(group)) return SmallTalk.HoldsGreeting(GroupSense.Words(group)) ? "greeting" : "no-complaint";
        return options.Triggers.Count == 0 || messages.Any(HasTrigger) ? null : "no-trigger";
    }

    private bool HasTrigger(ChatMessage message) =>
        options.Triggers.Any(trigger => message.Text.Contains(trigger, StringComparison.OrdinalIgnoreCase));

    private static string? WhyQuarantined(MessageGroup group)
    {
        if (group.Messages.Any(message => message.IsCut)) return "message-too-long";
        if (!group.Messages[0].IsStray) return null;
        return group.Messages[0].At is null ? "before-first-header" : "lines-after-system";
    }

    private Translation Shell(MessageGroup group, ItemOutcome outcome) => new()
    {
        Item = chat.Item(group.Item),
        KeyParts = ["wa", group.Marks[0]],
        Outcome = outcome,
        Reporter = officers.Contains(group.SenderKey) ? null : ReporterOf(group.Messages[0].Sender),
        Received = Moment(group.LastAt),
        Marks = group.Marks,
        Chat = new ChatSpan
        {
            Sender = group.SenderKey,
            SenderIsNumber = group.Messages[0].Sender is { } sender && SenderName.IsNumber(SenderName.Shown(sender)),
            Title = _titleKey,
            IsOneToOne = isOneToOne,
            Lines = group.Lines,
            Kin = _kin.Of(group.SenderKey),
        },
        MarkTexts = [.. group.Messages.Select(message => WrittenWords.Lines(Words(message)) ?? "")],
    };

    private DateTimeOffset? Moment(DateTime? at) => at is { } local ? new DateTimeOffset(local, options.Zone.GetUtcOffset(local)) : null;

    private Reporter? ReporterOf(string? sender)
    {
        if (sender is null) return null;
        var handle = WrittenWords.Line(sender);
        var shown = WrittenWords.Line(SenderName.Shown(sender));
        if (shown is null) return null;
        if (SenderName.IsNumber(shown)) return new Reporter(Phone: shown, Handle: handle);
        // The citizen is saved under a name here, but the file was named when only the number was known.
        var phone = isOneToOne && title is not null && SenderName.IsNumber(title) ? WrittenWords.Line(title) : null;
        return new Reporter(Name: shown, Phone: phone, Handle: handle);
    }

    private static string Words(ChatMessage message) => message.Kind switch
    {
        ChatMessageKind.Deleted => "",
        _ when message.IsSticker => message.Text,
        ChatMessageKind.Media when message.Text.Length == 0 => MediaMention.Of(message),
        _ => message.Text,
    };
}
