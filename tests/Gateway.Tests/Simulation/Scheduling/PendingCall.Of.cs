namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>A pending call with an answer.</summary>
internal sealed class PendingCall<T>(Node node, Actor actor, Seam seam, string name, DateTimeOffset made, Func<PendingCall, Task<T>> effect)
    : PendingCall(node, actor, seam, name, made)
{
    // Continuations run inline, on the one thread of the schedule.
    private readonly TaskCompletionSource<T> source = new();
    private T? answer;
    private Exception? error;

    public Task<T> Task => source.Task;

    public override void Happen()
    {
        try
        {
            answer = effect(this).GetAwaiter().GetResult();
        }
        catch (InvalidOperationException refused)
        {
            error = refused;
        }

        IsDone = true;
    }

    public override void Answer()
    {
        if (error is null) source.SetResult(answer!);
        else source.SetException(error);
    }

    public override void Fail(Exception error) => source.SetException(error);
}
