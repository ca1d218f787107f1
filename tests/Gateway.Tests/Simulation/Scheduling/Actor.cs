namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>One loop of the server: a step, a wait, the next step. The schedule decides when a step starts.</summary>
/// <param name="name">Name in the trace.</param>
/// <param name="step">One step.</param>
/// <param name="hasWork">False while a step would find nothing to do.</param>
/// <param name="wait">How long to wait before the next; null where the step says it.</param>
internal sealed class Actor(string name, Func<Task> step, Func<bool> hasWork, TimeSpan? wait)
{
    private Task? running;

    public string Name => name;

    public bool IsForwarding { get; } = name.StartsWith("consumer", StringComparison.Ordinal) || name == "sweeper";

    /// <summary>What it does ends at the centre.</summary>
    public bool IsAtCentre => IsForwarding || name == "tasks";

    public bool IsIdle => running is null;

    public bool HasWork => hasWork();

    /// <summary>When the next step is due.</summary>
    public DateTimeOffset NextAt { get; set; } = DateTimeOffset.MinValue;

    /// <summary>It read last that its destination is paused; judged when it claims.</summary>
    public bool SawPaused { get; set; }

    public void Start() => running = step();

    /// <summary>Notes the end of a step, if it has ended.</summary>
    /// <param name="now">The time.</param>
    /// <returns>What the step threw, or null.</returns>
    public Exception? Settle(DateTimeOffset now) => running is { IsCompleted: true } ended ? Settle(ended, now) : null;

    private Exception? Settle(Task ended, DateTimeOffset now)
    {
        running = null;
        if (ended.Exception is { } thrown)
        {
            NextAt = now + TimeSpan.FromSeconds(1);
            return thrown.InnerException;
        }

        NextAt = now + (wait ?? ((Task<TimeSpan>)ended).Result);
        return null;
    }
}
