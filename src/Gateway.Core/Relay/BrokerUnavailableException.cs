namespace Gateway.Core.Relay;

/// <summary>A wake-up was not confirmed. Nothing is lost: the ledger has the complaint, and the relay or the sweeper comes back to it.</summary>
public sealed class BrokerUnavailableException : Exception
{
    public BrokerUnavailableException() { }

    public BrokerUnavailableException(string message) : base(message) { }

    public BrokerUnavailableException(string message, Exception inner) : base(message, inner) { }
}
