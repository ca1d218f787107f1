namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>Says in a complaint's words that there was a picture or file, in Indonesian, since it stands among a citizen's words.</summary>
internal static class MediaMention
{
    public static string Of(ChatMessage message) => (message.Attachment, message.MediaWord) switch
    {
        ({ } name, _) => $"(lampiran: {name})",
        (_, { } word) => $"({word.ToLowerInvariant()} tidak disertakan)",
        _ => "(media tidak disertakan)",
    };
}
