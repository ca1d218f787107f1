namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>Messages that become one item: one person's words within the window, or system lines in a row.</summary>
internal sealed class MessageGroup(string senderKey)
{
    // A group that never pauses is cut here, so that it cannot fill the memory.
    private const int MostMessages = 500;
    private const int MostCharacters = 1 << 20;

    private readonly List<ChatMessage> _messages = [];
    private readonly List<string> _marks = [];
    private int _characters;

    /// <summary>Normalised sender; empty for system lines.</summary>
    public string SenderKey => senderKey;

    public IReadOnlyList<ChatMessage> Messages => _messages;

    /// <summary>One per message, same order.</summary>
    public IReadOnlyList<string> Marks => _marks;

    /// <summary>Nothing more is added to it.</summary>
    public bool IsClosed { get; set; }

    public bool IsFull => _messages.Count >= MostMessages || _characters >= MostCharacters;

    /// <summary>Its last message is stray words, which share an item with nothing.</summary>
    public bool EndsStray => _messages[^1].IsStray;

    public DateTime? LastAt => _messages[^1].At;

    /// <summary>
    /// <c>first-last</c> physical lines. Lines of other people may stand between; <c>inspect whatsapp --messages</c> gives the exact
    /// ones. Unique in a file, since no two groups begin on the same line.
    /// </summary>
    public string Item => $"{_messages[0].Line}-{_messages[^1].LastLine}";

    public void Add(ChatMessage message, string mark)
    {
        _messages.Add(message);
        _marks.Add(mark);
        _characters += message.Text.Length;
    }
}
