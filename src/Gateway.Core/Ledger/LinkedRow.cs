namespace Gateway.Core.Ledger;

/// <summary>A complaint that is counted with an earlier one.</summary>
/// <param name="Number">Its tracking number.</param>
/// <param name="To">That of the earlier one.</param>
/// <param name="Supervised">Only a Penelaah Pengawasan may know of it.</param>
public sealed record LinkedRow(string Number, string To, bool Supervised);
