using Gateway.Adapters.Register.Workbooks;
using Gateway.Contracts;

namespace Gateway.Adapters.Register;

/// <summary>The rows of a table that is no register: CSV of any dialect or XLSX, all sheets one after the other, without a guess at what they mean.</summary>
public static class SpreadsheetRows
{
    private const int HeadLines = 20;

    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    /// <summary>Reads the rows.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fault">Why it cannot be read; null when it can.</param>
    /// <returns>The rows, sheet by sheet; empty with a fault. What breaks off somewhere is a fault: nobody knows what stood behind.</returns>
    public static IReadOnlyList<SpreadsheetRow> Read(IRawContent content, out Reason? fault)
    {
        try
        {
            fault = ForeignFile.Fault(content);
            if (fault is not null) return [];
            var rows = ForeignFile.IsZip(content) ? Workbook(content) : Text(content, out fault);
            fault ??= rows.Select(row => row.Row.Rest).OfType<Reason>().FirstOrDefault();
            return fault is null ? [.. rows.Select(row => new SpreadsheetRow(row.Sheet, row.Row.Number, row.Row.Cells, row.Row.IsBroken))] : [];
        }
        catch (Exception thrown) when (WorkbookFaultException.Of(thrown) is not null)
        {
            fault = WorkbookFaultException.Of(thrown);
            return [];
        }
    }

    private static List<(string? Sheet, RegisterRow Row)> Workbook(IRawContent content)
    {
        var book = Workbooks.Workbook.Open(content);
        return [.. book.Sheets.SelectMany(sheet => new SheetRows(book, sheet).Read().Select(row => ((string?)sheet.Name, row)))];
    }

    private static List<(string? Sheet, RegisterRow Row)> Text(IRawContent content, out Reason? fault)
    {
        fault = RegisterText.EncodingOf(content) is null ? new Reason("not-a-register") : null;
        if (RegisterText.EncodingOf(content) is not { } encoding) return [];
        using var reader = new StreamReader(content.Open(), encoding, detectEncodingFromByteOrderMarks: false);
        var text = reader.ReadToEnd().TrimStart('\uFEFF');
        var head = text.Split('\n', HeadLines + 1).Take(HeadLines).ToList();
        // The one that parts most of the first lines; a text may hold the others.
        var delimiter = Delimiters.MaxBy(delimiter => (head.Count(line => line.Contains(delimiter)), head.Sum(line => line.Count(letter => letter == delimiter))));
        return [.. RegisterRows.Read(new StringReader(text), delimiter).Select(row => ((string?)null, row))];
    }
}
