using Gateway.Core.Ledger;

namespace Gateway.Core.Destinations;

/// <summary>When the queue of a destination will be empty, as far as that can be said. Pure.</summary>
/// <param name="Code"><c>empty</c>, <c>closed</c>, <c>waits</c>, <c>measured</c>, <c>limit</c> or <c>unknown</c>.</param>
/// <param name="PerMinute">Complaints in a minute of sending lately; null when too few were taken to say.</param>
/// <param name="Earliest">Not before this, by the rate limit and what is due later; null when there is no limit or nothing waits.</param>
/// <param name="Likely">At the speed of lately; null when that is not known or nothing goes now.</param>
public sealed record DrainForecast(string Code, double? PerMinute, DateTimeOffset? Earliest, DateTimeOffset? Likely)
{
    /// <summary>How far back the speed is measured, by the last 200 calls at most.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    /// <summary>How long the queue takes once it goes: at the measured speed, else at least by the rate limit; null when neither is known or nothing waits.</summary>
    public TimeSpan? Takes { get; init; }

    /// <summary>The forecast.</summary>
    /// <param name="settings">Whose rate limit counts.</param>
    /// <param name="row">Whether it is open, and until when it waits.</param>
    /// <param name="backlog">What waits, measured since <see cref="Lately"/> before now.</param>
    /// <param name="now">Now.</param>
    public static DrainForecast Of(Destination settings, DestinationRow row, Backlog backlog, DateTimeOffset now)
    {
        var perMinute = Speed.PerMinute(backlog.Calls, settings.RequestsPerSecond);
        if (backlog.Waiting == 0) return new DrainForecast("empty", perMinute, null, null);
        TimeSpan? byLimit = settings.RequestsPerSecond > 0 ? TimeSpan.FromSeconds(backlog.Waiting / settings.RequestsPerSecond) : null;
        TimeSpan? bySpeed = perMinute is { } speed ? TimeSpan.FromMinutes(backlog.Waiting / speed) : null;
        var pause = Later(row.BreakerUntil, row.NotBefore) is { } until && until > now ? until : now;
        var earliest = byLimit is { } least ? Later(pause + least, backlog.LastDue) : null;
        var takes = bySpeed > byLimit || byLimit is null ? bySpeed : byLimit;
        if (row.State != DestinationState.Open) return new DrainForecast("closed", perMinute, earliest, null) { Takes = takes };
        // A centre that does not answer now says nothing by what it took before.
        if (row.BreakerUntil is not null || pause > now) return new DrainForecast("waits", perMinute, earliest, null) { Takes = takes };
        return bySpeed is { } span
            ? new DrainForecast("measured", perMinute, earliest, Later(now + span, earliest ?? backlog.LastDue)) { Takes = takes }
            : new DrainForecast(earliest is null ? "unknown" : "limit", null, earliest, null) { Takes = takes };
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other ?? one : one;
}
