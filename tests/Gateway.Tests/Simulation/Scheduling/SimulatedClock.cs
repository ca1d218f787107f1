namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// The only clock of a simulated world. True time moves when the schedule says so, never back, and is what the monotonic clock shows; the
/// calendar that Core reads may be set hours ahead or back.
/// </summary>
/// <param name="isMonotonic">False: the monotonic clock follows the calendar, which is a deliberate fault.</param>
internal sealed class SimulatedClock(bool isMonotonic = true) : TimeProvider
{
    private readonly List<SimulatedTimer> timers = [];
    private DateTimeOffset now = new(2026, 5, 11, 1, 0, 0, TimeSpan.Zero);

    /// <summary>True time, which no part of the gateway can see.</summary>
    public DateTimeOffset Now => now;

    /// <summary>How far the calendar is ahead of true time.</summary>
    public TimeSpan Drift { get; set; }

    /// <summary>Wraps what a timer does, so that whoever set it goes on when it rings.</summary>
    public Func<Action, Action> Waking { get; set; } = wake => wake;

    public override DateTimeOffset GetUtcNow() => now + Drift;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => isMonotonic ? now.UtcTicks : GetUtcNow().UtcTicks;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, Waking(() => callback(state)));
        timer.Change(dueTime, period);
        timers.Add(timer);
        return timer;
    }

    public void Remove(SimulatedTimer timer) => timers.Remove(timer);

    /// <summary>True time of a moment that the calendar shows.</summary>
    public DateTimeOffset TrueTimeOf(DateTimeOffset shown) => shown - Drift;

    /// <summary>When the next timer rings; null when none is set.</summary>
    public DateTimeOffset? NextTimer => timers.Min(timer => timer.Due);

    /// <summary>Moves on, never back, and rings the timers on the way in their order.</summary>
    public void AdvanceTo(DateTimeOffset moment)
    {
        while (timers.Count > 0 && timers.Where(timer => timer.Due <= moment).MinBy(timer => timer.Due) is { } timer)
        {
            if (timer.Due > now) now = timer.Due.Value;
            timer.Ring();
        }

        if (moment > now) now = moment;
    }
}
