using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Core.Ledger;

/// <summary>An item with its outcome, as lists show it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Arrival">Arrival; null when it stayed at its source.</param>
/// <param name="Channel">Key of the channel.</param>
/// <param name="Item">Where in the arrival.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Received">When the agency received it.</param>
/// <param name="Seen">When the gateway saw it.</param>
/// <param name="Numbers">Complaints it became, repeats or follows.</param>
/// <param name="Resolved">How a person resolved a quarantined item: <c>fixed</c>, <c>discarded</c>; null while open.</param>
public sealed record ItemRow(
    string Id,
    string? Arrival,
    string Channel,
    string Item,
    ItemOutcome Outcome,
    IReadOnlyList<Reason> Reasons,
    DateTimeOffset? Received,
    DateTimeOffset Seen,
    IReadOnlyList<string> Numbers,
    string? Resolved);
