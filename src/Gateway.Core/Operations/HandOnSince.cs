namespace Gateway.Core.Operations;

/// <summary>A hand-on of which the delivery journal does not say that it came to nothing.</summary>
/// <param name="Institution">Id of the institution that got the complaint.</param>
/// <param name="At">When it was begun.</param>
/// <param name="Attempt">Id of its attempt in the ledger of then.</param>
/// <param name="IsDone">The centre said that it did it; else that is in doubt.</param>
public sealed record HandOnSince(string Institution, DateTimeOffset At, string Attempt, bool IsDone);
