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
}
