using Gateway.Contracts.Intake;

namespace Gateway.Core.Ledger;

/// <summary>One item as evidence of what was seen.</summary>
/// <param name="Arrival">Id of the arrival it stood in; null when it stayed at its source.</param>
/// <param name="Item">Where in the arrival: line span, row, <c>1</c>.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record SeenItem(string? Arrival, string Item, ItemOutcome Outcome);
