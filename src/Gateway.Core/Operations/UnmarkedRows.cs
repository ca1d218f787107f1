using Gateway.Contracts.Fields;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// Finds the rows of a centre's list that may be a complaint although its marker does not end one of their cells: they bear its number
/// elsewhere, its title, or the beginning of its text. A list may lack the texts, or cut the long ones only. Pure.
/// </summary>
internal sealed class UnmarkedRows
{
    private readonly List<(CentreRow Row, bool IsMarked, List<string> Cells)> rows;

    public UnmarkedRows(IEnumerable<CentreRow> list) => rows = [.. list.Select(row => (row, row.Numbers.Count > 0, row.Cells.SelectMany(CentreText.Readings).ToList()))];

    /// <summary>The centre's numbers of the rows that may be this complaint, each once.</summary>
    public IReadOnlyList<string> Of(ComplaintRow complaint)
    {
        var (number, title, text) = (FieldNames.Fold(complaint.Number), FieldNames.Fold(complaint.Judul), FieldNames.Fold(complaint.Isi));
        return [.. rows.Where(row => row.Cells.Any(cell => cell.Contains(number, StringComparison.Ordinal) || (!row.IsMarked && (CentreText.MayBe(cell, title) || CentreText.MayBe(cell, text)))))
            .Select(row => row.Row.CentralId).Distinct(StringComparer.Ordinal)];
    }
}
