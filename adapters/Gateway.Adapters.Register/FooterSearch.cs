using System.Text.RegularExpressions;
using Gateway.Adapters.Register.Dates;

namespace Gateway.Adapters.Register;

/// <summary>
/// Finds where the signatures below a table begin ("Mengetahui, Kepala Bidang ...", a name, "NIP."). Whatever looks like a complaint
/// further down proves that it was none.
/// </summary>
internal sealed partial class FooterSearch(TableHeading heading)
{
    private const int FewCells = 4;
    private const int MostRows = 20;
    private const int LongestLine = 120;

    private int _rows;

    /// <summary>First row of the footer; <see cref="int.MaxValue"/> when there is none.</summary>
    public int Row { get; private set; } = int.MaxValue;

    public void Add(RegisterRow row)
    {
        if (row.IsEmpty) return;
        if (IsComplaint(row) || ++_rows > MostRows)
        {
            Row = int.MaxValue;
            _rows = 0;
        }
        else if (Row == int.MaxValue && row.Content.Any(cell => Signature().IsMatch(cell)))
        {
            Row = row.Number;
            _rows = 1;
        }
        else if (Row == int.MaxValue)
        {
            _rows = 0;
        }
    }

    private bool IsComplaint(RegisterRow row)
    {
        if (row.IsBroken || row.Rest is not null) return true;
        var filled = row.Content.Where(cell => cell.Length > 0).ToList();
        if (filled.Count >= FewCells || filled.Any(cell => cell.Length > LongestLine)) return true;
        if (Cell(row, ColumnNames.Received) is { } received && CellDate.Day(received) is not null) return true;
        // Names and offices are written with capitals, what somebody complains about is not.
        return Cell(row, "isi") is { } isi && !Signature().IsMatch(isi) && SmallWord().IsMatch(isi);
    }

    private string? Cell(RegisterRow row, string field) =>
        heading.Columns.TryGetValue(field, out var column) && column < row.Content.Count && row.Content[column].Length > 0 ? row.Content[column] : null;

    [GeneratedRegex(@"^(?:(?:yang )?(?:mengetahui|menyetujui|membuat)(?: ?/ ?\w+)?[,:.]?|dibuat oleh ?[,:.]?|nip[ .:]{0,3}[0-9][0-9 .]{7,24}|(?!senin|selasa|rabu|kamis|jum|sabtu|minggu)\p{L}+(?: \p{L}+)?, ?(?:[0-9]{1,2}|\.{2,}|…)? ?[a-z.]{3,12} 20[0-9]{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Signature();

    [GeneratedRegex(@"(?:^|\s)(?!dan\b|yang\b|pada\b|dengan\b|selaku\b)\p{Ll}{2,}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex SmallWord();
}
