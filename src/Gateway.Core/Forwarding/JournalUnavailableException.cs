namespace Gateway.Core.Forwarding;

/// <summary>The delivery journal cannot be written. No create begins without it.</summary>
public sealed class JournalUnavailableException : Exception
{
    public JournalUnavailableException() { }

    public JournalUnavailableException(string message) : base(message) { }

    public JournalUnavailableException(string message, Exception inner) : base(message, inner) { }
}
