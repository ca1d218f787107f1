using Gateway.Adapters.Register.Dates;

namespace Gateway.Adapters.Register;

/// <summary>The table of one sheet: where it begins and ends, what its columns mean, and how its days are written.</summary>
/// <param name="Sheet">Where it stands.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Dates">Field of a day to how that column is read.</param>
/// <param name="Width">Cells of a whole row, those at its end that are always empty included.</param>
/// <param name="FooterRow">The row from which on only signatures stand; <see cref="int.MaxValue"/> when none do.</param>
internal sealed record RegisterTable(
    RegisterSheet Sheet, TableHeading Heading, IReadOnlyDictionary<string, DateColumn> Dates, int Width, int FooterRow)
{
    /// <summary>Fields whose cells are days.</summary>
    public static IReadOnlyList<string> DayFields { get; } = [ColumnNames.Received, "tanggalKejadian"];

    public IReadOnlyDictionary<string, int> Columns => Heading.Columns;

    /// <summary>Columns that may tell of an answer.</summary>
    public IReadOnlyList<int> Answers { get; } = AnswerColumns(Heading);

    /// <summary>Reads the sheet once to its end. Null when no row names the complaint.</summary>
    public static RegisterTable? Find(RegisterSheet sheet, IReadOnlyDictionary<string, string> map)
    {
        if (TableHeading.Find(sheet.Rows(), map) is not { } heading) return null;
        var evidence = DayFields.Where(heading.Columns.ContainsKey)
            .ToDictionary(field => field, field => new DateEvidence(ColumnNames.IsEnglishStamp(heading.Names[heading.Columns[field]])), StringComparer.Ordinal);
        var footer = new FooterSearch(heading);
        var widths = new RowWidths(heading);
        foreach (var row in Below(sheet, heading))
        {
            footer.Add(row);
            widths.Add(row);
            if (row.IsBroken || row.Content.Count > heading.Names.Count) continue;
            foreach (var (field, known) in evidence)
            {
                var column = heading.Columns[field];
                if (column < row.Content.Count) known.Add(row.Content[column], row.Moments.TryGetValue(column, out var moment) ? moment : null);
            }
        }

        IEnumerable<string> title = [.. heading.Above.SkipLast(1).SelectMany(row => row), sheet.Name ?? ""];
        return new RegisterTable(sheet, heading, evidence.ToDictionary(pair => pair.Key, pair => pair.Value.Judge(title), StringComparer.Ordinal), widths.Judge(), footer.Row);
    }

    /// <summary>By how many cells a row is wider than the table; what stands in them has slipped, or all before them has.</summary>
    public int Surplus(RegisterRow row) => row.IsBroken ? 0 : Math.Max(0, Math.Max(row.Content.Count - Heading.Names.Count, row.Cells.Count - Width));

    /// <summary>The rows below the heading.</summary>
    public IEnumerable<RegisterRow> Rows() => Below(Sheet, Heading);

    private static IEnumerable<RegisterRow> Below(RegisterSheet sheet, TableHeading heading) => sheet.Rows().Where(row => row.Number > heading.Row);

    // A column that is filled with something else under the channel's own map tells of no answer.
    private static List<int> AnswerColumns(TableHeading heading)
    {
        var filled = heading.Columns.Where(column => column.Key != ColumnNames.Status).Select(column => column.Value).ToHashSet();
        var columns = Enumerable.Range(0, heading.Names.Count).Where(column => !filled.Contains(column) && ColumnNames.IsAnswer(heading.Names[column])).ToList();
        if (heading.Columns.TryGetValue(ColumnNames.Status, out var status) && !columns.Contains(status)) columns.Add(status);
        return columns;
    }
}
