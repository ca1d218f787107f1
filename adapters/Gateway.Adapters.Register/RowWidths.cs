namespace Gateway.Adapters.Register;

/// <summary>
/// How many cells the rows of a table have. An office that saves each row with a separator at its end has no more cells for it; one row
/// alone that has a cell more than the others, though it be empty, has a separator inside its words, and all behind it has slipped.
/// </summary>
internal sealed class RowWidths(TableHeading heading)
{
    // A row broken off by hand does not make all others wrong.
    private const double Nearly = 0.9;

    private readonly Dictionary<int, int> _counts = [];

    public void Add(RegisterRow row)
    {
        if (row.IsBroken || row.IsEmpty || row.Cells.Count < heading.Names.Count) return;
        _counts[row.Cells.Count] = _counts.GetValueOrDefault(row.Cells.Count) + 1;
    }

    /// <summary>Cells a row may have: those of the heading, or those of nearly all rows when these end with the same empty ones.</summary>
    public int Judge()
    {
        if (_counts.Count == 0) return heading.Names.Count;
        var (width, count) = _counts.MaxBy(pair => pair.Value);
        return count > 1 && count >= Nearly * _counts.Values.Sum() ? width : heading.Names.Count;
    }
}
