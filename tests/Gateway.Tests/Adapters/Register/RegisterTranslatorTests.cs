using System.Text;
using CsCheck;
using Gateway.Adapters.Register;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.Register;

public sealed class RegisterTranslatorTests
{
    private static readonly string[] Pieces =
        ["Tanggal;Isi\n", "Tanggal,Isi,Ket\r\n", "\"", "\"\"", ";", ",", "\n", "\r\n", "\t", "a", "12/06/2026", "isi;nama\n", "\u0000", "é"];

    [TestCase(';')]
    [TestCase(',')]
    [TestCase('\t')]
    [TestCase('|')]
    public void FindsTheHeadingBelowTitlesUnderAnyDelimiter(char delimiter)
    {
        var text = "BUKU PENGADUAN\n\nNo;Tanggal;Nama Pelapor;No. HP;Uraian Pengaduan\n1;12/06/2026;Siti;0811-0000-0001;Lampu padam\n".Replace(';', delimiter);

        var translation = Registers.Translate(text).Single();

        Assert.That(translation.Item, Is.EqualTo("4"));
        Assert.That(translation.Complaints.Single().Isi, Is.EqualTo("Lampu padam"));
        Assert.That(translation.Received, Is.EqualTo(new DateTimeOffset(2026, 6, 12, 0, 0, 0, TimeSpan.FromHours(8))));
        Assert.That(translation.Complaints[0].Received, Is.EqualTo(translation.Received));
        Assert.That(translation.Reporter, Is.EqualTo(new Reporter("Siti", "0811-0000-0001")));
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    public void ReadsWhatABomMarks(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);

        var raw = Registers.Raw([.. encoding.Preamble, .. encoding.GetBytes("Isi;Tanggal\nKafé tutup;1/6/2026")]);

        Assert.That(Registers.Translate(raw).Single().Complaints[0].Isi, Is.EqualTo("Kafé tutup"));
    }

    [Test]
    public void ReadsWindows1252WhenItIsNoUtf8() =>
        Assert.That(
            Registers.Translate(Registers.Raw([.. "Isi;Tanggal\nJalan rusak "u8, 0x96, .. " kafé;"u8[..4], 0xE9])).Single().Complaints[0].Isi,
            Is.EqualTo("Jalan rusak – kafé"));

    [Test]
    public void ALineBreakInACellStartsNoRow()
    {
        var said = Registers.Translate("Isi;Tanggal\n\"satu\r\ndua\";1/6/2026\ntiga;2/6/2026\n");

        Assert.That(said.Select(Registers.Said), Is.EqualTo(new[] { "2 Complaint", "3 Complaint" }));
        Assert.That(said[0].Complaints[0].Isi, Is.EqualTo("satu\ndua"));
    }

    [Test]
    public void EveryRowHasOneOutcome() => Assert.That(
        Registers.Translate("Isi;Nama;Ket\n;;\n\na;b;c;d\n;Budi;\nx;y;Sudah dijawab\nx;y;belum dijawab\nIsi;Nama;Ket\n").Select(Registers.Said),
        Is.EqualTo(new[]
        {
            "2 Ignored empty-row", "3 Ignored empty-row", "4 Quarantined row-ragged", "5 Quarantined no-isi",
            "6 Complaint already-answered", "7 Complaint", "8 Ignored heading-row",
        }));

    [Test]
    public void AMissingTextNamesItsColumn() =>
        Assert.That(Registers.Translate("Uraian Pengaduan;Nama\n;Budi\n").Single().Reasons.Single(), Is.EqualTo(new Reason("no-isi", "Uraian Pengaduan")));

    [Test]
    public void AnUnreadableDateIsADoubt()
    {
        var translation = Registers.Translate("Isi;Tanggal\na;kemarin\n").Single();

        Assert.That(Registers.Said(translation), Is.EqualTo("2 Complaint date-unreadable"));
        Assert.That(translation.Received, Is.Null);
    }

    [Test]
    public void TheSameRowTwiceIsTwoItemsAndTheSameTwoNextMonth()
    {
        var june = Registers.Translate("Isi;Nama\na;b\na;b\n");
        var july = Registers.Translate("JULI\n\nIsi,Nama,,\n\"a \",b,,\na,b,,\nc,d,,\n");

        Assert.That(june[0].KeyParts, Is.Not.EqualTo(june[1].KeyParts));
        Assert.That(july.Take(2).Select(t => string.Join(' ', t.KeyParts)), Is.EqualTo(june.Select(t => string.Join(' ', t.KeyParts))));
        Assert.That(june[0].Content, Is.EqualTo(june[1].Content));
    }

    [Test]
    public void TheMapOfTheChannelNamesTheColumns()
    {
        var channel = Registers.Channel("""{"map":{"isi":"Kronologis","received":"Tgl. Surat"}}""");

        var translation = Registers.Translate("Kronologis;Tgl. Surat;Isi\nBanjir;3/6/2026;bukan\n", channel).Single();

        Assert.That(translation.Complaints[0].Isi, Is.EqualTo("Banjir"));
        Assert.That(translation.Received?.Day, Is.EqualTo(3));
    }

    [TestCase("")]
    [TestCase("Laporan\nYth. Bapak Kepala Dinas; mohon dibaca\n")]
    [TestCase("a;b;c\n1;2;3\n")]
    public void WhatIsNoTableIsOneItem(string text) =>
        Assert.That(Registers.Translate(text).Select(Registers.Said), Is.EqualTo(new[] { "1 Quarantined not-a-register" }));

    [Test]
    public void ARegisterWithoutRowsSaysSo() =>
        Assert.That(Registers.Translate("Isi;Tanggal\n").Select(Registers.Said), Is.EqualTo(new[] { "1 Ignored register-empty" }));

    [Test]
    public void AQuoteNeverClosedDoesNotPutOthersIntoTheComplaint()
    {
        var atEnd = Registers.Translate("Isi;Nama\n\"a;b\nc;d\ne;f\n");
        var between = Registers.Translate("Isi;Nama\n\"a;b\nc;d\n\"e\";f\ng;h\n");

        Assert.That(atEnd.Select(Registers.Said), Is.EqualTo(new[] { "2 Quarantined row-broken" }));
        Assert.That(between.Select(Registers.Said), Has.Some.EqualTo("2 Quarantined row-broken"));
        Assert.That(between.SelectMany(t => t.Complaints).Select(c => c.Isi), Is.SubsetOf(new[] { "g" }));
    }

    [Test]
    public void ACellLongerThanAnyComplaintEndsTheTable() => Assert.That(
        Registers.Translate("Isi;Nama\na;b\n\"" + new string('x', 300_000) + "\";c\nd;e\n").Select(Registers.Said),
        Is.EqualTo(new[] { "2 Complaint", "3 Quarantined rows-unread" }));

    [Test]
    public void AQuoteInsideAnUnquotedCellIsAQuote() =>
        Assert.That(Registers.Translate("Isi;Nama\nPipa 2\" \"bocor\" parah;Budi\n").Single().Complaints.Single().Isi, Is.EqualTo("Pipa 2\" \"bocor\" parah"));

    [Test]
    public void MendsOneRow()
    {
        var mendable = (IMendable)new RegisterAdapter().Translator;
        var raw = Registers.Raw("Isi;Nama;No HP\n;Budi;0811-0000-0001\na;b;c;0811-0000-0002\n");
        var before = Registers.Translate(raw);
        Translation Mend(string item, string field, string words) => mendable.Mend(raw, Registers.Channel(), item, new Dictionary<string, string> { [field] = words });

        var mended = Mend("2", "isi", "Jalan rusak");
        var ragged = Mend("3", "isi", "a;b");

        Assert.That(mended.Complaints.Single().Isi, Is.EqualTo("Jalan rusak"));
        Assert.That(mended.Reporter?.Name, Is.EqualTo("Budi"));
        Assert.That(mended.KeyParts, Is.EqualTo(before[0].KeyParts));
        Assert.That(ragged.Complaints.Single().Isi, Is.EqualTo("a;b"));
        Assert.That(ragged.Reporter, Is.EqualTo(new Reporter("c", "0811-0000-0002")), "what was typed are the first two cells, so the others stand where they stand");
        Assert.That(Mend("3", "isi", "lain sekali").Reporter, Is.EqualTo(new Reporter(null, "0811-0000-0002")), "a telephone number shows itself");
        Assert.That(Registers.Said(Mend("9", "isi", "a")), Is.EqualTo("9 Quarantined item-unknown"));
        Assert.That(Registers.Said(Mend("2", "warna", "a")), Is.EqualTo("2 Quarantined field-unknown"));
    }

    [TestCase("Halte rusak; bangkunya patah", "Melak, Kutai Barat")]
    [TestCase("Halte di Melak perlu diperbaiki", null)]
    public void AMendedRowKeepsWhatIsSureAndNeverLosesItsDay(string isi, string? place)
    {
        var raw = Registers.Raw("No;Tanggal;Nama;No HP;Alamat;Uraian;Lokasi;Ket.\n8;09/06/2026;Herman Contoh;0811-0000-0208;Melak;Halte rusak; bangkunya patah;Melak, Kutai Barat;Diteruskan\n");
        Assert.That(Registers.Said(Registers.Translate(raw).Single()), Does.StartWith("2 Quarantined row-ragged"));

        var mended = ((IMendable)new RegisterAdapter().Translator).Mend(raw, Registers.Channel(), "2", new Dictionary<string, string> { ["isi"] = isi });

        Assert.That(mended.Received, Is.EqualTo(new DateTimeOffset(2026, 6, 9, 0, 0, 0, TimeSpan.FromHours(8))));
        Assert.That((mended.Reporter?.Name, mended.Reporter?.Phone), Is.EqualTo(("Herman Contoh", "0811-0000-0208")));
        Assert.That(mended.Complaints.Single().Lokasi, Is.EqualTo(place));
        Assert.That(mended.Reasons, Is.Empty);
    }

    [Test]
    public void ARowWhoseDayIsNotSureIsHeldAndTheOfficerMayTypeIt()
    {
        var raw = Registers.Raw("Nama;Uraian;Lokasi;Tanggal\nHerman;Halte; rusak;Melak;minggu kemarin\n");
        Translation Mend(params (string Field, string Words)[] set) =>
            ((IMendable)new RegisterAdapter().Translator).Mend(raw, Registers.Channel(), "2", set.ToDictionary(pair => pair.Field, pair => pair.Words));

        Assert.That(Mend(("isi", "Bangku patah")).Reasons, Is.EqualTo(new[] { new Reason("date-unreadable", "received") }));
        Assert.That(Mend(("isi", "Bangku patah"), ("received", "09/06/2026")).Reasons, Is.Empty);
    }

    [Test]
    public void ReadsRowByRow()
    {
        var text = "Isi;Nama\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Laporan nomor {i};Warga {i}\n"));
        var raw = Registers.Raw(text);

        Assert.That(new RegisterAdapter().Translator.Translate(raw, Registers.Channel()).First().Item, Is.EqualTo("2"));
        Assert.That(new RegisterAdapter().Translator.Translate(raw, Registers.Channel()).Count(), Is.EqualTo(5_000));
    }

    [Test]
    public void TakesAnyBytes() =>
        Gen.OneOf(
                Gen.Byte.Array[0, 200],
                Gen.Int[0, Pieces.Length - 1].Array[0, 25].Select(at => Encoding.UTF8.GetBytes("Isi;Nama\n" + string.Concat(at.Select(i => Pieces[i])))))
            .Sample(
                Registers.IsAccountedFor,
                iter: 2_000,
                threads: 1);

    [TestCase("""{"folder":" "}""", "register.folder is empty")]
    [TestCase("""{"map":"x"}""", "register.map is no list")]
    [TestCase("""{"map":{"warna":"x"}}""", "register.map.warna is no field")]
    [TestCase("""{"map":{"isi":3}}""", "register.map.isi names no column")]
    [TestCase("""{"delimiter":";"}""", "register.delimiter is no setting")]
    public void AFaultNamesTheValueAndTheRemedy(string settings, string fault) =>
        Assert.That(new RegisterAdapter().Check(Registers.Channel(settings)).Single(), Does.StartWith(fault));

    [Test]
    public void NamesTheNumberOfLinesThatAnEndlessCellSwallowed()
    {
        var endless = "Budi;\"" + string.Concat(Enumerable.Repeat("Jalan rusak di depan pasar lama\n", 10_000));
        var first = Registers.Translate("Nama;Isi\nSiti;Lampu mati\n" + endless);
        var other = Registers.Translate("Nama;Isi\nSiti;Lampu mati\n" + endless + "Rina;Halte gelap\n");

        Assert.That(first.Select(Registers.Said), Is.EqualTo(new[] { "2 Complaint", "3 Quarantined rows-unread" }));
        Assert.That(first[1].Reasons[0].Detail, Is.EqualTo("10000"));
        Assert.That(other[1].Reasons[0].Detail, Is.EqualTo("10001"));
        Assert.That(other[1].KeyParts, Is.Not.EqualTo(first[1].KeyParts), "another file's rest is not known already");
    }

    [Test]
    public void ShowsNoTurnedWords()
    {
        var translation = Registers.Translate("Nama;Isi\nSi\u202Eti;Lampu\u2066 mati\u001B\n").Single();

        Assert.That((translation.Complaints[0].Isi, translation.Reporter?.Name), Is.EqualTo(("Lampu mati", "Siti")));
    }
}
