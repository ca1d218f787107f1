namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>A timer of <see cref="SimulatedClock"/>; it rings inline, once, when the clock passes it.</summary>
internal sealed class SimulatedTimer(SimulatedClock clock, Action ring) : ITimer
{
    public DateTimeOffset? Due { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Due = dueTime < TimeSpan.Zero ? null : clock.Now + dueTime;
        return true;
    }

    public void Ring()
    {
        Due = null;
        ring();
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
