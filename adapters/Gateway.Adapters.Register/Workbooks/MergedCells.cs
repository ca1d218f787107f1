namespace Gateway.Adapters.Register.Workbooks;

/// <summary>
/// Cells that were joined downwards: what stands in the uppermost is meant for each row. Joined sideways they are titles and hold for
/// their first cell only.
/// </summary>
internal sealed class MergedCells
{
    private const int Most = 100_000;

    private readonly Dictionary<int, List<(int First, int Last)>> _byColumn = [];
    private readonly Dictionary<(int Column, int First), string> _top = [];
    private readonly Dictionary<(int Column, int First), DateTime> _topMoments = [];
    private int _count;

    /// <summary>Reads <c>B2:B5</c>.</summary>
    public void Add(string? range)
    {
        if (range?.Split(':') is not [var from, var to] || CellName.Of(from) is not var (column, first) || CellName.Of(to) is not var (_, last)) return;
        if (last <= first) return;
        if (++_count > Most) throw new WorkbookFaultException("workbook-too-large");
        if (!_byColumn.TryGetValue(column, out var ranges)) _byColumn[column] = ranges = [];
        ranges.Add((first, last));
    }

    /// <summary>Columns of which any are joined; each is looked at for each row.</summary>
    public int Columns => _byColumn.Count;

    public void Sort()
    {
        foreach (var ranges in _byColumn.Values) ranges.Sort();
    }

    /// <summary>The row with what its joined cells mean. A row that holds nothing of its own stays as it is.</summary>
    public void Fill(int row, List<string> cells, Dictionary<int, DateTime> moments)
    {
        if (!cells.Exists(cell => cell.Length > 0)) return;
        foreach (var (column, ranges) in _byColumn)
        {
            if (RangeAt(ranges, row) is not var (first, _)) continue;
            if (row == first)
            {
                _top[(column, first)] = column < cells.Count ? cells[column] : "";
                if (moments.TryGetValue(column, out var moment)) _topMoments[(column, first)] = moment;
            }
            else if (_top.TryGetValue((column, first), out var text) && text.Length > 0)
            {
                while (cells.Count <= column) cells.Add("");
                if (cells[column].Length > 0) continue;
                cells[column] = text;
                if (_topMoments.TryGetValue((column, first), out var moment)) moments[column] = moment;
            }
        }
    }

    private static (int First, int Last)? RangeAt(List<(int First, int Last)> ranges, int row)
    {
        var at = ranges.BinarySearch((row, int.MaxValue));
        at = at < 0 ? ~at - 1 : at;
        return at >= 0 && ranges[at].Last >= row ? ranges[at] : null;
    }
}
