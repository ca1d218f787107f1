using Gateway.Contracts.Intake;

namespace Gateway.Core.Ledger;

/// <summary>An item the ledger already has under a source key, or that holds a chat message with a mark.</summary>
/// <param name="Key">The source key or mark that was looked up.</param>
/// <param name="Id">Id of the item.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Occurrence">Highest occurrence of the key.</param>
/// <param name="Seen">When that occurrence was seen.</param>
/// <param name="ContentKey">Its content key.</param>
/// <param name="Number">First complaint it became or follows; null when none.</param>
/// <param name="Arrival">Arrival it came with; null when it stayed at its source.</param>
public sealed record KnownItem(
    byte[] Key, string Id, ItemOutcome Outcome, int Occurrence, DateTimeOffset Seen, byte[]? ContentKey, string? Number, string? Arrival = null);
