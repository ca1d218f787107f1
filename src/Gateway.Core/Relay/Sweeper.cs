using Gateway.Core.Connectivity;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.Relay;

/// <summary>
/// The way round the broker: forwards due complaints itself once the broker has been away for a while, and forgets wake-ups that nobody
/// claimed, so that the relay publishes them again. With it, deleting every queue loses nothing. It brings back what a wrong clock put off.
/// </summary>
public sealed class Sweeper(ILedger ledger, IBroker broker, Forwarder forwarder, IRegistrySource registry, ForwardingOptions options, TimeProvider time)
{
    /// <summary>How many are taken from the ledger together, in turn from each agency and what tells of danger to life first.</summary>
    private const int Turn = 16;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    // Clocks of nodes differ by as much.
    private static readonly TimeSpan Wobble = TimeSpan.FromSeconds(30);

    // What is dated further off is of a clock that was ahead, and this one must have gone without a jump for so long to be believed.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(30);

    // Thousands that wait for hours are looked through.
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(1);

    private readonly CalendarWatch calendar = new(time);

    // What is left of a turn when the destination takes nothing for a moment. Begun anew, a turn would begin with the longest queue each time.
    private readonly Dictionary<string, Queue<string>> turns = [];

    private long? awaySince;
    private long? recounted;

    /// <summary>One round over all destinations.</summary>
    /// <returns>How long to rest before the next.</returns>
    public async Task<TimeSpan> StepAsync(CancellationToken ct)
    {
        // What was published on a calendar that is ahead of this one would not grow old for hours.
        await ledger.ForgetPublishedAsync(time.GetUtcNow() - options.RepublishAfter, time.GetUtcNow() + Wobble, ct);
        await RecountAsync(ct);
        if (broker.IsConnected)
        {
            awaySince = null;
            turns.Clear();
            return Rest;
        }

        awaySince ??= time.GetTimestamp();
        if (time.GetElapsedTime(awaySince.Value) < options.BrokerAwayFor) return Rest;
        // What was published before the broker went may be gone with it.
        await ledger.ForgetPublishedAsync(time.GetUtcNow(), time.GetUtcNow(), ct);
        var rest = Rest;
        foreach (var destination in registry.Current.Destinations.Where(destination => destination.Kind == "api"))
        {
            if (await DrainAsync(destination.Key, ct) is { } until && until - time.GetUtcNow() is var wait && wait < rest) rest = wait;
        }

        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }

    // What a clock that is behind brings nearer would go too early once it is set.
    private async Task RecountAsync(CancellationToken ct)
    {
        if (!calendar.HasGoneSteadily(Steady) || (recounted is { } last && time.GetElapsedTime(last) < Seldom)) return;
        recounted = time.GetTimestamp();
        await ledger.RecountDueAsync(time.GetUtcNow(), time.GetUtcNow() + Ahead, ct);
    }

    /// <summary>Forwards until nothing waits or the destination takes nothing now.</summary>
    /// <returns>When the destination takes the next; null when nothing waits, or only an officer's act changes it.</returns>
    private async Task<DateTimeOffset?> DrainAsync(string destination, CancellationToken ct)
    {
        if (!turns.TryGetValue(destination, out var turn)) turns[destination] = turn = new Queue<string>();
        while (!ct.IsCancellationRequested)
        {
            if (turn.Count == 0)
            {
                foreach (var row in await ledger.UnpublishedAsync(destination, time.GetUtcNow(), Turn, ct)) turn.Enqueue(row.Number);
                if (turn.Count == 0) return null;
            }

            var result = await forwarder.ForwardAsync(turn.Peek(), "sweeper", ct);
            if (result.Verdict == ForwardVerdict.NotYet) return result.Until;
            turn.Dequeue();
        }

        return null;
    }
}
