using Gateway.Core.Connectivity;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.Relay;

/// <summary>
/// The way round the broker: forwards due complaints itself once the broker has been away for a while, and forgets wake-ups that nobody
/// claimed, so that the relay publishes them again. With it, deleting every queue loses nothing.
/// </summary>
public sealed class Sweeper(ILedger ledger, IBroker broker, Forwarder forwarder, IRegistrySource registry, ForwardingOptions options, TimeProvider time)
{
    // Clocks of nodes differ by as much.
    private static readonly TimeSpan Wobble = TimeSpan.FromSeconds(30);

    private long? awaySince;

    /// <summary>One round over all destinations.</summary>
    /// <returns>How many complaints were forwarded.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        // What was published on a calendar that is ahead of this one would not grow old for hours.
        await ledger.ForgetPublishedAsync(time.GetUtcNow() - options.RepublishAfter, time.GetUtcNow() + Wobble, ct);
        if (broker.IsConnected)
        {
            awaySince = null;
            return 0;
        }

        awaySince ??= time.GetTimestamp();
        if (time.GetElapsedTime(awaySince.Value) < options.BrokerAwayFor) return 0;
        // What was published before the broker went may be gone with it.
        await ledger.ForgetPublishedAsync(time.GetUtcNow(), time.GetUtcNow(), ct);
        var forwarded = 0;
        foreach (var destination in registry.Current.Destinations)
        {
            while (!ct.IsCancellationRequested && (await forwarder.ForwardNextAsync(destination.Key, ct)).Verdict == ForwardVerdict.Forwarded) forwarded++;
        }

        return forwarded;
    }
}
