
namespace Gateway.Infrastructure.Ledger;

/// <summary>A write that answers with a value.</summary>
internal sealed class PendingWrite<TAnswer>(Func<LedgerSession, TAnswer> work, CancellationToken ct) : PendingWrite
{
    private readonly TaskCompletionSource<TAnswer> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TAnswer? _answer;

    public Task<TAnswer> Answered => _answered.Task;

    public override bool IsAbandoned => ct.IsCancellationRequested;

    public override bool IsAnswered => _answered.Task.IsCompleted;

    public override void Run(LedgerSession session) => _answer = work(session);

    public override void Succeed() => _answered.TrySetResult(_answer!);

    public override void Fail(Exception why) => _answered.TrySetException(why);
}
