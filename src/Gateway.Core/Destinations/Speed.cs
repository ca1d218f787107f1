using Gateway.Core.Ledger;

namespace Gateway.Core.Destinations;

/// <summary>How many complaints a centre takes in a minute of sending. Hours in which nothing went, paused or with nothing to do, do not count.</summary>
internal static class Speed
{
    /// <summary>Fewer deliveries say nothing about a speed.</summary>
    private const int Enough = 5;

    /// <summary>What lies between two calls of a queue that drains, beside the turn that the rate limit makes them wait for.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ShortestSpan = TimeSpan.FromSeconds(1);

    /// <summary>Complaints a minute; null when too few were taken to say.</summary>
    /// <param name="calls">Those of lately, in any order.</param>
    /// <param name="requestsPerSecond">The rate limit; 0 for none.</param>
    public static double? PerMinute(IReadOnlyList<SentCall> calls, double requestsPerSecond)
    {
        var delivered = calls.Count(call => call.Delivers);
        if (delivered < Enough) return null;
        var turn = requestsPerSecond > 0 ? TimeSpan.FromSeconds(2 / requestsPerSecond) : TimeSpan.Zero;
        var sending = Sending(calls, Breath + turn);
        return delivered / (sending > ShortestSpan ? sending : ShortestSpan).TotalMinutes;
    }

    // Calls that overlap count once, and so does a gap that is too short for a pause.
    private static TimeSpan Sending(IReadOnlyList<SentCall> calls, TimeSpan gap)
    {
        var (sum, until) = (TimeSpan.Zero, (DateTimeOffset?)null);
        foreach (var call in calls.OrderBy(call => call.Begun))
        {
            var from = until is { } end && call.Begun - end <= gap ? end : call.Begun;
            if (call.Ended > from) sum += call.Ended - from;
            if (until is null || call.Ended > until) until = call.Ended;
        }

        return sum;
    }
}
