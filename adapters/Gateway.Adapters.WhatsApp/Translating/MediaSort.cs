namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>Tells voice notes and documents from pictures, by the name of the file or by the export's own word.</summary>
internal static class MediaSort
{
    private static readonly string[] Sounds = [".opus", ".ogg", ".m4a", ".aac", ".amr", ".mp3", ".wav"];
    private static readonly string[] Papers = [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".rtf", ".txt"];
    private static readonly string[] SoundWords = ["audio", "pesan suara", "voice message"];
    private static readonly string[] PaperWords = ["dokumen", "document"];

    public static bool IsVoice(ChatMessage message) => Is(message, Sounds, SoundWords);

    public static bool IsDocument(ChatMessage message) => Is(message, Papers, PaperWords);

    private static bool Is(ChatMessage message, string[] endings, string[] words) =>
        message.Kind == ChatMessageKind.Media
        && ((message.Attachment is { } name && Array.Exists(endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            || (message.MediaWord is { } said && words.Contains(said, StringComparer.OrdinalIgnoreCase)));
}
