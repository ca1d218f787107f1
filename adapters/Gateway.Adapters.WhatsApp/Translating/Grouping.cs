namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>
/// Gathers messages into groups while a chat is read, and lets a group go as soon as its time has passed, in the order in which
/// groups began. Holds open groups only: messages of other people do not end a person's group, time does.
/// </summary>
/// <param name="reach">How far apart two messages of one person may be.</param>
internal sealed class Grouping(TimeSpan reach)
{
    // Groups kept waiting behind one that goes on and on.
    private const int MostWaiting = 2000;

    private readonly Dictionary<string, MessageGroup> _open = new(StringComparer.Ordinal);
    private readonly Queue<MessageGroup> _waiting = new();
    private MessageGroup? _systemRun;

    public void Add(ChatMessage message, string sender, string mark)
    {
        var group = message.Kind == ChatMessageKind.System ? SystemRun(message) : GroupOf(message, sender);
        group.Add(message, mark);
    }

    /// <summary>Groups to which nothing can be added any more at the time the last message was written.</summary>
    public IEnumerable<MessageGroup> Passed(DateTime? now)
    {
        while (_waiting.TryPeek(out var first) && (first.IsClosed || _waiting.Count > MostWaiting || HasPassed(first, now))) yield return Release();
    }

    /// <summary>All that are left, at the end of the chat.</summary>
    public IEnumerable<MessageGroup> Rest()
    {
        while (_waiting.Count > 0) yield return Release();
    }

    // Stray words are judged by themselves.
    private MessageGroup SystemRun(ChatMessage message)
    {
        if (_systemRun is { IsFull: false, EndsStray: false } run && !message.IsStray) return run;
        Close(_systemRun);
        return _systemRun = Begin("");
    }

    private MessageGroup GroupOf(ChatMessage message, string key)
    {
        Close(_systemRun);
        _systemRun = null;
        if (_open.TryGetValue(key, out var group))
        {
            if (!group.IsFull && !IsApart(group.LastAt, message.At)) return group;
            Close(group);
        }

        return _open[key] = Begin(key);
    }

    private MessageGroup Begin(string key)
    {
        var group = new MessageGroup(key);
        _waiting.Enqueue(group);
        return group;
    }

    private MessageGroup Release()
    {
        var group = _waiting.Dequeue();
        group.IsClosed = true;
        if (ReferenceEquals(group, _systemRun)) _systemRun = null;
        if (_open.TryGetValue(group.SenderKey, out var open) && ReferenceEquals(open, group)) _open.Remove(group.SenderKey);
        return group;
    }

    private bool HasPassed(MessageGroup group, DateTime? now) => !ReferenceEquals(group, _systemRun) && now - group.LastAt > reach;

    // Lines can be out of order in time; a jump back as long as the reach ends a group too.
    private bool IsApart(DateTime? last, DateTime? next) => (next - last)?.Duration() > reach;

    private static void Close(MessageGroup? group)
    {
        if (group is not null) group.IsClosed = true;
    }
}
