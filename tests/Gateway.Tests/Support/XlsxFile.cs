using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Gateway.Tests.Support;

/// <summary>
/// Builds a workbook from the XML that Excel writes, so that a test can also write what Excel never would. A row is cells divided by
/// <c>|</c>: text, <c>=1.5</c> a number, <c>=46185@1</c> a number in style 1 (dd/mm/yyyy).
/// </summary>
internal sealed class XlsxFile
{
    public const string Styles =
        """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="[$-421]dddd, d mmmm yyyy"/><numFmt numFmtId="165" formatCode="d/m/yyyy\ h:mm:ss"/><numFmt numFmtId="166" formatCode="000000000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="1"/></cellXfs></styleSheet>
        """;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Xml)> _sheets = [];
    private readonly Dictionary<string, string> _parts = [];
    private readonly List<string> _shared = [];
    private bool _is1904;

    /// <summary>Rows from the first one on; an empty string is a row that is not there.</summary>
    public XlsxFile Sheet(string name, IEnumerable<string> rows, string behind = "", string state = "visible", Func<int, string>? rowAttributes = null)
    {
        var xml = new StringBuilder();
        foreach (var (index, row) in rows.Index())
        {
            if (row.Length == 0) continue;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{index + 1}\" {rowAttributes?.Invoke(index + 1)}>");
            foreach (var (column, cell) in row.Split('|').Index()) xml.Append(Cell($"{(char)('A' + column)}{index + 1}", cell));
            xml.Append("</row>");
        }

        return SheetXml(name, $"<sheetData>{xml}</sheetData>{behind}", state);
    }

    /// <summary>A sheet of any XML.</summary>
    public XlsxFile SheetXml(string name, string inside, string state = "visible", string before = "")
    {
        _sheets.Add((name, state, $"{before}<worksheet xmlns=\"{Main}\">{inside}</worksheet>"));
        return this;
    }

    /// <summary>Any part, in place of what would be written there.</summary>
    public XlsxFile Part(string name, string text)
    {
        _parts[name] = text;
        return this;
    }

    public XlsxFile From1904()
    {
        _is1904 = true;
        return this;
    }

    public byte[] Bytes()
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Parts())
            {
                // The same bytes at every build of a fixture.
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var writer = new StreamWriter(entry.Open());
                writer.Write(text);
            }
        }

        return packed.ToArray();
    }

    private Dictionary<string, string> Parts()
    {
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
            ["_rels/.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Related}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Related}\"><workbookPr{(_is1904 ? " date1904=\"1\"" : "")}/><sheets>{string.Concat(_sheets.Index().Select(sheet => $"<sheet name=\"{SecurityElement.Escape(sheet.Item.Name)}\" sheetId=\"{sheet.Index + 1}\" state=\"{sheet.Item.State}\" r:id=\"rId{sheet.Index + 1}\"/>"))}</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(_sheets.Index().Select(sheet => $"<Relationship Id=\"rId{sheet.Index + 1}\" Type=\"{Related}/worksheet\" Target=\"worksheets/sheet{sheet.Index + 1}.xml\"/>"))}</Relationships>",
            ["xl/styles.xml"] = Styles,
            ["xl/sharedStrings.xml"] = $"<sst xmlns=\"{Main}\">{string.Concat(_shared)}</sst>",
        };
        foreach (var (index, sheet) in _sheets.Index()) parts[$"xl/worksheets/sheet{index + 1}.xml"] = sheet.Xml;
        foreach (var (name, text) in _parts) parts[name] = text;
        return parts;
    }

    private string Cell(string name, string cell)
    {
        if (cell.Length == 0) return "";
        if (cell[0] == '<') return cell.Replace("@", name, StringComparison.Ordinal);
        if (cell[0] == '=' && cell.Length > 1 && (char.IsAsciiDigit(cell[1]) || cell[1] == '-'))
        {
            var parts = cell[1..].Split('@');
            return $"<c r=\"{name}\" s=\"{(parts.Length > 1 ? parts[1] : "0")}\"><v>{parts[0]}</v></c>";
        }

        _shared.Add($"<si><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></si>");
        return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{name}\" t=\"s\"><v>{_shared.Count - 1}</v></c>");
    }
}
