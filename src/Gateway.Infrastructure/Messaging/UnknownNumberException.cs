namespace Gateway.Infrastructure.Messaging;

/// <summary>A wake-up names a complaint that the ledger does not have. It is kept as a dead letter, for a person to look at.</summary>
internal sealed class UnknownNumberException : Exception
{
    public UnknownNumberException() { }

    public UnknownNumberException(string message) : base(message) { }

    public UnknownNumberException(string message, Exception inner) : base(message, inner) { }
}
