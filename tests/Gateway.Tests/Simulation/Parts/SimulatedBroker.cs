namespace Gateway.Tests.Simulation.Parts;

/// <summary>The queue. It may lose, double, delay and reorder, and it gives back what a dead consumer had not acknowledged.</summary>
internal sealed class SimulatedBroker
{
    private readonly List<(string Number, DateTimeOffset VisibleAt)> queue = [];
    private readonly List<string> unacknowledged = [];

    public DateTimeOffset AwayUntil { get; set; } = DateTimeOffset.MinValue;

    public IReadOnlyList<string> DeadLetters => deadLetters;

    private readonly List<string> deadLetters = [];

    public int Count => queue.Count;

    public void Put(string number, DateTimeOffset visibleAt) => queue.Add((number, visibleAt));

    public bool HasVisible(DateTimeOffset now) => now >= AwayUntil && NextVisible() <= now;

    public DateTimeOffset? NextVisible()
    {
        DateTimeOffset? next = null;
        foreach (var (_, visibleAt) in queue)
            if (next is null || visibleAt < next) next = visibleAt;
        return next;
    }

    public string? Take(DateTimeOffset now)
    {
        var index = queue.FindIndex(message => message.VisibleAt <= now);
        if (index < 0 || now < AwayUntil) return null;
        var number = queue[index].Number;
        queue.RemoveAt(index);
        unacknowledged.Add(number);
        return number;
    }

    public void Acknowledge(string number) => unacknowledged.Remove(number);

    public void Return(string number, DateTimeOffset visibleAt)
    {
        if (unacknowledged.Remove(number)) Put(number, visibleAt);
    }

    public void Bury(string number)
    {
        unacknowledged.Remove(number);
        deadLetters.Add(number);
    }

    /// <summary>The consumer is gone.</summary>
    public void ReturnAll(DateTimeOffset now)
    {
        foreach (var number in unacknowledged) Put(number, now);
        unacknowledged.Clear();
    }

    /// <summary>Somebody deleted the queue.</summary>
    public void LoseAll() => queue.Clear();

    public void DoubleFirst()
    {
        if (queue.Count > 0) queue.Add(queue[0]);
    }
}
