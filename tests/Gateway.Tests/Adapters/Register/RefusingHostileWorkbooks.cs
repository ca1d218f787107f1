using System.IO.Compression;
using System.Text;
using CsCheck;
using Gateway.Adapters.Register;
using Gateway.Contracts;
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
            Is.EqualTo("1 Quarantined workbook-damaged"));
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
        var far = "<row r=\"1048574\"><c r=\"A1048574\" t=\"inlineStr\"><is><t>jauh</t></is></c></row><row r=\"5\"><c t=\"inlineStr\"><is><t>sama</t></is></c></row><row r=\"99999999999\"><c t=\"inlineStr\"><is><t>lagi</t></is></c></row>";
        var file = new XlsxFile().SheetXml("A", $"<sheetData>{Rows}{far}</sheetData>").Bytes();

        Assert.That(Registers.Translate(Registers.Raw(file)).Select(Registers.Said), Is.EqualTo(new[] { "1048574 Complaint", "1048575 Complaint", "1048576 Complaint" }));
    }

    [TestCase("<row r=\"1048576\"><c t=\"str\"><v>jauh</v></c></row><row><c t=\"str\"><v>lagi</v></c></row>", "1048577", TestName = "NoRowStandsBelowTheLastOne")]
    [TestCase("<row r=\"2\"><c r=\"A2\" t=\"str\"><v>Lampu padam</v></c><c r=\"C2\"/><c r=\"B2\" t=\"str\"><v>Siti</v></c></row>", "2", TestName = "NoCellStandsLeftOfTheOneBeforeIt")]
    [TestCase("<row r=\"2\"><c r=\"A2\"/><c r=\"A2\" t=\"str\"><v>Siti</v></c></row>", "2", TestName = "NoCellStandsInThePlaceOfAnother")]
    [TestCase("<row r=\"2\"><c r=\"ZZZZ9\" t=\"str\"><v>Siti</v></c></row>", "2", TestName = "NoCellStandsNowhere")]
    public void WhatCannotStandWhereItSaysIsDamage(string rows, string item)
    {
        var file = new XlsxFile().SheetXml("A", $"<sheetData>{Rows}{rows}</sheetData>").Bytes();

        Assert.That(Registers.Translate(Registers.Raw(file)).Select(Registers.Said).Last(), Is.EqualTo($"{item} Quarantined workbook-damaged"));
    }

    [Test]
    public void RowsOfFullWidthAreBoundedOverAllSheets()
    {
        var file = new XlsxFile();
        for (var sheet = 0; sheet < 4; sheet++)
            file.SheetXml($"S{sheet}", $"<sheetData>{Rows}{string.Concat(Enumerable.Range(2, 200).Select(row => $"<row r=\"{row}\"><c r=\"XFD{row}\" t=\"str\"><v>x</v></c></row>"))}</sheetData>");

        var items = Registers.Translate(Registers.Raw(file.Bytes()));

        Assert.That(Registers.Said(items[^1]), Does.EndWith("Quarantined workbook-too-large"));
        Assert.That(items, Has.Count.LessThan(500));
    }

    [Test]
    public void RowsAreBoundedOverAllSheets()
    {
        var rows = $"<sheetData>{Rows}{string.Concat(Enumerable.Repeat("<row><c t=\"str\"><v>1</v></c></row>", 160_000))}</sheetData>";
        var items = Registers.Translate(Registers.Raw(new XlsxFile().SheetXml("A", rows).SheetXml("B", rows).Bytes()));

        Assert.That(items, Has.Count.EqualTo(299_999), "two of the 300,000 are headings, and one item stands for all others");
        Assert.That(Registers.Said(items[^1]), Is.EqualTo("B!140000 Quarantined workbook-too-large").Or.EqualTo("B!140001 Quarantined workbook-too-large"));
    }

    [TestCase(true, TestName = "OneTextOfAllRowsIsAsManyTexts")]
    [TestCase(false, TestName = "OneJoinedCellOfAllRowsIsAsManyTexts")]
    public void WhatAllRowsSayIsBounded(bool isShared)
    {
        const int Rows = 1_500;
        var text = new string('x', 100_000);
        var first = isShared ? "" : $"<row r=\"2\"><c r=\"A2\" t=\"str\"><v>{text}</v></c><c r=\"B2\"><v>2</v></c></row>";
        var rows = string.Concat(Enumerable.Range(3, Rows).Select(row => $"<row r=\"{row}\">{(isShared ? $"<c r=\"A{row}\" t=\"s\"><v>0</v></c>" : "")}<c r=\"B{row}\"><v>{row}</v></c></row>"));
        var file = new XlsxFile()
            .SheetXml("A", $"<sheetData>{RefusingHostileWorkbooks.Rows}{first}{rows}</sheetData><mergeCells><mergeCell ref=\"A{(isShared ? 9_998 : 2)}:A9999\"/></mergeCells>")
            .Part("xl/sharedStrings.xml", $"<sst><si><t>{text}</t></si></sst>");

        SpreadsheetRows.Read(new BytesContent(file.Bytes()), out var fault);

        Assert.That(fault?.Code, Is.EqualTo("workbook-too-large"));
    }

    [Test]
    public void UnpackedBytesAreBoundedOverAllParts()
    {
        var blank = $"<sheetData>{Rows}{new string(' ', 1_000_000)}{string.Concat(Enumerable.Repeat("<row>" + new string(' ', 900_000) + "</row>", 140))}</sheetData>";
        var items = Registers.Translate(Registers.Raw(new XlsxFile().SheetXml("A", blank).SheetXml("B", blank).SheetXml("C", blank).Bytes()));

        Assert.That(items.Select(Registers.Said), Is.EqualTo(new[] { "A!1 Ignored register-empty", "B!1 Ignored register-empty", "C!1 Quarantined workbook-too-large" }));
    }

    [Test]
    public void TwoSheetsOfOnePartAreNotEachComplaintTwice()
    {
        var file = new XlsxFile().Sheet("A", ["Isi|Nama", "Lampu padam|Siti"]).Sheet("B", ["Isi|Nama"])
            .Part("xl/_rels/workbook.xml.rels", Relations("worksheet", "worksheets/sheet1.xml", "worksheet", "/xl/worksheets/Sheet1.xml"));

        Assert.That(Registers.Translate(Registers.Raw(file.Bytes())).Select(Registers.Said), Is.EqualTo(new[] { "A!2 Complaint", "B!1 Quarantined workbook-damaged" }));
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

    private static string Relations(params string[] kindsAndTargets) =>
        $"<Relationships>{string.Concat(kindsAndTargets.Chunk(2).Index().Select(row => $"<Relationship Id=\"rId{row.Index + 1}\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/{row.Item[0]}\" Target=\"{row.Item[1]}\"/>"))}</Relationships>";

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
