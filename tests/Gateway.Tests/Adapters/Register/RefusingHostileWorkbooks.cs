using System.IO.Compression;
using System.Text;
using CsCheck;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.Register;

public sealed class RefusingHostileWorkbooks
{
    private const string Rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Isi</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Nama</t></is></c></row>";

    private static readonly byte[] Old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Test]
    public void NamesWhatHasToBeSavedOtherwise()
    {
        Assert.That(Fault([.. Old, .. new byte[600]]), Is.EqualTo("1 Quarantined workbook-format: .xls"));
        Assert.That(Fault([.. Old, .. new byte[600_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]]), Is.EqualTo("1 Quarantined workbook-encrypted"));
        Assert.That(Fault(Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>"))), Is.EqualTo("1 Quarantined workbook-format: .ods"));
        Assert.That(Fault(Zip(("xl/workbook.bin", "x"))), Is.EqualTo("1 Quarantined workbook-format: .xlsb"));
        Assert.That(Fault(Zip(("foto.jpg", "x"))), Is.EqualTo("1 Quarantined not-a-register"));
        Assert.That(Fault("\uFEFF\r\n<HTML><table><tr><td>Isi"u8.ToArray()), Is.EqualTo("1 Quarantined workbook-format: HTML"));
        Assert.That(Fault("%PDF-1.7"u8.ToArray()), Is.EqualTo("1 Quarantined workbook-format: PDF"));
        Assert.That(Fault("PK\u0003\u0004\u0000\u0000xlsx"u8.ToArray()), Is.EqualTo("1 Quarantined workbook-damaged"));
    }

    [Test]
    public void FetchesNothingAndUnfoldsNothing()
    {
        const string Bomb = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\"><!ENTITY b \"&a;&a;\">]>";
        Assert.That(Fault(new XlsxFile().SheetXml("A", $"<sheetData>{Rows}</sheetData>", before: Bomb).Bytes()), Is.EqualTo("1 Quarantined workbook-damaged"));
        Assert.That(
            Fault(new XlsxFile().Sheet("A", ["Isi|Nama", "a|b"]).Part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" TargetMode=\"External\" Target=\"http://x.example/worksheets/a.xml\"/></Relationships>").Bytes()),
            Is.EqualTo("1 Quarantined not-a-register"));
    }

    [TestCase(1, TestName = "HoldsNoTextOfHundredsOfMebibytes")]
    [TestCase(2, TestName = "HoldsNoAttributeOfHundredsOfMebibytes")]
    [TestCase(3, TestName = "HoldsNoMillionsOfNestedElements")]
    [TestCase(4, TestName = "HoldsNoMillionsOfNames")]
    [TestCase(5, TestName = "HoldsNoMillionsOfSharedTexts")]
    public void AFileOfSomeKilobytesTakesLittleMemory(int kind)
    {
        var bytes = Bomb(kind);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var said = Fault(bytes);

        Assert.That(said, Does.EndWith("workbook-too-large").Or.EndWith("workbook-damaged"));
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(400L << 20));
    }

    [Test]
    public void TakesNoMoreSheetsThanAYearHasDays()
    {
        var file = new XlsxFile();
        for (var i = 0; i < 300; i++) file.Sheet($"Hari {i}", []);

        Assert.That(Fault(file.Bytes()), Is.EqualTo("1 Quarantined workbook-too-large"));
    }

    [Test]
    public void ASheetThatBreaksOffKeepsWhatStandsBeforeIt()
    {
        var file = new XlsxFile().Part("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{Rows}<row r=\"2\"><c t=\"inlineStr\"><is><t>Lampu padam</t></is></c></row><row r=\"3\"><c").SheetXml("A", "").Bytes();

        Assert.That(Registers.Translate(Registers.Raw(file)).Select(Registers.Said), Is.EqualTo(new[] { "1 Quarantined workbook-damaged" }), "merged cells stand at its end, so no row is sure");
    }

    [Test]
    public void RowsFarApartCostNothingAndRowsOfOneNumberAreTwo()
    {
        var far = "<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>jauh</t></is></c></row><row r=\"5\"><c t=\"inlineStr\"><is><t>sama</t></is></c></row><row r=\"99999999999\"><c r=\"ZZZZ9\" t=\"inlineStr\"><is><t>lagi</t></is></c></row>";
        var file = new XlsxFile().SheetXml("A", $"<sheetData>{Rows}{far}</sheetData>").Bytes();

        Assert.That(Registers.Translate(Registers.Raw(file)).Select(Registers.Said), Is.EqualTo(new[] { "1048576 Complaint", "1048577 Complaint", "1048578 Complaint" }));
    }

    [Test]
    public void TakesAnyDamage()
    {
        var whole = new XlsxFile()
            .Sheet("Jan", ["No|Tanggal|Nama|Uraian|Ket", "=1|=46185@1|Siti|Lampu padam|Selesai", "=2|sda|sda|Jalan rusak", "Jumlah|=2"], "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>")
            .Sheet("Feb", ["Isi|Nama", "a|b"]).Bytes();
        Gen.Select(Gen.Int[0, whole.Length - 1].Array[1, 6], Gen.Byte.Array[6], Gen.Int[0, whole.Length])
            .Sample(
                (at, with, cut) =>
                {
                    var bytes = whole.ToArray();
                    foreach (var (index, place) in at.Index()) bytes[place] = with[index];
                    return Registers.IsAccountedFor(bytes) && Registers.IsAccountedFor(bytes[..cut]);
                },
                iter: 1_000,
                threads: 1);
    }

    private static string Fault(byte[] bytes)
    {
        var item = Registers.Translate(Registers.Raw(bytes)).Single();
        return $"{item.Item} {item.Outcome} {item.Reasons.Single()}";
    }

    private static byte[] Bomb(int kind) => kind switch
    {
        1 => new XlsxFile().SheetXml("A", $"<sheetData>{Rows}<row r=\"2\"><c t=\"str\"><v>{new string('x', 100_000_000)}</v></c></row></sheetData>").Bytes(),
        2 => new XlsxFile().SheetXml("A", $"<sheetData>{Rows}<row r=\"2\" spans=\"{new string('x', 100_000_000)}\"/></sheetData>").Bytes(),
        3 => new XlsxFile().SheetXml("A", $"<sheetData>{string.Concat(Enumerable.Repeat("<a>", 5_000_000))}").Bytes(),
        4 => new XlsxFile().SheetXml("A", $"<sheetData>{string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"<a{i}/>"))}</sheetData>").Bytes(),
        _ => new XlsxFile().SheetXml("A", "").Part("xl/sharedStrings.xml", $"<sst>{string.Concat(Enumerable.Repeat("<si><t>xxxxxxxx</t></si>", 4_000_000))}</sst>").Bytes(),
    };

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        }

        return packed.ToArray();
    }
}
