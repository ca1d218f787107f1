using System.Globalization;
using Gateway.Adapters.WhatsApp.Parsing;
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

    /// <summary>The marks of the next message of the file.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Its sender, normalised.</param>
    public MarkedLine Next(ChatMessage message, string sender)
    {
        var minute = Minute(message.At);
        var kind = KindName(message.Kind);
        var text = message.Text.TrimEnd();

        var same = $"{sender}\n{kind}\n{text}";
        var seen = SeenIn(minute);
        var occurrence = seen[same] = seen.GetValueOrDefault(same) + 1;
        var number = occurrence.ToString(CultureInfo.InvariantCulture);
        var telling = message.Kind == ChatMessageKind.Text ? TellingLine.Of(text) : null;
        return new MarkedLine(
            ContentDigest.OfParts([minute, sender, kind, text, number]),
            new ChatLine(Whole(message.At), ContentDigest.OfParts([minute, kind, text, number]))
            {
                Telling = telling is null ? null : Telling(minute, telling),
                IsShort = telling?.Length < TellingLine.Long,
                IsEdited = message.IsEdited,
                IsDeleted = message.Kind == ChatMessageKind.Deleted,
            });
    }

    /// <summary>A telling first line found before the messages are read.</summary>
    public static ChatLine Kin(DateTime at, string line) => new(Whole(at), "", Telling(Minute(at), line), line.Length < TellingLine.Long);

    private static string Telling(string minute, string line) => ContentDigest.OfParts(["telling", minute, line]);

    private static string Minute(DateTime? at) => at?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static DateTime? Whole(DateTime? at) => at is { } moment ? moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute)) : null;

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
