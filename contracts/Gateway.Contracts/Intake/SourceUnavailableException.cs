namespace Gateway.Contracts.Intake;

/// <summary>
/// A source cannot be reached or refused us. The message says what happened, with which value, and what to do next,
/// and carries no personal data and no secret.
/// </summary>
public sealed class SourceUnavailableException : Exception
{
    public SourceUnavailableException() { }

    public SourceUnavailableException(string message) : base(message) { }

    public SourceUnavailableException(string message, Exception inner) : base(message, inner) { }
}
