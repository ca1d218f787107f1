using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>Messages that become one item: one person's words within the window, or system lines in a row.</summary>
internal sealed class MessageGroup(string senderKey)
{
    // A group that never pauses is cut here, so that it cannot fill the memory.
    private const int MostMessages = 500;
    private const int MostCharacters = 1 << 20;

    private readonly List<ChatMessage> _messages = [];
    private readonly List<string> _marks = [];
    private readonly List<ChatLine> _lines = [];
    private int _characters;
    private int _told;

    /// <summary>Normalised sender; empty for system lines.</summary>
    public string SenderKey => senderKey;

    public IReadOnlyList<ChatMessage> Messages => _messages;

    /// <summary>One per message, same order.</summary>
    public IReadOnlyList<string> Marks => _marks;

    /// <summary>One per message, same order.</summary>
    public IReadOnlyList<ChatLine> Lines => _lines;

    public bool IsFull => _messages.Count >= MostMessages || _characters >= MostCharacters;

    /// <summary>Its last message is stray words, which share an item with nothing.</summary>
    public bool EndsStray => _messages[^1].IsStray;

    /// <summary>Its messages were taken into another.</summary>
    public bool IsEmpty => _messages.Count == 0;

    public DateTime? FirstAt => _messages[0].At;

    public DateTime? LastAt => _messages[^1].At;

    /// <summary>When the matter itself was told whole; reminders that came later do not move it.</summary>
    public DateTime? ToldAt => _messages[_told - 1].At;

    /// <summary>
    /// <c>first-last</c> physical lines. Lines of other people may stand between; <c>inspect whatsapp --messages</c> gives the exact
    /// ones. Unique in a file, since no two groups begin on the same line.
    /// </summary>
    public string Item => $"{_messages[0].Line}-{_messages[^1].LastLine}";

    public void Add(ChatMessage message, MarkedLine marked)
    {
        _messages.Add(message);
        _marks.Add(marked.Mark);
        _lines.Add(marked.Line);
        _characters += message.Text.Length;
        _told = _messages.Count;
    }

    /// <summary>Takes over the messages of a later group of the same person, which is empty then.</summary>
    public void Take(MessageGroup later, bool isReminder)
    {
        var told = _told;
        for (var i = 0; i < later._messages.Count; i++) Add(later._messages[i], new MarkedLine(later._marks[i], later._lines[i]));
        if (isReminder) _told = told;
        later._messages.Clear();
    }
}
