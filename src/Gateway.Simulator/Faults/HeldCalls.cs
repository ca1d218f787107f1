namespace Gateway.Simulator.Faults;

/// <summary>Holds calls open for as long as a fault says, and no longer than the simulator or the given token lives.</summary>
internal sealed class HeldCalls(TimeProvider time, ChangeSignal changed, CancellationToken stopping)
{
    private int count;

    /// <summary>How many calls are being held right now.</summary>
    public int Count => Volatile.Read(ref count);

    public async Task HoldAsync(TimeSpan duration, CancellationToken hungUp)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, hungUp);
        // The timer runs before the call counts as held: who waits for that may move a test's clock at once.
        var passed = Task.Delay(duration, time, end.Token);
        Interlocked.Increment(ref count);
        changed.Raise();
        await passed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Decrement(ref count);
        changed.Raise();
    }
}
