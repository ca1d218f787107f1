using Gateway.Contracts;

namespace Gateway.Tests.Adapters.Register;

/// <summary>Tables as offices keep them: what belongs to the paper is told from what a citizen said.</summary>
public sealed class ReadingUglyTables
{
    [Test]
    public void JoinsAHeadingOfTwoRows()
    {
        var items = Registers.Translate("No;Tanggal;Pelapor;;;Pengaduan;;Ket\n;;Nama;Alamat;No HP;Uraian;Lokasi;\n1;2;3;4;5;6;7;8\n1;12/06/2026;Siti;Jl. Contoh 1;0811-0000-0001;Lampu padam;Pasar;\n");

        Assert.That(items.Select(Registers.Said), Is.EqualTo(new[] { "3 Ignored heading-row", "4 Complaint" }));
        Assert.That(items[1].Reporter, Is.EqualTo(new Reporter("Siti", "0811-0000-0001", Address: "Jl. Contoh 1")));
        Assert.That((items[1].Complaints[0].Isi, items[1].Complaints[0].Lokasi), Is.EqualTo(("Lampu padam", "Pasar")));
    }

    [Test]
    public void ARowWithACellMoreHasSlippedThoughItsLastCellIsEmpty()
    {
        const string Table = "No;Tanggal;Nama;No HP;Alamat;Uraian;Lokasi;Ket\n";
        const string Slipped = "1;15/10/2026;Yohanes Lerrick;0811-0000-0001;Jl. PM Noor;Aspal mengelupas; padahal baru;Jl. PM Noor;\n";
        const string Whole = "2;16/10/2026;Siti;0811-0000-0002;Jl. Contoh;Lampu padam;Pasar;\n";

        var items = Registers.Translate(Table + Slipped + Whole);

        Assert.That(items.Select(Registers.Said), Is.EqualTo(new[] { "2 Quarantined row-ragged", "3 Complaint" }));
        Assert.That(items[0].Reasons.Single().Detail, Is.EqualTo("9 > 8"));
        var mended = Registers.Mend(Registers.Raw(Table + Slipped + Whole), "2", "isi", "Aspal mengelupas; padahal baru").Complaints.Single();
        Assert.That((mended.Isi, mended.Lokasi), Is.EqualTo(("Aspal mengelupas; padahal baru", "Jl. PM Noor")));
    }

    [TestCase("Nama;Isi;Lokasi;\nSiti;a;Pasar;\nBudi;b;;\n", TestName = "TheHeadingEndsLikeTheRows")]
    [TestCase("Nama;Isi;Lokasi\nSiti;a;Pasar;\nBudi;b;;\nJumlah;2\n", TestName = "AllRowsEndAlike")]
    public void SeparatorsAtTheEndOfEachRowAreTheWayOfSaving(string text) =>
        Assert.That(Registers.Translate(text).Where(item => item.Outcome == Gateway.Contracts.Intake.ItemOutcome.Complaint).Select(item => item.Complaints.Single().Isi), Is.EqualTo(new[] { "a", "b" }));

    [Test]
    public void AFirstComplaintIsNoSecondHeading() =>
        Assert.That(Registers.Translate("No;Nama;Uraian;Status\n1;Pengadu;Laporan;Selesai\n").Select(Registers.Said), Is.EqualTo(new[] { "2 Complaint already-answered" }));

    [Test]
    public void PassesOverWhatBelongsToThePaper()
    {
        var items = Registers.Translate("""
            BUKU REGISTER PENGADUAN MASYARAKAT TAHUN 2026;;;;
            Dinas Contoh;;;;
            No;Tanggal;Nama;Uraian;Ket.
            BULAN JUNI 2026;;;;
            1;12/06/2026;Siti;Lampu padam;
            BUKU REGISTER PENGADUAN MASYARAKAT TAHUN 2026;;;;
            no;tanggal;nama;uraian;ket.
            (1);(2);(3);(4);(5)
            2;13/06/2026;Budi;Jalan rusak;
            3;;;;
            Jumlah;;;2;
            ;;;Samarinda, 30 Juni 2026;
            Mengetahui,;;;Petugas Register;
            Kepala Bidang Angkutan;;;;
            Drs. Contoh Saja;;;Contoh Lagi;
            NIP. 19700101 199001 1 001;;;NIP. 19800101 200001 1 002;
            """);

        Assert.That(items.Select(Registers.Said), Is.EqualTo(new[]
        {
            "4 Ignored heading-row", "5 Complaint", "6 Ignored heading-row", "7 Ignored heading-row", "8 Ignored heading-row", "9 Complaint", "10 Ignored empty-row",
            "11 Ignored sum-row", "12 Ignored footer-row", "13 Ignored footer-row", "14 Ignored footer-row", "15 Ignored footer-row", "16 Ignored footer-row",
        }));
    }

    [Test]
    public void ASignatureInTheMiddleHidesNothingBelowIt() => Assert.That(
        Registers.Translate("Tanggal;Isi;Nama\n12/06/2026;a;b\nMengetahui,;;\n13/06/2026;c;d\n;Lampu mati lagi;\n").Select(Registers.Said),
        Is.EqualTo(new[] { "2 Complaint", "3 Quarantined no-isi", "4 Complaint", "5 Complaint" }));

    [Test]
    public void AComplaintBelowTheSignaturesIsOne() => Assert.That(
        Registers.Translate("Isi;Nama\nMengetahui,;\nKepala dinas tidak pernah di tempat;Budi\n").Select(Registers.Said),
        Is.EqualTo(new[] { "2 Complaint", "3 Complaint" }));

    [Test]
    public void ReadsWhatStandsAboveWhereTheRowSaysSo()
    {
        var items = Registers.Translate("Tanggal;Nama;Bidang;Uraian\n12/06/2026;Siti;SDA;Lampu padam\nsda;idem;SDA;Jalan rusak\n-//-;\"\"\"\";SDA;s.d.a\n");

        Assert.That(items.Select(Registers.Said), Has.All.EndsWith("Complaint"));
        Assert.That(items.Select(item => item.Reporter?.Name), Has.All.EqualTo("Siti"));
        Assert.That(items.Select(item => item.Received?.Day), Has.All.EqualTo(12));
        Assert.That(items.Select(item => item.Complaints[0].Kategori), Has.All.EqualTo("SDA"), "an office, Sumber Daya Air");
        Assert.That(items.Select(item => item.Complaints[0].Isi), Is.EqualTo(new[] { "Lampu padam", "Jalan rusak", "Jalan rusak" }));
    }

    [Test]
    public void TheSameMarksBelowAnotherRowAreAnotherComplaint()
    {
        var june = Registers.Translate("Tanggal;Nama;Uraian\n12/06/2026;Siti;Lampu padam\nsda;sda;Jalan rusak\n");
        var july = Registers.Translate("Tanggal;Nama;Uraian\n12/07/2026;Budi;Lampu padam\nsda;sda;Jalan rusak\n");

        Assert.That(june[1].KeyParts, Is.Not.EqualTo(july[1].KeyParts));
    }

    [Test]
    public void AMarkBelowNothingIsADoubt()
    {
        var items = Registers.Translate("Nama;Uraian\nsda;Lampu padam\nBudi;a;b;c\nidem;Jalan rusak\nx;idem\n");

        Assert.That(items.Select(Registers.Said), Is.EqualTo(new[]
        {
            "2 Complaint same-as-above-unclear", "3 Quarantined row-ragged", "4 Complaint same-as-above-unclear", "5 Complaint",
        }));
        Assert.That(items[2].Reporter, Is.Null);
    }

    [TestCase("Selesai", true)]
    [TestCase("sudah ditindaklanjuti tgl 5 Juni", true)]
    [TestCase("Telah dijawab melalui telepon", true)]
    [TestCase("sdh di tindak lanjuti", true)]
    [TestCase("Sudah selesai, tidak ada kendala", true)]
    [TestCase("√", true)]
    [TestCase("belum selesai", false)]
    [TestCase("proses", false)]
    [TestCase("Dalam proses penyelesaian", false)]
    [TestCase("-", false)]
    [TestCase("", false)]
    [TestCase("akan ditindaklanjuti tgl 5", false)]
    [TestCase("Diteruskan ke bidang sarana", false)]
    [TestCase("sudah diteruskan ke bidang", false)]
    [TestCase("mohon diselesaikan", false)]
    [TestCase("ditindaklanjuti?", false)]
    public void TellsAnAnswerFromWordsThatLookLikeOne(string note, bool isAnswer)
    {
        var item = Registers.Translate($"Nama;Uraian;Status;Ket.\nSiti;Lampu padam;;{note}\n").Single();

        Assert.That(item.Reasons, Is.EqualTo(isAnswer ? new[] { new Reason("already-answered", "Ket.") } : []));
    }

    [Test]
    public void ReadsEveryColumnThatMayTellOfAnAnswer() => Assert.That(
        Registers.Translate("Uraian;Tindak Lanjut;Status;Jawaban\na;Diteruskan;Selesai;\nb;;;Lampu diganti hari Senin lalu\nc;;;Masih kami tunggu suku cadangnya\nd;v;;\n").Select(Registers.Said),
        Is.EqualTo(new[] { "2 Complaint already-answered", "3 Complaint already-answered", "4 Complaint", "5 Complaint" }));

    [Test]
    public void ReadsTheAnswersSheetOfAForm()
    {
        var items = Registers.Translate("""
            Stempel waktu,Nama lengkap Anda,Nomor WhatsApp yang dapat dihubungi,Apa yang ingin Anda laporkan?,Di mana kejadiannya terjadi?,Kapan kejadian itu terjadi?
            12/06/2026 8:05:11,Siti Contoh,81100000001,"Lampu padam,
            sudah seminggu",Pasar Pagi,10/06/2026
            """);

        Assert.That(items.Single().Received, Is.EqualTo(new DateTimeOffset(2026, 6, 12, 8, 5, 11, TimeSpan.FromHours(8))));
        Assert.That(items[0].Reporter, Is.EqualTo(new Reporter("Siti Contoh", "081100000001")));
        Assert.That(items[0].Complaints[0].Isi, Is.EqualTo("Lampu padam,\nsudah seminggu"));
        Assert.That(items[0].Complaints[0].Lokasi, Is.EqualTo("Pasar Pagi"));
        Assert.That(items[0].Complaints[0].TanggalKejadian, Is.EqualTo(new DateOnly(2026, 6, 10)));
    }

    [Test]
    public void ATelephoneNumberOfWhichDigitsAreGoneIsNobodys()
    {
        var item = Registers.Translate("Nama;No HP;NIK;Isi\nSiti;8,11E+10;6.47E+15;a\n").Single();

        Assert.That(item.Reporter, Is.EqualTo(new Reporter("Siti")));
        Assert.That(item.Complaints[0].Derived, Is.EquivalentTo(new Dictionary<string, string> { ["phone"] = "cut-number", ["nik"] = "cut-number" }));
    }

    [TestCase("Apakah identitas Anda boleh ditampilkan?", "Tidak", true)]
    [TestCase("Apakah identitas Anda boleh ditampilkan?", "Ya", false)]
    [TestCase("Apakah identitas Anda boleh ditampilkan?", "terserah", true)]
    [TestCase("Apakah identitas Anda ingin dirahasiakan?", "Ya", true)]
    [TestCase("Apakah identitas Anda ingin dirahasiakan?", "Tidak", false)]
    public void HidesWhomTheFormSaysToHide(string question, string answer, bool isHidden) =>
        Assert.That(Registers.Translate($"Nama;Isi;{question}\nSiti;a;{answer}\n").Single().Complaints[0].Anonim, Is.EqualTo(isHidden));

    [Test]
    public void TheOfficersNumberIsNotTheCitizens() =>
        Assert.That(Registers.Translate("Nama;Isi;No. HP petugas;Unggah foto laporan Anda\nSiti;a;0811-0000-0001;http://x.example\n").Single().Reporter, Is.EqualTo(new Reporter("Siti")));

    [Test]
    public void WhatAnOfficerTypedIsTakenAsItIs()
    {
        var mended = Registers.Mend(Registers.Raw("Nama;Isi;No HP\nSiti;;0811-0000-0001\n"), "2", "isi", "-");

        Assert.That((mended.Complaints.Single().Isi, mended.Reporter?.Name), Is.EqualTo(("-", "Siti")), "so quarantine show learns what else was read");
    }

    [Test]
    public void FourLettersDoNotStandForAPageWithoutEnd()
    {
        var items = Registers.Translate($"Nama;Uraian\nSiti;{new string('x', 100_000)}\n{string.Concat(Enumerable.Repeat("Budi;sda\n", 400))}");

        Assert.That(items, Has.Count.EqualTo(401));
        Assert.That(items.Sum(item => item.Complaints.Sum(complaint => (long)complaint.Isi.Length)), Is.LessThan(34_000_000));
        Assert.That(Registers.Said(items[^1]), Is.EqualTo("402 Quarantined no-isi"));
    }

    [TestCase("Tanpa nama")]
    [TestCase("N.N.")]
    [TestCase("anonim")]
    public void NobodysNameIsNone(string name)
    {
        var item = Registers.Translate($"Nama;Isi;No HP\n{name};a;-\n").Single();

        Assert.That(item.Reporter, Is.Null);
        Assert.That(item.Complaints[0].Anonim);
    }
}
