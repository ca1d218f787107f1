namespace Gateway.Infrastructure.Journal;

/// <summary>What a ledger knows of its journal before that is opened.</summary>
/// <param name="Last">How far the one went that it wrote last; null when it remembers none.</param>
/// <param name="HasSent">It has sent something, so that there must be one.</param>
/// <param name="Now">When a new one would begin.</param>
public sealed record JournalPast(JournalPosition? Last, bool HasSent, DateTimeOffset Now);
