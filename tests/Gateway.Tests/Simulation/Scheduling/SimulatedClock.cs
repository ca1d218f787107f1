namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>The only clock of a simulated world: calendar and monotonic time move together, and only when the schedule says so.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    private readonly List<SimulatedTimer> timers = [];
    private DateTimeOffset now = new(2026, 5, 11, 1, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now => now;

    public override DateTimeOffset GetUtcNow() => now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.UtcTicks;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        timers.Add(timer);
        return timer;
    }

    public void Remove(SimulatedTimer timer) => timers.Remove(timer);

    /// <summary>Moves on, never back, and rings the timers on the way in their order.</summary>
    public void AdvanceTo(DateTimeOffset moment)
    {
        while (timers.Where(timer => timer.Due <= moment).MinBy(timer => timer.Due) is { } timer)
        {
            if (timer.Due > now) now = timer.Due.Value;
            timer.Ring();
        }

        if (moment > now) now = moment;
    }
}
