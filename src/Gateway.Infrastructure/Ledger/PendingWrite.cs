
namespace Gateway.Infrastructure.Ledger;

/// <summary>A write in the queue, with the caller that waits for it. Its answer is handed over only when the group is durable.</summary>
internal abstract class PendingWrite
{
    /// <summary>True when nobody waits any more and it was not begun: it is left out.</summary>
    public abstract bool IsAbandoned { get; }

    /// <summary>True when its caller knows what came of it: it does not run again with its group.</summary>
    public abstract bool IsAnswered { get; }

    public abstract void Run(LedgerSession session);

    public abstract void Succeed();

    public abstract void Fail(Exception why);
}
