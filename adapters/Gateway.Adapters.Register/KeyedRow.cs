namespace Gateway.Adapters.Register;

/// <summary>A row with what makes it the same row in the next file.</summary>
/// <param name="Row">The row, marks such as "sda" replaced.</param>
/// <param name="Key">Its key.</param>
/// <param name="Unclear">Columns with a mark above which nothing stands.</param>
internal sealed record KeyedRow(RegisterRow Row, IReadOnlyList<string> Key, IReadOnlyList<int> Unclear);
