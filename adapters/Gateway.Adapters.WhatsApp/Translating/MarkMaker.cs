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

    public string Next(ChatMessage message)
    {
        var minute = message.At?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) ?? "";
        var sender = SenderName.Normalised(message.Sender);
        var kind = message.Kind.ToString().ToLowerInvariant();
        var text = message.Text.TrimEnd();

        var same = ContentDigest.OfParts([sender, kind, text]);
        var seen = SeenIn(minute);
        var occurrence = seen[same] = seen.GetValueOrDefault(same) + 1;
        return ContentDigest.OfParts([minute, sender, kind, text, occurrence.ToString(CultureInfo.InvariantCulture)]);
    }

    private Dictionary<string, int> SeenIn(string minute)
    {
        if (_minutes.TryGetValue(minute, out var seen)) return seen;
        if (_oldest.Count == RememberedMinutes) _minutes.Remove(_oldest.Dequeue());
        _oldest.Enqueue(minute);
        return _minutes[minute] = new Dictionary<string, int>(StringComparer.Ordinal);
    }
}
