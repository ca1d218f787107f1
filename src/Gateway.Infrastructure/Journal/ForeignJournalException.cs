namespace Gateway.Infrastructure.Journal;

/// <summary>At the place of the journal lies that of another ledger, which must not lose it.</summary>
public sealed class ForeignJournalException : Exception
{
    public ForeignJournalException() { }

    public ForeignJournalException(string message) : base(message) { }

    public ForeignJournalException(string message, Exception inner) : base(message, inner) { }
}
