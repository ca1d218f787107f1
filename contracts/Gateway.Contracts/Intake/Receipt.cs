namespace Gateway.Contracts.Intake;

/// <summary>Proof that a raw item is on disk, with the outcome of each of its parts.</summary>
/// <param name="Arrival">Id of the kept raw item.</param>
/// <param name="Items">One per translation, in the order of the source.</param>
public sealed record Receipt(string Arrival, IReadOnlyList<ItemReceipt> Items);
