using Gateway.Adapters.Register.Dates;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Register;

/// <summary>How one sheet of a register is understood, before anything of it is taken.</summary>
/// <param name="Sheet">Its name; null when the file has no other.</param>
/// <param name="Fault">Why it has no table; null when it has.</param>
/// <param name="HeadingRow">1-based row of the heading.</param>
/// <param name="FooterRow">Row from which on only signatures stand; null when none do.</param>
/// <param name="Columns">Its columns from left to right; those without a heading are left out.</param>
public sealed record SheetPreview(string? Sheet, Reason? Fault, int HeadingRow, int? FooterRow, IReadOnlyList<PreviewColumn> Columns)
{
    /// <summary>All sheets of a file that hold anything.</summary>
    public static IEnumerable<SheetPreview> Of(RawItem raw, Channel channel)
    {
        var map = RegisterSettings.MapOf(channel);
        var file = RegisterFile.Open(raw.Content, map);
        if (file.Fault is not null) yield return new SheetPreview(null, file.Fault, 0, null, []);
        foreach (var sheet in file.Sheets)
        {
            if (RegisterTable.Find(sheet, map) is { } table) yield return Of(table);
            else if (sheet.Rows().FirstOrDefault(row => !row.IsEmpty) is { } first) yield return new SheetPreview(sheet.Name, first.Rest ?? new Reason("not-a-register"), 0, null, []);
        }
    }

    private static SheetPreview Of(RegisterTable table) => new(
        table.Sheet.Name,
        null,
        table.Heading.Row,
        table.FooterRow == int.MaxValue ? null : table.FooterRow,
        [.. table.Heading.Names.Index().Where(name => !string.IsNullOrWhiteSpace(name.Item)).Select(name => Column(table, name.Index, name.Item.Trim()))]);

    private static PreviewColumn Column(RegisterTable table, int column, string heading)
    {
        var field = table.Columns.FirstOrDefault(pair => pair.Value == column && pair.Key != ColumnNames.Status).Key;
        var days = field is null ? null : table.Dates.GetValueOrDefault(field);
        return new PreviewColumn(Letter(column), heading, field, table.Answers.Contains(column), days is null ? null : Named(days.Order), days?.AreMomentsSuspect == true, days?.Year);
    }

    private static string Named(DayOrder order) => order switch
    {
        DayOrder.DayFirst => "day-first",
        DayOrder.MonthFirst => "month-first",
        _ => "day-unclear",
    };

    private static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letter((column / 26) - 1) + (char)('A' + (column % 26));
}
