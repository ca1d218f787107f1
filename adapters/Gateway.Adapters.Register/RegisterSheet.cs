namespace Gateway.Adapters.Register;

/// <summary>What has rows: the text of a CSV, or one sheet of a workbook.</summary>
/// <param name="Name">As its tab says; null when the file has no other.</param>
/// <param name="Rows">Its rows from the top, read anew at each call.</param>
internal sealed record RegisterSheet(string? Name, Func<IEnumerable<RegisterRow>> Rows)
{
    /// <summary>The row as the ledger and an officer name it: <c>7</c>, or <c>Januari!7</c> where there are several sheets.</summary>
    public string Item(int row) => Name is null ? FormattableString.Invariant($"{row}") : FormattableString.Invariant($"{Name}!{row}");
}
