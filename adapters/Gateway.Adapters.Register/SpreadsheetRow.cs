namespace Gateway.Adapters.Register;

/// <summary>One row of a table that is no register.</summary>
/// <param name="Sheet">Its sheet; null in a text, which has none.</param>
/// <param name="Row">1-based in its sheet.</param>
/// <param name="Cells">As they are shown there.</param>
/// <param name="IsBroken">Its quotes do not pair: where its cells divide, and whether it swallowed other rows, is not certain.</param>
public sealed record SpreadsheetRow(string? Sheet, int Row, IReadOnlyList<string> Cells, bool IsBroken);
