namespace Gateway.Core.Ledger;

/// <summary>Complaints that take the place of others, or give it back, in one transaction: a split, a join, the undoing of one.</summary>
/// <param name="Moves">Moves of those that are there: to Discarded, and (an undo) from Discarded to Held.</param>
/// <param name="Heirs">New complaints; empty for an undo.</param>
/// <param name="Undone">What is taken back; empty for a split or join.</param>
public sealed record Regrouping(IReadOnlyList<Move> Moves, IReadOnlyList<Heir> Heirs, IReadOnlyList<Lineage> Undone);
