using Gateway.Core.Destinations;

namespace Gateway.Core.Forwarding;

/// <summary>The one place that decides when a complaint is tried again. Pure.</summary>
public static class RetrySchedule
{
    /// <summary>Each wait is varied by up to this share, so that complaints that failed together do not come back together.</summary>
    public const double Jitter = 0.2;

    /// <summary>When to try again; null when every attempt is used up.</summary>
    /// <param name="destination">Whose schedule.</param>
    /// <param name="attempts">Attempts that counted, the one just ended included.</param>
    /// <param name="now">The moment the attempt ended.</param>
    /// <param name="notBefore">What the centre asked for; null when nothing.</param>
    /// <param name="chance">From 0 to 1, for the jitter.</param>
    public static DateTimeOffset? Next(Destination destination, int attempts, DateTimeOffset now, DateTimeOffset? notBefore, double chance)
    {
        if (attempts >= destination.Attempts) return null;
        var schedule = destination.Schedule.Count > 0 ? destination.Schedule : Destination.DefaultSchedule;
        var wait = schedule[Math.Clamp(attempts - 1, 0, schedule.Count - 1)];
        var due = now + (wait * (1 - Jitter + (2 * Jitter * chance)));
        return notBefore > due ? notBefore : due;
    }

    /// <summary>
    /// When to try again what was put off by a clock that was ahead: as late from now on as it was put off then, so never earlier than by a right clock.
    /// </summary>
    /// <param name="due">The moment it was put off to.</param>
    /// <param name="from">The moment, by that clock, from which it was counted.</param>
    /// <param name="now">By a clock that is right.</param>
    /// <returns>Null when it stays as it is: it waits longer than the clock was ahead, or was counted anew before.</returns>
    public static DateTimeOffset? Recounted(DateTimeOffset due, DateTimeOffset from, DateTimeOffset now) =>
        // The result lies before that moment, so that nothing is counted anew twice.
        due - from is { Ticks: >= 0 } wait && wait < from - now ? now + wait : null;
}
