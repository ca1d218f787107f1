using System.Globalization;
using Gateway.Contracts.Fields;

namespace Gateway.Adapters.Register;

/// <summary>Where the table of a sheet begins. Titles above the heading belong to no item: they say what the file is, not what anybody complained about.</summary>
/// <param name="Row">1-based row of the heading, the lower one of two.</param>
/// <param name="Names">The headings, those in two rows joined.</param>
/// <param name="Columns">Field to index of its column.</param>
/// <param name="Above">The titles and the heading itself as rows that repeat them would read.</param>
internal sealed record TableHeading(
    int Row, IReadOnlyList<string> Names, IReadOnlyDictionary<string, int> Columns, IReadOnlyList<IReadOnlyList<string>> Above)
{
    private const int HeadRows = 60;

    /// <summary>The row near the top that names the most known columns. Null when none names the complaint itself.</summary>
    public static TableHeading? Find(IEnumerable<RegisterRow> rows, IReadOnlyDictionary<string, string> map)
    {
        TableHeading? best = null;
        // "Laporan" alone on a line is the title of a letter, not the heading of a table; unless the channel says so.
        var least = map.ContainsKey("isi") ? 1 : 2;
        var above = new List<IReadOnlyList<string>>();
        RegisterRow? before = null;
        foreach (var row in rows.Take(HeadRows).Where(row => !row.IsBroken))
        {
            above.Add(row.Content);
            Consider(row, row.Cells);
            if (before is not null && row.Number == before.Number + 1 && Joined(before.Cells, row.Cells) is { } joined) Consider(row, joined);
            before = row;
        }

        return best;

        void Consider(RegisterRow row, IReadOnlyList<string> names)
        {
            var columns = ColumnNames.Find(names, map);
            if (columns.ContainsKey("isi") && columns.Count > (best?.Columns.Count ?? least - 1))
                best = new TableHeading(row.Number, names, columns, [.. above.Where(content => content.Count > 0)]);
        }
    }

    /// <summary>The heading or a title again on a new page, or the line "(1) (2) (3)" that official tables carry below the heading.</summary>
    public bool Repeats(RegisterRow row)
    {
        if (row.IsBroken || row.IsEmpty) return false;
        if (Above.Any(above => above.SequenceEqual(row.Content, StringComparer.OrdinalIgnoreCase))) return true;
        return row.Content.Count > 2
            && row.Content.Count(cell => cell.Length > 0) > 2
            && row.Content.Index().All(cell => cell.Item.Length == 0 || FieldNames.Fold(cell.Item) == (cell.Index + 1).ToString(CultureInfo.InvariantCulture));
    }

    // "Pelapor" over "Nama | Alamat | No. HP". The lower row must be headings and nothing else, or a first complaint would pass for one.
    private static List<string>? Joined(IReadOnlyList<string> upper, IReadOnlyList<string> lower)
    {
        var names = new List<string>();
        var known = 0;
        var group = "";
        for (var column = 0; column < Math.Max(upper.Count, lower.Count); column++)
        {
            var over = column < upper.Count ? upper[column].Trim() : "";
            var under = column < lower.Count ? lower[column].Trim() : "";
            if (over.Length > 0) group = over;
            if (under.Length == 0 || FieldNames.Fold(over) == FieldNames.Fold(under))
            {
                names.Add(over);
                continue;
            }

            var whole = group + " " + under;
            if (!ColumnNames.IsKnown(under) && !ColumnNames.IsKnown(whole)) return null;
            names.Add(ColumnNames.IsKnown(whole) ? whole : under);
            known++;
        }

        return known >= 2 ? names : null;
    }
}
