using System.Text;
using Gateway.Contracts;

namespace Gateway.Adapters.Register;

/// <summary>
/// Where the table of a register begins and how it is divided. Titles above the heading belong to no item: they say what the file
/// is, not what anybody complained about.
/// </summary>
/// <param name="Encoding">Character set of the file.</param>
/// <param name="Delimiter">What divides its cells.</param>
/// <param name="HeadingRow">1-based row of the heading.</param>
/// <param name="HeadingContent">The heading as a row that repeats it would read.</param>
/// <param name="Heading">The headings as written.</param>
/// <param name="Columns">Field to index of its column.</param>
internal sealed record RegisterTable(
    Encoding Encoding,
    char Delimiter,
    int HeadingRow,
    IReadOnlyList<string> HeadingContent,
    IReadOnlyList<string> Heading,
    IReadOnlyDictionary<string, int> Columns)
{
    private const int HeadLength = 1 << 18;

    private const int HeadRows = 60;

    /// <summary>The row near the top, under the delimiter, that names the most known columns. Null when none names the complaint itself.</summary>
    public static RegisterTable? Find(IRawContent content, IReadOnlyDictionary<string, string> map)
    {
        if (RegisterText.EncodingOf(content) is not { } encoding) return null;
        var head = Head(content, encoding);
        RegisterTable? best = null;
        // "Laporan" alone on a line is the title of a letter, not the heading of a table; unless the channel says so.
        var least = map.ContainsKey("isi") ? 1 : 2;
        foreach (var delimiter in new[] { ';', ',', '\t', '|' })
        {
            foreach (var row in RegisterRows.Read(new StringReader(head), delimiter).Take(HeadRows).Where(row => !row.IsBroken))
            {
                var columns = ColumnNames.Find(row.Cells, map);
                if (columns.ContainsKey("isi") && columns.Count > (best?.Columns.Count ?? least - 1))
                    best = new RegisterTable(encoding, delimiter, row.Number, row.Content, row.Cells, columns);
            }
        }

        return best;
    }

    /// <summary>The rows below the heading.</summary>
    public IEnumerable<RegisterRow> Rows(IRawContent content)
    {
        using var text = new StreamReader(content.Open(), Encoding, detectEncodingFromByteOrderMarks: false, 1 << 16);
        foreach (var row in RegisterRows.Read(text, Delimiter))
        {
            if (row.Number > HeadingRow) yield return row;
        }
    }

    private static string Head(IRawContent content, Encoding encoding)
    {
        using var text = new StreamReader(content.Open(), encoding, detectEncodingFromByteOrderMarks: false);
        var head = new char[HeadLength];
        return new string(head, 0, text.ReadBlock(head));
    }
}
