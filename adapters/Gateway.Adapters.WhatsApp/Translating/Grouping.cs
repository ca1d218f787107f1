namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>
/// Gathers messages into groups while a chat is read, and lets a group go as soon as nothing can join it any more, in the order in which
/// groups began. Holds open groups only: messages of other people do not end a person's group, time does.
/// </summary>
/// <param name="reach">How far apart two messages of one person in a group may be.</param>
/// <param name="matter">How long a lone picture or a reminder joins what its sender wrote before.</param>
/// <param name="wordless">How long words join pictures that came before them.</param>
/// <param name="officers">Whose messages are no matter.</param>
internal sealed class Grouping(TimeSpan reach, TimeSpan matter, TimeSpan wordless, IReadOnlySet<string> officers)
{
    // Groups kept waiting behind one that goes on and on.
    private const int MostWaiting = 2000;

    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Queue<MessageGroup> _waiting = new();
    private MessageGroup? _systemRun;

    public void Add(ChatMessage message, string sender, MarkedLine mark)
    {
        var group = message.Kind == ChatMessageKind.System ? SystemRun(message) : GroupOf(message, sender);
        group.Add(message, mark);
    }

    /// <summary>Groups to which nothing can be added any more at the time the last message was written.</summary>
    public IEnumerable<MessageGroup> Passed(DateTime? now)
    {
        while (_waiting.TryPeek(out var first) && (_waiting.Count > MostWaiting || HasPassed(first, now)))
        {
            if (Release() is { IsEmpty: false } group) yield return group;
        }
    }

    /// <summary>All that are left, at the end of the chat.</summary>
    public IEnumerable<MessageGroup> Rest()
    {
        foreach (var person in _people.Values) Settle(person);
        while (_waiting.Count > 0)
        {
            if (Release() is { IsEmpty: false } group) yield return group;
        }
    }

    // Stray words are judged by themselves.
    private MessageGroup SystemRun(ChatMessage message)
    {
        if (_systemRun is { IsFull: false, EndsStray: false } run && !message.IsStray) return run;
        return _systemRun = Begin("");
    }

    private MessageGroup GroupOf(ChatMessage message, string key)
    {
        _systemRun = null;
        if (!_people.TryGetValue(key, out var person)) _people[key] = person = new Person();
        if (person.Current is { IsFull: false } current && !IsApart(current.LastAt, message.At, reach)) return current;
        Settle(person);
        return person.Current = Begin(key);
    }

    private MessageGroup Begin(string key)
    {
        var group = new MessageGroup(key);
        _waiting.Enqueue(group);
        return group;
    }

    // The messages being gathered are complete: they join the last matter, become the last matter, or are talk.
    private void Settle(Person person)
    {
        if (person.Current is not { } current) return;
        person.Current = null;
        if (officers.Contains(current.SenderKey) || !(GroupSense.IsMatter(current) || GroupSense.IsNudge(current))) return;
        if (person.Matter is { IsFull: false } before && Joins(current, before)) before.Take(current, GroupSense.IsNudge(current));
        else if (GroupSense.IsMatter(current)) person.Matter = current;
    }

    private bool Joins(MessageGroup current, MessageGroup before) =>
        GroupSense.IsNudge(current)
            ? !IsApart(before.LastAt, current.FirstAt, matter)
            : !GroupSense.SaysWords(before) && GroupSense.IsNudge(before) && !IsApart(before.LastAt, current.FirstAt, wordless);

    private MessageGroup Release()
    {
        var group = _waiting.Dequeue();
        if (ReferenceEquals(group, _systemRun)) _systemRun = null;
        if (group.SenderKey.Length > 0 && _people.TryGetValue(group.SenderKey, out var person))
        {
            if (ReferenceEquals(group, person.Current)) person.Current = null;
            if (ReferenceEquals(group, person.Matter)) person.Matter = null;
            if (person.IsDone) _people.Remove(group.SenderKey);
        }

        return group;
    }

    private bool HasPassed(MessageGroup group, DateTime? now)
    {
        if (group.IsEmpty) return true;
        if (group.SenderKey.Length == 0) return !ReferenceEquals(group, _systemRun);
        if (!_people.TryGetValue(group.SenderKey, out var person)) return true;
        if (person.Current is { } current)
        {
            if (!(now - current.LastAt > reach)) return !ReferenceEquals(group, current) && !ReferenceEquals(group, person.Matter);
            Settle(person);
        }

        return group.IsEmpty || !ReferenceEquals(group, person.Matter) || now - group.LastAt > matter;
    }

    // Lines can be out of order in time; a jump back as long as the reach ends a group too.
    private static bool IsApart(DateTime? last, DateTime? next, TimeSpan reach) => (next - last)?.Duration() > reach;
}
