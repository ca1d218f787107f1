using System.Text.Json.Serialization;
using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>
/// One line of the delivery journal: a create, a follow-up post or a hand-on was begun, or ended. What older lines do not have is left out where it is
/// empty, so that their checks hold.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Number">Tracking number of the complaint.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Outcome">How it ended; null when it was begun.</param>
/// <param name="CentralId">The centre's number, when it gave one.</param>
public sealed record JournalEntry(DateTimeOffset At, string Number, string Destination, AttemptOutcome? Outcome, string? CentralId)
{
    /// <summary>Which begin an end belongs to: id of the attempt in the ledger, or of the act of a person. Null in older lines.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Attempt { get; init; }

    /// <summary>A person brought the number of what was typed at the centre; the ledger has no attempt of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByHand { get; init; }

    /// <summary>Of a follow-up post the complaint or the item whose words it has; null for a create.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Origin { get; init; }

    /// <summary>Of a hand-on the institution that gets the complaint; null for anything else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Institution { get; init; }

    /// <summary>In whose place it stands, after a split or a join: a restored ledger may still know those instead. Null for none.</summary>
    public IReadOnlyList<string>? InPlaceOf { get; init; }

    /// <summary>True when it tells whether a complaint, or what stands in its place, is at the centre.</summary>
    public bool SpeaksOf(string number) => Institution is null && ((Origin ?? Number) == number || InPlaceOf?.Contains(number) == true);
}
