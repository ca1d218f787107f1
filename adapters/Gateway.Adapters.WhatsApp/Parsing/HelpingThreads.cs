using System.Collections.Concurrent;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Runs tasks in their order on as many threads of the pool as there are cores beside the one that asks, which helps instead of waiting.
/// A thread goes back to the pool as soon as nothing is left to do.
/// </summary>
internal sealed class HelpingThreads : TaskScheduler
{
    private static readonly int Most = Math.Max(1, Environment.ProcessorCount - 1);

    private readonly ConcurrentQueue<Task> _waiting = new();
    private int _threads;

    /// <summary>Runs the next task that waits on the thread that asks; false when there is none.</summary>
    public bool Help()
    {
        if (!_waiting.TryDequeue(out var task)) return false;
        TryExecuteTask(task);
        return true;
    }

    protected override void QueueTask(Task task)
    {
        _waiting.Enqueue(task);
        if (Interlocked.Increment(ref _threads) <= Most) ThreadPool.UnsafeQueueUserWorkItem(helpers => helpers.Work(), this, preferLocal: false);
        else Interlocked.Decrement(ref _threads);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _waiting;

    private void Work()
    {
        while (Help()) { }
        Interlocked.Decrement(ref _threads);
    }
}
