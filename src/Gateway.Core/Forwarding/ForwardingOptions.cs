namespace Gateway.Core.Forwarding;

/// <summary>Settings of relay, sweeper and forwarder.</summary>
public sealed class ForwardingOptions
{
    /// <summary>Name of this process in attempts.</summary>
    public string Node { get; init; } = "gateway";

    /// <summary>At most this many wake-ups per destination are published and not claimed yet.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 100_000)]
    public int Window { get; init; } = 256;

    /// <summary>The sweeper claims due complaints itself once the broker has been away this long.</summary>
    public TimeSpan BrokerAwayFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A wake-up that nobody claimed for this long is published again: its message may be gone.</summary>
    public TimeSpan RepublishAfter { get; init; } = TimeSpan.FromMinutes(5);
}
