using System.Text;
using Gateway.Adapters.Register.Workbooks;
using Gateway.Contracts;

namespace Gateway.Adapters.Register;

/// <summary>A register as it was handed over, recognised by its bytes: a workbook, a text, or something that has to be saved otherwise.</summary>
/// <param name="Sheets">In the order of the file. Empty with a fault.</param>
/// <param name="Fault">Why nothing of it can be read; null when it can.</param>
internal sealed record RegisterFile(IReadOnlyList<RegisterSheet> Sheets, Reason? Fault)
{
    private const int HeadLength = 1 << 18;

    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    public static RegisterFile Open(IRawContent content, IReadOnlyDictionary<string, string> map)
    {
        if (ForeignFile.Fault(content) is { } foreign) return new RegisterFile([], foreign);
        if (ForeignFile.IsZip(content)) return Workbook(content);
        return Text(content, map);
    }

    private static RegisterFile Workbook(IRawContent content)
    {
        try
        {
            var book = Workbooks.Workbook.Open(content);
            var isOnly = book.Sheets.Count == 1;
            return new RegisterFile([.. book.Sheets.Select(sheet => new RegisterSheet(isOnly ? null : sheet.Name, new SheetRows(book, sheet).Read))], null);
        }
        catch (Exception thrown) when (WorkbookFaultException.Of(thrown) is not null)
        {
            return new RegisterFile([], WorkbookFaultException.Of(thrown));
        }
    }

    private static RegisterFile Text(IRawContent content, IReadOnlyDictionary<string, string> map)
    {
        if (RegisterText.EncodingOf(content) is not { } encoding) return new RegisterFile([], new Reason("not-a-register"));
        var head = Head(content, encoding);
        var delimiter = Delimiters.MaxBy(delimiter => TableHeading.Find(RegisterRows.Read(new StringReader(head), delimiter), map)?.Columns.Count ?? 0);
        return new RegisterFile([new RegisterSheet(null, () => Rows(content, encoding, delimiter))], null);
    }

    private static IEnumerable<RegisterRow> Rows(IRawContent content, Encoding encoding, char delimiter)
    {
        using var text = new StreamReader(content.Open(), encoding, detectEncodingFromByteOrderMarks: false, 1 << 16);
        foreach (var row in RegisterRows.Read(text, delimiter)) yield return row;
    }

    private static string Head(IRawContent content, Encoding encoding)
    {
        using var text = new StreamReader(content.Open(), encoding, detectEncodingFromByteOrderMarks: false);
        var head = new char[HeadLength];
        return new string(head, 0, text.ReadBlock(head));
    }
}
