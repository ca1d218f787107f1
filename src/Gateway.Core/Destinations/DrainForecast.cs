using Gateway.Core.Ledger;

namespace Gateway.Core.Destinations;

/// <summary>When the queue of a destination will be empty, as far as that can be said. Pure.</summary>
/// <param name="Code"><c>empty</c>, <c>closed</c>, <c>waits</c>, <c>measured</c>, <c>limit</c> or <c>unknown</c>.</param>
/// <param name="PerMinute">Complaints a minute lately; null when too few were taken to say.</param>
/// <param name="Earliest">Not before this, by the rate limit and what is due later; null when there is no limit or nothing waits.</param>
/// <param name="Likely">At the speed of lately; null when that is not known or nothing goes now.</param>
public sealed record DrainForecast(string Code, double? PerMinute, DateTimeOffset? Earliest, DateTimeOffset? Likely)
{
    /// <summary>How far back the speed is measured.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromMinutes(15);

    /// <summary>Fewer deliveries say nothing about a speed.</summary>
    private const int Enough = 5;

    private static readonly TimeSpan ShortestSpan = TimeSpan.FromSeconds(10);

    /// <summary>The forecast.</summary>
    /// <param name="settings">Whose rate limit counts.</param>
    /// <param name="row">Whether it is open, and until when it waits.</param>
    /// <param name="backlog">What waits, measured since <see cref="Lately"/> before now.</param>
    /// <param name="now">Now.</param>
    public static DrainForecast Of(Destination settings, DestinationRow row, Backlog backlog, DateTimeOffset now)
    {
        var perMinute = PerMinuteOf(backlog, now);
        if (backlog.Waiting == 0) return new DrainForecast("empty", perMinute, null, null);
        var pause = Later(row.BreakerUntil, row.NotBefore) is { } until && until > now ? until : now;
        var earliest = settings.RequestsPerSecond > 0 ? Later(pause + TimeSpan.FromSeconds(backlog.Waiting / settings.RequestsPerSecond), backlog.LastDue) : null;
        if (row.State != DestinationState.Open) return new DrainForecast("closed", perMinute, earliest, null);
        // A centre that does not answer now says nothing by what it took before.
        if (row.BreakerUntil is not null || pause > now) return new DrainForecast("waits", perMinute, earliest, null);
        return perMinute is { } speed
            ? new DrainForecast("measured", perMinute, earliest, Later(now + TimeSpan.FromMinutes(backlog.Waiting / speed), backlog.LastDue))
            : new DrainForecast(earliest is null ? "unknown" : "limit", null, earliest, null);
    }

    private static double? PerMinuteOf(Backlog backlog, DateTimeOffset now)
    {
        if (backlog.Delivered < Enough || backlog.FirstBegun is not { } first) return null;
        var span = now - first;
        return backlog.Delivered / (span > ShortestSpan ? span : ShortestSpan).TotalMinutes;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other ?? one : one;
}
