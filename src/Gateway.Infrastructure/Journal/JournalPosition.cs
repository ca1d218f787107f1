namespace Gateway.Infrastructure.Journal;

/// <summary>How far a journal went at a moment.</summary>
/// <param name="N">Number of its last line.</param>
/// <param name="Check">Check of that line, by which the same journal is known again.</param>
public sealed record JournalPosition(long N, string Check);
