using System.Globalization;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>
/// Gives each message an identity that is the same in every later export of the chat, from Android or iOS: minute, sender, kind,
/// words, and which of several equal ones in that minute it is. Remembers only the minutes last seen.
/// </summary>
internal sealed class MarkMaker
{
    private const int RememberedMinutes = 64;

    private readonly Dictionary<string, Dictionary<string, int>> _minutes = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldest = new();

    /// <summary>The mark of the next message of the file.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Its sender, normalised.</param>
    public string Next(ChatMessage message, string sender)
    {
        var minute = message.At?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) ?? "";
        var kind = KindName(message.Kind);
        var text = message.Text.TrimEnd();

        var same = $"{sender}\n{kind}\n{text}";
        var seen = SeenIn(minute);
        var occurrence = seen[same] = seen.GetValueOrDefault(same) + 1;
        return ContentDigest.OfParts([minute, sender, kind, text, occurrence.ToString(CultureInfo.InvariantCulture)]);
    }

    private static string KindName(ChatMessageKind kind) => kind switch
    {
        ChatMessageKind.Text => "text",
        ChatMessageKind.Media => "media",
        ChatMessageKind.Deleted => "deleted",
        _ => "system",
    };

    private Dictionary<string, int> SeenIn(string minute)
    {
        if (_minutes.TryGetValue(minute, out var seen)) return seen;
        if (_oldest.Count == RememberedMinutes) _minutes.Remove(_oldest.Dequeue());
        _oldest.Enqueue(minute);
        return _minutes[minute] = new Dictionary<string, int>(StringComparer.Ordinal);
    }
}
