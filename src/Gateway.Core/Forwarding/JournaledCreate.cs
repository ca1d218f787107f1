using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>A create, a follow-up post or a number typed by hand of which the journal does not say that it came to nothing.</summary>
/// <param name="At">When it was begun.</param>
/// <param name="Number">Tracking number of what was sent, or of the complaint at which it was posted.</param>
/// <param name="Origin">As in <see cref="JournalEntry.Origin"/>.</param>
/// <param name="Attempt">As in <see cref="JournalEntry.Attempt"/>.</param>
/// <param name="ByHand">As in <see cref="JournalEntry.ByHand"/>.</param>
public sealed record JournaledCreate(DateTimeOffset At, string Number, string? Origin, string? Attempt, bool ByHand)
{
    /// <summary>How it ended; null while nothing is known.</summary>
    public AttemptOutcome? Outcome { get; init; }

    /// <summary>The centre's number; null when none came back.</summary>
    public string? CentralId { get; init; }

    /// <summary>What a line begins.</summary>
    public static JournaledCreate Of(JournalEntry line) => new(line.At, line.Number, line.Origin, line.Attempt, line.ByHand);

    /// <summary>True when the line may be the end of it.</summary>
    public bool IsEndedBy(JournalEntry line) => Outcome is null && IsAlike(line) && ByHand == line.ByHand && Attempt == line.Attempt;

    /// <summary>True when the line is about the same words at the same place.</summary>
    public bool IsAlike(JournalEntry line) => Number == line.Number && Origin == line.Origin;
}
