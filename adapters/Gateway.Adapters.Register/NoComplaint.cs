using System.Text.RegularExpressions;
using Gateway.Contracts;

namespace Gateway.Adapters.Register;

/// <summary>Rows that belong to the paper and not to a citizen: blank and numbered in advance, headings again, months, sums, signatures.</summary>
internal static partial class NoComplaint
{
    /// <summary>Why the row is none; null when it may be one.</summary>
    public static Reason? Reason(RegisterRow row, RegisterTable table)
    {
        // What a formula would have said there may be a complaint.
        var isUnsaid = row.Valueless.Contains(table.Columns["isi"]);
        if (!isUnsaid && (row.IsEmpty || IsOnlyNumbered(row, table))) return new Reason("empty-row");
        if (table.Heading.Repeats(row) || IsMonth(row, table)) return new Reason("heading-row");
        if (row.IsBroken) return null;
        if (row.Number >= table.FooterRow) return new Reason("footer-row");
        return IsSum(row, table) ? new Reason("sum-row") : null;
    }

    private static bool IsOnlyNumbered(RegisterRow row, RegisterTable table) =>
        !row.IsBroken && row.Content.Index().All(cell => cell.Item.Length == 0
            || (cell.Index < table.Heading.Names.Count && ColumnNames.IsNumbering(table.Heading.Names[cell.Index]) && Number().IsMatch(cell.Item)));

    // "BULAN MARET 2026" across the table, where the next month begins.
    private static bool IsMonth(RegisterRow row, RegisterTable table) =>
        !row.IsBroken && row.Content.Count(cell => cell.Length > 0) == 1 && row.Content.Count - 1 != table.Columns["isi"] && Month().IsMatch(row.Content[^1]);

    // "Jumlah | | 45": a word and figures, and nothing that anybody said.
    private static bool IsSum(RegisterRow row, RegisterTable table)
    {
        var filled = row.Content.Where(cell => cell.Length > 0).ToList();
        return filled.Count is > 0 and <= 12 && SumWord().IsMatch(filled[0]) && filled.Skip(1).All(cell => Number().IsMatch(cell))
            && (table.Columns["isi"] >= row.Content.Count || Number().IsMatch(row.Content[table.Columns["isi"]]) || row.Content[table.Columns["isi"]].Length == 0 || row.Content[table.Columns["isi"]] == filled[0]);
    }

    [GeneratedRegex(@"^[(]?[0-9][0-9.,]{0,11}[.)]{0,2}$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:bulan|periode)? ?:? ?(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember) ?(?:20[0-9]{2})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?:grand )?(?:jumlah|total)(?: (?:keseluruhan|seluruh|semua|total|pengaduan|aduan|laporan|pengaduan masuk|bulan ini))?(?: ?[:=] ?[0-9]{1,6})?(?: [a-z]{3,9} 20[0-9]{2})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex SumWord();
}
