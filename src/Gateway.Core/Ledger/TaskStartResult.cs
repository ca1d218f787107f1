namespace Gateway.Core.Ledger;

/// <summary>What the ledger made of a <see cref="TaskStart"/>.</summary>
public enum TaskStartResult
{
    /// <summary>Begun, now or by an earlier try with the same id.</summary>
    Done,

    /// <summary>The complaint or the item that belongs to it is no longer as it was seen. Nothing changed.</summary>
    Stale,

    /// <summary>The same is under way or done already. Nothing changed.</summary>
    Already,
}
