using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.Register;

public sealed class ReadingWorkbooks
{
    private static readonly string[] Heading = ["No|Tanggal|Nama|No HP|Uraian|Ket"];

    [Test]
    public void ARowHasTheSameKeyInAWorkbookAndInTheCsvSavedOfIt()
    {
        var csv = Registers.Translate("BUKU REGISTER\n\nNo;Tanggal;Nama;No HP;Uraian;Ket\n1;12/06/2026;Siti;0811-0000-0001;Lampu padam;\n2;13/06/2026;Budi;81100000002;\"Jalan\nrusak\";Selesai\n");
        var book = Translate(new XlsxFile().Sheet("Juni", ["BUKU REGISTER", "", .. Heading, "=1|=46185@1|Siti|0811-0000-0001|Lampu padam", "=2|=46186@1|Budi|=81100000002|Jalan\nrusak|Selesai"]));

        Assert.That(book.Select(Registers.Said), Is.EqualTo(csv.Select(Registers.Said)));
        Assert.That(book.Select(item => string.Join('/', item.KeyParts)), Is.EqualTo(csv.Select(item => string.Join('/', item.KeyParts))));
        Assert.That(book.Select(item => item.Received), Is.EqualTo(csv.Select(item => item.Received)));
        Assert.That(book[1].Reporter, Is.EqualTo(new Reporter("Budi", "081100000002")));
        Assert.That(book[1].Complaints[0].Derived["phone"], Is.EqualTo("0"));
    }

    [Test]
    public void ACellWithoutANameStandsRightOfAnEmptyOne()
    {
        const string Cells = "<row><c t=\"str\"><v>1</v></c><c/><c t=\"str\"><v>Siti</v></c><c s=\"1\"/><c t=\"str\"><v>Lampu padam</v></c></row>";
        var book = Translate(new XlsxFile().SheetXml("A", "<sheetData><row>" + string.Concat(Heading[0].Split('|').Select(name => $"<c t=\"str\"><v>{name}</v></c>")) + $"</row>{Cells}</sheetData>")).Single();

        Assert.That((book.Complaints.Single().Isi, book.Reporter?.Name), Is.EqualTo(("Lampu padam", "Siti")));
    }

    [Test]
    public void FindsSheetsByWhatTheyAreAndNotByWhereTheyLie()
    {
        const string Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Types = "http://schemas.microsoft.com/office/2006/relationships";
        var sheet = Heading[0].Split('|').Aggregate("", (row, name) => row + $"<c t=\"str\"><v>{name}</v></c>");
        var xml = $"<worksheet><sheetData><row>{sheet}</row><row><c r=\"E2\" t=\"str\"><v>Lampu padam</v></c></row></sheetData></worksheet>";
        var book = Translate(new XlsxFile()
            .Part("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{Related}/officeDocument\" Target=\"workbook.xml\"/></Relationships>")
            .Part("workbook.xml", $"<workbook xmlns:r=\"{Related}\"><sheets>{string.Concat("Jan Feb Grafik Makro Lain Hilang Tanpa".Split(' ').Index().Select(tab => $"<sheet name=\"{tab.Item}\" r:id=\"r{tab.Index}\"/>"))}</sheets></workbook>")
            .Part("_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"r0\" Type=\"{Related}/worksheet\" Target=\"worksheets/a.xml\"/><Relationship Id=\"r1\" Type=\"{Related}/worksheet\" Target=\"lembar/b.xml\"/><Relationship Id=\"r2\" Type=\"{Related}/chartsheet\" Target=\"c.xml\"/><Relationship Id=\"r3\" Type=\"{Types}/xlMacrosheet\" Target=\"d.xml\"/><Relationship Id=\"r4\" Type=\"{Related}/lain\" Target=\"lembar/e.xml\"/><Relationship Id=\"r5\" Type=\"{Related}/worksheet\" Target=\"lembar/f.xml\"/></Relationships>")
            .Part("worksheets/a.xml", xml).Part("lembar/b.xml", xml).Part("lembar/e.xml", xml));

        Assert.That(book.Select(Registers.Said), Is.EqualTo(new[]
        {
            "Jan!2 Complaint", "Feb!2 Complaint", "Lain!1 Quarantined workbook-damaged", "Hilang!1 Quarantined workbook-damaged", "Tanpa!1 Quarantined workbook-damaged",
        }));
    }

    [Test]
    public void ACellThatOughtToHoldSomethingAndDoesNotIsSeenByAPerson()
    {
        const string Uncomputed = "<c r=\"@\"><f>VLOOKUP(1,2,3)</f></c>";
        var book = Translate(new XlsxFile().Sheet(
            "A",
            [
                .. Heading, $"=1|=46185@1|{Uncomputed}|0811-0000-0001|Lampu padam", "=2|=46185@1|Budi|<c r=\"@\" t=\"s\"><v>9999</v></c>|Jalan rusak",
                $"=3|=46185@1|Ani||{Uncomputed}|", $"=4||||<c r=\"@\"><f>A1</f><v/></c>|", "=5|=46185@1|<c r=\"@\" t=\"str\"><f>IF(1,\"\")</f><v></v></c>||Halte rusak", $"{Uncomputed}|=46185@1|Rina||Trotoar rusak", $"{Uncomputed}",
            ]));

        Assert.That(book.Select(Registers.Said), Is.EqualTo(new[]
        {
            "2 Complaint cell-without-value", "3 Complaint cell-without-value", "4 Quarantined cell-without-value", "5 Quarantined cell-without-value",
            "6 Complaint", "7 Complaint", "8 Ignored empty-row",
        }));
        Assert.That(book[0].Reasons.Single().Detail, Is.EqualTo("Nama"));
    }

    [Test]
    public void CountsDaysFrom1904WhereTheWorkbookDoes()
    {
        var book = Translate(new XlsxFile().From1904().Sheet("A", [.. Heading, "=1|=44723@1|Siti||Lampu padam"])).Single();

        Assert.That(book.Received?.Date, Is.EqualTo(new DateTime(2026, 6, 12)));
    }

    [Test]
    public void ShowsDaysAndNumbersAsTheirCellsDo()
    {
        var book = Translate(new XlsxFile().Sheet("A", [.. Heading, "=1|=46185@2|Siti|=81100000001@4|Lampu padam", "=2|=46185.33681@3|Budi|=8.11E+10|Jalan rusak"]));

        Assert.That(book[0].Received?.Date, Is.EqualTo(new DateTime(2026, 6, 12)));
        Assert.That(book[0].Reporter?.Phone, Is.EqualTo("081100000001"));
        Assert.That(book[0].Complaints[0].Derived, Is.Empty, "the cell itself shows the zero");
        Assert.That(book[1].Received, Is.EqualTo(new DateTimeOffset(2026, 6, 12, 8, 5, 0, TimeSpan.FromHours(8))));
        Assert.That(book[1].Reporter?.Phone, Is.EqualTo("081100000000"));
    }

    [Test]
    public void ReadsEverySheetAndNamesItsRows()
    {
        var book = Translate(new XlsxFile()
            .Sheet("Jan", [.. Heading, "=1|3 Jan 2026|Siti||Lampu padam"])
            .Sheet("Feb", [.. Heading, "=1|3 Feb 2026|Siti||Lampu padam", "=1|3 Feb 2026|Siti||Lampu padam"])
            .Sheet("Grafik", [])
            .Sheet("Petunjuk", ["Cara mengisi", "Isi setiap hari"])
            .Sheet("Lama", [.. Heading, "=1|3 Mar 2025|Budi||Jalan rusak"], state: "hidden"));

        Assert.That(book.Select(Registers.Said), Is.EqualTo(new[]
        {
            "Jan!2 Complaint", "Feb!2 Complaint", "Feb!3 Complaint", "Petunjuk!1 Quarantined not-a-register", "Lama!2 Complaint row-hidden",
        }));
        Assert.That(book.Select(item => string.Join('/', item.KeyParts)).Distinct().Count(), Is.EqualTo(5));
        Assert.That(Registers.Mend(Registers.Raw(Months()), "Feb!2", "isi", "Jembatan putus").Complaints.Single().Isi, Is.EqualTo("Jembatan putus"));
    }

    [Test]
    public void ASheetThatIsNoTableIsKnownAgainUntilItChanges()
    {
        string Key(string note, string complaint) => string.Join('/', Translate(new XlsxFile().Sheet("Jan", [.. Heading, "=1|3 Jan 2026|Siti||" + complaint]).Sheet("Petunjuk", [note])).Last().KeyParts);

        Assert.That(Key("Isi setiap hari", "b"), Is.EqualTo(Key("Isi setiap hari", "a")));
        Assert.That(Key("Isi setiap minggu", "a"), Is.Not.EqualTo(Key("Isi setiap hari", "a")));
    }

    [Test]
    public void RowsOfTwoSheetsOfOneNameAreNotTheSameItems() => Assert.That(
        Translate(new XlsxFile().Sheet("Jan", [.. Heading, "=1|3 Jan 2026|Siti||a"]).Sheet("Jan", [.. Heading, "=1|3 Jan 2026|Siti||a"]).Sheet("", ["Isi|Nama", "a|b"]).Sheet("", ["Isi|Nama", "a|b"])).Select(item => item.Item),
        Is.EqualTo(new[] { "Jan!2", "Jan (2)!2", "#!2", "# (4)!2" }));

    [Test]
    public void SaysThatARowIsHidden() => Assert.That(
        Translate(new XlsxFile().Sheet("A", [.. Heading, "=1|3 Jan 2026|Siti||Lampu padam"], rowAttributes: row => row == 2 ? "hidden=\"1\"" : "")).Select(Registers.Said),
        Is.EqualTo(new[] { "2 Complaint row-hidden" }));

    [Test]
    public void TakesTheLastValueOfAFormulaAndLeavesFormulasInWordsWords()
    {
        const string Formula = "<c r=\"@\" t=\"str\"><f>HYPERLINK(\"http://x.example\",\"Lampu\")</f><v>Lampu padam</v></c>";
        var book = Translate(new XlsxFile().Sheet("A", [.. Heading, "=1|3 Jan 2026|Siti||" + Formula, "=2|3 Jan 2026|Budi||=HYPERLINK(\"http://x.example\")", "=3|3 Jan 2026|Ani||<c r=\"@\" t=\"e\"><v>#REF!</v></c>"]));

        Assert.That(book[0].Complaints[0].Isi, Is.EqualTo("Lampu padam"));
        Assert.That(book[1].Complaints[0].Isi, Is.EqualTo("=HYPERLINK(\"http://x.example\")"));
        Assert.That(Registers.Said(book[2]), Is.EqualTo("4 Quarantined no-isi"));
    }

    [Test]
    public void ReadsRichTextAndWhatXmlCannotHold()
    {
        const string Rich = "<c r=\"@\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t xml:space=\"preserve\">Lampu </t></r>\n<r><t>padam_x000D_\nlama</t></r><rPh sb=\"0\" eb=\"1\"><t>bunyi</t></rPh></is></c>";

        Assert.That(Translate(new XlsxFile().Sheet("A", [.. Heading, "=1|3 Jan 2026|Siti||" + Rich])).Single().Complaints[0].Isi, Is.EqualTo("Lampu padam\nlama"));
    }

    [Test]
    public void ACellJoinedDownwardsHoldsForEachRowAndARowOfNothingElseIsNone()
    {
        var book = Translate(new XlsxFile().Sheet(
            "A",
            ["No|Pelapor||Tanggal|Uraian", "|Nama|No HP|", "=1|Siti|0811-0000-0001|=46185@1|Lampu padam", "|Budi|0811-0000-0002||Jalan rusak", "=2|Ani|0811-0000-0003|=46186@1|Halte", "|", "=3|Ida|0811-0000-0004|=46187@1|Parkir"],
            "<mergeCells><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"D1:D2\"/><mergeCell ref=\"E1:E2\"/><mergeCell ref=\"D3:D4\"/><mergeCell ref=\"A5:A6\"/><mergeCell ref=\"B5:B6\"/><mergeCell ref=\"E5:E6\"/></mergeCells>"));

        Assert.That(book.Select(Registers.Said), Is.EqualTo(new[] { "3 Complaint", "4 Complaint", "5 Complaint", "7 Complaint" }));
        Assert.That(book[1].Received?.Day, Is.EqualTo(12));
        Assert.That(book[1].Reporter, Is.EqualTo(new Reporter("Budi", "0811-0000-0002")));
    }

    [Test]
    public void HoldsDaysThatAnEnglishSpreadsheetTurnedRound()
    {
        var book = Translate(new XlsxFile().Sheet("A", [.. Heading, "=1|=46118@1|Siti||a", "=2|=46148@1|Siti||b", "=3|13/06/2026|Siti||c", "=4|=46178@1|Siti||d"]));

        Assert.That(book.Select(Registers.Said), Is.EqualTo(new[] { "2 Complaint date-order-unclear", "3 Complaint date-order-unclear", "4 Complaint", "5 Complaint date-order-unclear" }));
        Assert.That(book[0].Received, Is.Null);
    }

    private static List<Translation> Translate(XlsxFile file) => Registers.Translate(Registers.Raw(file.Bytes()));

    private static byte[] Months() => new XlsxFile().Sheet("Jan", [.. Heading, "=1|3 Jan 2026|Siti||x"]).Sheet("Feb", [.. Heading, "=1|3 Feb 2026|Siti||"]).Bytes();
}
