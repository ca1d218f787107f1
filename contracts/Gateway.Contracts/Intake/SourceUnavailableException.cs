namespace Gateway.Contracts.Intake;

/// <summary>
/// A source cannot be reached or refused us. The message says what happened, with which value, and what to do next,
/// and carries no personal data and no secret.
/// </summary>
public sealed class SourceUnavailableException : Exception
{
    /// <summary>Key of the same in words for people; null when there is only the message.</summary>
    public string? Code { get; init; }

    /// <summary>What its words are about, in the order of their places.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public SourceUnavailableException() { }

    public SourceUnavailableException(string message) : base(message) { }

    public SourceUnavailableException(string message, Exception inner) : base(message, inner) { }
}
