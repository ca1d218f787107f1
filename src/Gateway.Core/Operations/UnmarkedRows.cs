using System.Text.RegularExpressions;
using Gateway.Contracts.Fields;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// Finds the rows of a centre's list that may be a complaint although its marker does not end one of their cells: they bear its number
/// elsewhere, its title, or the beginning of its text. A list may lack the texts, or cut the long ones only. Pure.
/// </summary>
internal sealed partial class UnmarkedRows
{
    // Letters and digits of a text by which it is recognised; its end may be cut, or bear what we did not send.
    private const int Told = 60;

    // Shorter words stand in many rows; they count only as the whole of a cell.
    private const int Telling = 12;

    private readonly List<(CentreRow Row, bool IsMarked, List<string> Cells)> rows;

    public UnmarkedRows(IEnumerable<CentreRow> list) => rows = [.. list.Select(row => (row, row.Numbers.Count > 0, row.Cells.SelectMany(Readings).ToList()))];

    /// <summary>The centre's numbers of the rows that may be this complaint, each once.</summary>
    public IReadOnlyList<string> Of(ComplaintRow complaint)
    {
        var (number, title, text) = (FieldNames.Fold(complaint.Number), FieldNames.Fold(complaint.Judul), FieldNames.Fold(complaint.Isi));
        return [.. rows.Where(row => row.Cells.Any(cell => cell.Contains(number, StringComparison.Ordinal) || (!row.IsMarked && (Tells(cell, title) || Tells(cell, text)))))
            .Select(row => row.Row.CentralId).Distinct(StringComparer.Ordinal)];
    }

    private static bool Tells(string cell, string told)
    {
        if (cell.Length == 0 || told.Length == 0) return false;
        if (cell == told) return true;
        return (told.Length >= Telling && cell.Contains(told[..Math.Min(told.Length, Told)], StringComparison.Ordinal))
            || (cell.Length >= Telling && told.StartsWith(cell, StringComparison.Ordinal));
    }

    // The cell, and what stands in it before a mark of omission ("... selengkapnya").
    private static IEnumerable<string> Readings(string cell)
    {
        var plain = CentreText.Plain(cell);
        yield return FieldNames.Fold(plain);
        if (Omission().Match(plain) is { Success: true } omission) yield return FieldNames.Fold(plain[..omission.Index]);
    }

    [GeneratedRegex(@"…|\.{3}", RegexOptions.RightToLeft)]
    private static partial Regex Omission();
}
