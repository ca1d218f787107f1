namespace Gateway.Core.Ledger;

/// <summary>
/// The ledger could not be written or read, or its answer was lost: the write may or may not have happened. Ids are made by the
/// caller, so the same write may be tried again safely.
/// </summary>
public class LedgerUnavailableException : Exception
{
    public LedgerUnavailableException() { }

    public LedgerUnavailableException(string message) : base(message) { }

    public LedgerUnavailableException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Key of the same in words for people; null when there is only the message.</summary>
    public string? Code { get; init; }

    /// <summary>What its words are about, in the order of their places.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
