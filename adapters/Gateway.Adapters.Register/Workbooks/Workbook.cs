using System.IO.Compression;
using Gateway.Contracts;
using Gateway.Contracts.Files;

namespace Gateway.Adapters.Register.Workbooks;

/// <summary>
/// An <c>.xlsx</c> file, read by hand since the library at hand writes the cells in clear to a temporary folder (decision 15). Only
/// the packed bytes and the shared texts are in memory; a sheet is read row by row.
/// </summary>
internal sealed class Workbook
{
    public const int MostPackedBytes = 32 << 20;

    private const long MostBytes = 256L << 20;
    private const long MostCells = 8_000_000;
    private const long MostRows = 300_000;
    private const long MostCharacters = 128L << 20;
    private const int MostSheets = 250;

    private readonly byte[] _packed;
    private readonly List<WorkbookSheet> _sheets = [];
    private readonly WorkbookBound _bytes = new(MostBytes);

    private Workbook(byte[] packed) => _packed = packed;

    /// <summary>In the order of the tabs. Charts and macro sheets have no rows and are not among them.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets => _sheets;

    /// <summary>Days count from 1904, as on a Mac of old.</summary>
    public bool Is1904 { get; private set; }

    /// <summary>Cells of all sheets, the empty ones left of a filled one included.</summary>
    public WorkbookBound Cells { get; } = new(MostCells);

    /// <summary>Rows of all sheets in which anything stands.</summary>
    public WorkbookBound Rows { get; } = new(MostRows);

    /// <summary>What all rows say. One text that 300,000 cells point to or share is as many texts.</summary>
    public WorkbookBound Characters { get; } = new(MostCharacters);

    public SharedTexts Texts { get; private set; } = SharedTexts.None;

    public CellFormats Formats { get; private set; } = CellFormats.None;

    /// <summary>Reads all but the sheets.</summary>
    /// <exception cref="WorkbookFaultException">It is none that can be read; so do the framework's own for a damaged zip or XML.</exception>
    public static Workbook Open(IRawContent content)
    {
        if (content.Length > MostPackedBytes) throw new WorkbookFaultException("workbook-too-large");
        using var stream = content.Open();
        var packed = new byte[content.Length];
        var length = stream.ReadAtLeast(packed, packed.Length, throwOnEndOfStream: false);
        var book = new Workbook(packed[..length]);
        if (ZipDirectory.NamesMoreThan(new BytesContent(book._packed), ZipDirectory.Most)) throw new WorkbookFaultException("workbook-too-large");
        book.ReadParts();
        return book;
    }

    /// <summary>Opens a part of the workbook; null when it is not there.</summary>
    public WorkbookXml? Part(string name)
    {
        var entry = Entry(Zip(), name);
        return entry is null ? null : new WorkbookXml(entry.Open(), count => _bytes.Reach(name, count));
    }

    public bool Has(string name)
    {
        using var zip = Zip();
        return Entry(zip, name) is not null;
    }

    private void ReadParts()
    {
        var main = WorkbookParts.Main(this);
        var (sheets, is1904) = WorkbookParts.Sheets(this, main);
        if (sheets.Count > MostSheets) throw new WorkbookFaultException("workbook-too-large");
        Is1904 = is1904;
        _sheets.AddRange(sheets);
        var folder = main[..(main.LastIndexOf('/') + 1)];
        Texts = SharedTexts.Read(this, folder + "sharedStrings.xml");
        Formats = CellFormats.Read(this, folder + "styles.xml");
    }

    private ZipArchive Zip() => new(new MemoryStream(_packed, writable: false), ZipArchiveMode.Read);

    private static ZipArchiveEntry? Entry(ZipArchive zip, string name) =>
        zip.Entries.FirstOrDefault(entry => string.Equals(entry.FullName.Replace('\\', '/'), name, StringComparison.OrdinalIgnoreCase));
}
