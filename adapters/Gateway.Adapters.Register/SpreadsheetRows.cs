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
    /// <returns>The 1-based number of each row in its sheet and its cells as text; empty with a fault.</returns>
    public static IReadOnlyList<(int Row, IReadOnlyList<string> Cells)> Read(IRawContent content, out Reason? fault)
    {
        try
        {
            fault = ForeignFile.Fault(content);
            if (fault is not null) return [];
            return ForeignFile.IsZip(content) ? Workbook(content) : Text(content, out fault);
        }
        catch (Exception thrown) when (WorkbookFaultException.Of(thrown) is not null)
        {
            fault = WorkbookFaultException.Of(thrown);
            return [];
        }
    }

    private static List<(int, IReadOnlyList<string>)> Workbook(IRawContent content)
    {
        var book = Workbooks.Workbook.Open(content);
        return [.. book.Sheets.SelectMany(sheet => new SheetRows(book, sheet).Read()).Select(row => (row.Number, row.Cells))];
    }

    private static List<(int, IReadOnlyList<string>)> Text(IRawContent content, out Reason? fault)
    {
        fault = RegisterText.EncodingOf(content) is null ? new Reason("not-a-register") : null;
        if (RegisterText.EncodingOf(content) is not { } encoding) return [];
        using var reader = new StreamReader(content.Open(), encoding, detectEncodingFromByteOrderMarks: false);
        var text = reader.ReadToEnd().TrimStart('\uFEFF');
        var head = text.Split('\n', HeadLines + 1).Take(HeadLines).ToList();
        // The one that parts most of the first lines; a text may hold the others.
        var delimiter = Delimiters.MaxBy(delimiter => (head.Count(line => line.Contains(delimiter)), head.Sum(line => line.Count(letter => letter == delimiter))));
        return [.. RegisterRows.Read(new StringReader(text), delimiter).Select(row => (row.Number, row.Cells))];
    }
}
