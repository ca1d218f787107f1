using System.Globalization;

namespace Gateway.Adapters.Register.Workbooks;

/// <summary>
/// The rows of one sheet, one at a time. A row in which no cell holds anything is format and no row; of a formula the value counts that
/// was last computed. A sheet that breaks off, or that nobody can find, ends with a row that says so.
/// </summary>
internal sealed class SheetRows(Workbook book, WorkbookSheet sheet)
{
    private readonly List<string> _cells = [];
    private Dictionary<int, DateTime> _moments = [];
    private HashSet<int> _valueless = [];

    public IEnumerable<RegisterRow> Read()
    {
        var last = 0;
        using var rows = Divided().GetEnumerator();
        while (true)
        {
            RegisterRow row;
            try
            {
                if (!rows.MoveNext()) yield break;
                row = rows.Current;
            }
            catch (Exception thrown) when (WorkbookFaultException.Of(thrown) is not null)
            {
                row = new RegisterRow(last + 1, [], IsBroken: true) { Rest = WorkbookFaultException.Of(thrown) };
            }

            last = row.Number;
            yield return row;
            if (row.Rest is not null) yield break;
        }
    }

    private IEnumerable<RegisterRow> Divided()
    {
        var merged = Merged();
        using var xml = Opened();
        var (number, rows, cells, characters) = (0, 0L, 0L, 0L);
        while (xml.Read())
        {
            if (!xml.IsStart || xml.Name != "row") continue;
            // Two rows of one number would be one item.
            number = int.TryParse(xml.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var named) && named > number && named <= CellName.Rows ? named : number + 1;
            if (number > CellName.Rows) throw new WorkbookFaultException("workbook-damaged");
            var isHidden = xml.Flag("hidden");
            _cells.Clear();
            _moments = [];
            _valueless = [];
            if (!xml.IsEnd) ReadCells(xml);
            merged.Fill(number, _cells, _moments);
            while (_cells.Count > 0 && string.IsNullOrWhiteSpace(_cells[^1])) _cells.RemoveAt(_cells.Count - 1);
            if (_cells.Count == 0 && _valueless.Count == 0) continue;
            book.Rows.Reach(Part, ++rows);
            book.Cells.Reach(Part, cells += _cells.Count + merged.Columns);
            book.Characters.Reach(Part, characters += _cells.Sum(cell => cell.Length));
            yield return new RegisterRow(number, [.. _cells], IsBroken: false) { Moments = _moments, Valueless = _valueless, IsHidden = isHidden || sheet.IsHidden };
        }
    }

    private void ReadCells(WorkbookXml xml)
    {
        var column = -1;
        while (xml.Read() && !(xml.IsEnd && xml.Name == "row"))
        {
            if (!xml.IsStart || xml.Name != "c") continue;
            // A cell without a name stands right of the one before it, whether or not that one holds anything.
            var next = xml.Attribute("r") is { } name ? CellName.Of(name)?.Column ?? CellName.Columns : column + 1;
            // A cell whose place is not certain could show a name where a text is published.
            if (next <= column || next >= CellName.Columns) throw new WorkbookFaultException("workbook-damaged");
            column = next;
            var format = book.Formats.At(xml.Attribute("s"));
            var text = xml.IsEnd ? "" : Shown(xml, xml.Attribute("t"), format, column);
            if (text.Length == 0) continue;
            while (_cells.Count < column) _cells.Add("");
            _cells.Add(text);
        }
    }

    private string Shown(WorkbookXml xml, string? type, NumberFormat format, int column)
    {
        string? written = null;
        var isFormula = false;
        while (xml.Read() && !(xml.IsEnd && xml.Name == "c"))
        {
            if (!xml.IsStart) continue;
            isFormula |= xml.Name == "f";
            if (xml.Name is "v" or "is") written = xml.Text();
        }

        var text = written ?? "";
        // A formula may say nothing, which is a text then; with no value at all nobody computed it yet.
        if (isFormula && text.Length == 0 && !(type == "str" && written is not null)) _valueless.Add(column);
        if (text.Length == 0) return "";

        switch (type)
        {
            case "s":
                var shared = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? book.Texts.At(at) : null;
                if (shared is null) _valueless.Add(column);
                return shared ?? "";
            case "b":
                return text == "1" ? "TRUE" : "FALSE";
            case "d" when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                _moments[column] = day;
                return text;
            case "str" or "inlineStr" or "e" or "d":
                return text;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return text;
        if (format.IsDate && SerialDay.Moment(number, book.Is1904) is { } moment) _moments[column] = moment;
        return format.Show(number, book.Is1904);
    }

    // They stand behind the rows that they are about.
    private MergedCells Merged()
    {
        var merged = new MergedCells();
        using var xml = Opened();
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "mergeCell") merged.Add(xml.Attribute("ref"));
        }

        merged.Sort();
        return merged;
    }

    private string Part => sheet.Part ?? throw new WorkbookFaultException("workbook-damaged");

    private WorkbookXml Opened() => book.Part(Part) ?? throw new WorkbookFaultException("workbook-damaged");
}
