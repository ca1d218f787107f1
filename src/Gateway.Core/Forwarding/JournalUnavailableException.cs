namespace Gateway.Core.Forwarding;

/// <summary>The delivery journal cannot be written. No create begins without it.</summary>
public sealed class JournalUnavailableException : Exception
{
    public JournalUnavailableException() { }

    public JournalUnavailableException(string message) : base(message) { }

    public JournalUnavailableException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Key of the same in words for people; null when there is only the message.</summary>
    public string? Code { get; init; }

    /// <summary>What its words are about, in the order of their places.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
