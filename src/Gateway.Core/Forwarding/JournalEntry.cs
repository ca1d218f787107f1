using System.Text.Json.Serialization;
using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>One line of the delivery journal: a create or a follow-up post was begun, or ended.</summary>
/// <param name="At">When.</param>
/// <param name="Number">Tracking number of the complaint.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Outcome">How it ended; null when it was begun.</param>
/// <param name="CentralId">The centre's number, when it gave one.</param>
public sealed record JournalEntry(DateTimeOffset At, string Number, string Destination, AttemptOutcome? Outcome, string? CentralId)
{
    /// <summary>
    /// Of a follow-up post the complaint or the item whose words it has; null for a create. Left out then, so that the checks of older lines
    /// hold.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Origin { get; init; }

    /// <summary>In whose place it stands, after a split or a join: a restored ledger may still know those instead. Null for none.</summary>
    public IReadOnlyList<string>? InPlaceOf { get; init; }
}
