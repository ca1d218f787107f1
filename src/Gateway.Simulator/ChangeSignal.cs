namespace Gateway.Simulator;

/// <summary>Wakes whoever waits for something to have happened, so that tests wait for facts and never for time.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource next = Fresh();

    /// <summary>Completes at the next change. Take it before looking at the state, so that no change falls between.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Raise() => Interlocked.Exchange(ref next, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
