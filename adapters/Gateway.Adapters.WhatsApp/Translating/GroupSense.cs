namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>What the messages of a group amount to: a matter, a reminder of one, or talk.</summary>
internal static class GroupSense
{
    /// <summary>Words of a person, location pins left out.</summary>
    public static IEnumerable<string> Words(MessageGroup group) =>
        group.Messages.Where(IsSpoken).Select(message => LocationPin.Without(message.Text));

    public static bool IsSpoken(ChatMessage message) =>
        message.Kind is ChatMessageKind.Text or ChatMessageKind.Media && !string.IsNullOrWhiteSpace(message.Text);

    /// <summary>Shows something without a word: a picture, a film, a place. Stickers do not count.</summary>
    public static bool IsShown(ChatMessage message) =>
        message is { Kind: ChatMessageKind.Media, IsSticker: false } || (message.Kind == ChatMessageKind.Text && LocationPin.IsIn(message.Text));

    public static bool SaysWords(MessageGroup group) => SmallTalk.SayingWords(Words(group), 1) > 0;

    /// <summary>Something an officer has to look at: words, a picture, a voice note.</summary>
    public static bool IsMatter(MessageGroup group) => group.Messages.Any(IsShown) || SaysWords(group);

    /// <summary>
    /// Nothing by itself, but meant for what the sender wrote before: a lone picture, "?", "gimana pak". A voice note or a document may
    /// be a complaint of its own.
    /// </summary>
    public static bool IsNudge(MessageGroup group)
    {
        if (group.Messages.Any(message => MediaSort.IsVoice(message) || MediaSort.IsDocument(message))) return false;
        if (SaysWords(group)) return SmallTalk.OnlyNudges(Words(group));
        return group.Messages.Any(IsShown) || Words(group).Any(text => text.Contains('?', StringComparison.Ordinal));
    }
}
