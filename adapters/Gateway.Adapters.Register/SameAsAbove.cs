using System.Text.RegularExpressions;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Register;

/// <summary>
/// Puts in what "sda", "idem" and "-//-" stand for: the cell above. The row is known by what it means, not by its marks, since the
/// same marks below another row are another complaint. What all marks of a file stand for is bounded: four letters may stand for a page.
/// </summary>
internal sealed partial class SameAsAbove(RegisterTable table, Allowance allowance)
{
    /// <summary>Characters that all marks of one file may stand for.</summary>
    public const long MostCharacters = 32L << 20;

    private const int LongestMark = 24;

    // There "SDA" is an office, Sumber Daya Air.
    private static readonly string[] Offices = ["kategori", "instansiTujuan"];

    private readonly HashSet<int> _offices = [.. Offices.Where(table.Columns.ContainsKey).Select(field => table.Columns[field])];
    private RegisterRow? _above;

    /// <summary>The row with its marks replaced; to be asked once per row, in the order of the file.</summary>
    /// <returns>The row, and the columns with a mark under which nothing stands, or of which too much was asked.</returns>
    public (RegisterRow Row, IReadOnlyList<int> Unclear) Resolve(RegisterRow row)
    {
        // Cells that may have slipped are no ground for another row.
        if (row.IsBroken || table.Surplus(row) > 0)
        {
            _above = null;
            return (row, []);
        }

        if (row.IsEmpty || table.Heading.Repeats(row)) return (row, []);
        List<int> marks = [.. Enumerable.Range(0, row.Content.Count).Where(column => IsMark(row.Content[column], column))];
        if (marks.Count == 0)
        {
            _above = row;
            return (row, []);
        }

        var cells = row.Cells.ToArray();
        var moments = new Dictionary<int, DateTime>(row.Moments);
        var unclear = new List<int>();
        foreach (var column in marks)
        {
            var meant = _above is not null && column < _above.Cells.Count ? _above.Cells[column] : "";
            cells[column] = allowance.Take(meant.Length) ? meant : "";
            if (_above?.Moments.TryGetValue(column, out var moment) == true) moments[column] = moment;
            if (string.IsNullOrWhiteSpace(cells[column])) unclear.Add(column);
        }

        _above = new RegisterRow(row.Number, cells, row.IsBroken) { IsHidden = row.IsHidden, Moments = moments, Valueless = row.Valueless };
        return (_above, unclear);
    }

    private bool IsMark(string cell, int column) =>
        cell.Length is > 0 and <= LongestMark && Mark().IsMatch(cell) && !(_offices.Contains(column) && FieldNames.Fold(cell) == "sda");

    [GeneratedRegex(@"^(?:s\.? ?d\.? ?a\.?|idem|ibid\.?|sama(?: dengan| seperti)?(?: yang)? di ?atas|[- ]*(?:(?://|""|''|〃|”|“)[- ]*)+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Mark();
}
