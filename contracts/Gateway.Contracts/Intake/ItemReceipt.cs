namespace Gateway.Contracts.Intake;

/// <summary>The outcome of one item.</summary>
/// <param name="Id">Id of the item in the ledger, as <c>quarantine list</c> shows it.</param>
/// <param name="Item">Where in the source it stood.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reasons">Why; empty for a complaint without doubts.</param>
/// <param name="Numbers">Tracking numbers of the complaints it became, repeats or follows. Empty when none.</param>
public sealed record ItemReceipt(string Id, string Item, ItemOutcome Outcome, IReadOnlyList<Reason> Reasons, IReadOnlyList<string> Numbers);
