namespace Gateway.Core.Operations;

/// <summary>A complaint of which a restored ledger and the journal do not say the same.</summary>
/// <param name="Number">Tracking number.</param>
/// <param name="InLedger">The centre's number by the ledger; null when that does not have the complaint.</param>
/// <param name="InJournal">The one by the journal; null when that leaves it in doubt.</param>
public sealed record RestoredNumber(string Number, string? InLedger, string? InJournal)
{
    /// <summary>Its words went, or may have gone, as a follow-up of this complaint; null for a complaint of its own.</summary>
    public string? FollowUpOf { get; init; }

    /// <summary>The centre's number of that complaint; null when neither knows it.</summary>
    public string? FollowUpAt { get; init; }
}
