using Gateway.Contracts.Messages;

namespace Gateway.Core.Relay;

/// <summary>The message channel between relay and forwarders. It wakes; it never decides.</summary>
public interface IBroker
{
    /// <summary>Publishes and waits for the confirm, with a time-out of its own. Several may be in flight together.</summary>
    /// <exception cref="BrokerUnavailableException">Not confirmed: it may or may not arrive.</exception>
    Task PublishAsync(ComplaintRecorded message, CancellationToken ct);

    /// <summary>True while the broker can be published to. Never waits.</summary>
    bool IsConnected { get; }
}
