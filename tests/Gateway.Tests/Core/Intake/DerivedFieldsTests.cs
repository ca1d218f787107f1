using CsCheck;
using Gateway.Contracts;
using Gateway.Core.Intake;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Intake;

/// <summary>What a citizen never writes is filled in and marked so; what was written stays.</summary>
internal sealed class DerivedFieldsTests
{
    [Test]
    public void NeverChangesWhatTheWriterGave()
    {
        var given = Complaint("Mohon informasi trayek tanggal 3 Mei 2026.") with
        {
            Judul = "Trayek",
            Klasifikasi = Klasifikasi.Aspirasi,
            TanggalKejadian = new DateOnly(2026, 4, 1),
        };

        var complete = DerivedFields.Complete(given);

        Assert.That(complete, Is.EqualTo(given with { Derived = complete.Derived }));
        Assert.That(complete.Derived, Is.Empty);
    }

    [TestCase("Lampu jalan mati. Mohon diperbaiki.", "Lampu jalan mati")]
    [TestCase("Selamat pagi,\nlampu jalan mati", "lampu jalan mati")]
    [TestCase("Yth. Dinas Perhubungan\nLampu di Jl. Kartini mati!", "Lampu di Jl. Kartini mati")]
    [TestCase("Kapan bus datang? Sudah dua jam.", "Kapan bus datang")]
    [TestCase("Halo", "Halo")]
    [TestCase("Halo\nPermisi", "Halo")]
    [TestCase("\n\n  Banjir di simpang empat  \n", "Banjir di simpang empat")]
    public void TakesTheFirstSentenceForATitle(string isi, string judul)
    {
        var complete = DerivedFields.Complete(Complaint(isi));

        Assert.That(complete.Judul, Is.EqualTo(judul));
        Assert.That(complete.Derived["judul"], Is.EqualTo(judul));
    }

    [Test]
    public void CutsALongTitleAtAWord()
    {
        var judul = DerivedFields.Complete(Complaint(string.Join(' ', Enumerable.Repeat("jalan", 40)))).Judul!;

        Assert.That(judul, Has.Length.LessThanOrEqualTo(DerivedFields.TitleLength));
        Assert.That(judul, Does.EndWith("jalan…"));
    }

    [Test]
    public void ATitleIsOneWholeLineOfTheText() =>
        Gen.OneOf<string>(Gen.String, Gen.OneOf("😢", "Halo\n", "Jl. ", "a", " ", "0811 0000 ").Array[1, 80].Select(string.Concat)).Where(isi => !string.IsNullOrWhiteSpace(isi)).Sample(isi =>
        {
            var judul = DerivedFields.Complete(Complaint(isi)).Judul!;
            return judul.Length is > 0 and <= DerivedFields.TitleLength && !judul.Contains('\n') && (WholeCharacters(judul) || !WholeCharacters(isi));
        });

    [TestCase("Mohon informasi jadwal bus", Klasifikasi.PermintaanInformasi, "Mohon informasi")]
    [TestCase("Apa saja syarat uji KIR?", Klasifikasi.PermintaanInformasi, "Apa saja syarat")]
    [TestCase("Saya mengusulkan halte baru", Klasifikasi.Aspirasi, "mengusulkan")]
    [TestCase("Lampu jalan mati", Klasifikasi.Pengaduan, "default")]
    public void TellsTheKindByItsWords(string isi, Klasifikasi kind, string words)
    {
        var complete = DerivedFields.Complete(Complaint(isi));

        Assert.That((complete.Klasifikasi, complete.Derived["klasifikasi"]), Is.EqualTo((kind, words)));
    }

    [TestCase("Tanggal 3 Mei 2026 lampu mati", "2026-05-03", "3 Mei 2026")]
    [TestCase("kejadian 03/05/2026 malam", "2026-05-03", "03/05/2026")]
    [TestCase("kejadian 3-5-2026", "2026-05-03", "3-5-2026")]
    [TestCase("tanggal 31 Februari 2026, bukan 2 Mei 2026", "2026-05-02", "2 Mei 2026")]
    public void TakesTheDayFromTheText(string isi, string day, string words)
    {
        var complete = DerivedFields.Complete(Complaint(isi));

        Assert.That((complete.TanggalKejadian, complete.Derived["tanggalKejadian"]), Is.EqualTo((DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), words)));
    }

    [TestCase("Rapat warga tanggal 20 Mei 2026 tidak membantu")]
    [TestCase("SIM saya berlaku sampai 17/08/2031")]
    public void ADayThatHasNotComeYetIsNoDayOfAnIncident(string isi)
    {
        var complete = DerivedFields.Complete(Complaint(isi));

        Assert.That((complete.TanggalKejadian, complete.Derived["tanggalKejadian"]), Is.EqualTo((new DateOnly(2026, 5, 11), "written")));
    }

    [Test]
    public void FallsBackToTheDayOfWritingThenOfReceivingThenOfSeeing()
    {
        // 23:30 UTC on the 10th is the 11th in Samarinda.
        var late = new DateTimeOffset(2026, 5, 10, 23, 30, 0, TimeSpan.Zero);
        var bare = Complaint("Lampu mati") with { Written = null, Received = null, Seen = null };

        Assert.That(Day(bare with { Written = late, Received = Some.After(5000) }), Is.EqualTo("2026-05-11 written"));
        Assert.That(Day(bare with { Received = late, Seen = Some.After(5000) }), Is.EqualTo("2026-05-11 received"));
        Assert.That(Day(bare with { Seen = late }), Is.EqualTo("2026-05-11 seen"));
        Assert.That(DerivedFields.Complete(bare).TanggalKejadian, Is.Null);
    }

    private static string Day(Complaint complaint)
    {
        var complete = DerivedFields.Complete(complaint);
        return $"{complete.TanggalKejadian:yyyy-MM-dd} {complete.Derived["tanggalKejadian"]}";
    }

    private static bool WholeCharacters(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)) == text;

    private static Complaint Complaint(string isi) => new() { Isi = isi, Written = Some.Noon, Source = new Provenance("surat.eml", "1") };
}
