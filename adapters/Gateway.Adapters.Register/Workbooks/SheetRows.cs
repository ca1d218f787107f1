using System.Globalization;

namespace Gateway.Adapters.Register.Workbooks;

/// <summary>
/// The rows of one sheet, one at a time. A row in which no cell holds anything is format and no row; of a formula the value counts that
/// was last computed. A sheet that breaks off ends with a row that says so.
/// </summary>
internal sealed class SheetRows(Workbook book, WorkbookSheet sheet)
{
    private readonly List<string> _cells = [];
    private Dictionary<int, DateTime> _moments = [];

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
        var number = 0;
        while (xml.Read())
        {
            if (!xml.IsStart || xml.Name != "row") continue;
            // Two rows of one number would be one item.
            number = int.TryParse(xml.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var named) && named > number && named <= CellName.Rows ? named : number + 1;
            var isHidden = xml.Flag("hidden");
            _cells.Clear();
            _moments = [];
            if (!xml.IsEnd) ReadCells(xml);
            merged.Fill(number, _cells, _moments);
            if (_cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            yield return new RegisterRow(number, [.. _cells], IsBroken: false) { Moments = _moments, IsHidden = isHidden || sheet.IsHidden };
        }
    }

    private void ReadCells(WorkbookXml xml)
    {
        while (xml.Read() && !(xml.IsEnd && xml.Name == "row"))
        {
            if (!xml.IsStart || xml.Name != "c") continue;
            var column = CellName.Of(xml.Attribute("r")) is var (named, _) && named >= _cells.Count ? named : _cells.Count;
            if (column >= CellName.Columns) throw new WorkbookFaultException("workbook-damaged");
            var format = book.Formats.At(xml.Attribute("s"));
            var text = xml.IsEnd ? "" : Shown(xml, xml.Attribute("t"), format, column);
            if (text.Length == 0) continue;
            while (_cells.Count < column) _cells.Add("");
            _cells.Add(text);
        }
    }

    private string Shown(WorkbookXml xml, string? type, NumberFormat format, int column)
    {
        var text = "";
        while (xml.Read() && !(xml.IsEnd && xml.Name == "c"))
        {
            if (xml.IsStart && xml.Name is "v" or "is") text = xml.Text();
        }

        switch (type)
        {
            case "s":
                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? book.Texts.At(at) : "";
            case "b":
                return text == "1" ? "TRUE" : "FALSE";
            case "d" when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var written):
                _moments[column] = written;
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

    private WorkbookXml Opened() => book.Part(sheet.Part) ?? throw new WorkbookFaultException("workbook-damaged");
}
