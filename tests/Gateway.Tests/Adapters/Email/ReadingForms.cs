using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.Email;

/// <summary>Notifications by which websites pass on what a citizen filled in.</summary>
internal sealed class ReadingForms
{
    private const string Site = "Website DLH <wordpress@dlh.example>";

    [Test]
    public void TakesTheComplaintFromItsFieldAndThePersonFromTheOthers()
    {
        var translation = Letters.Translate(Letters.Mail(
            "Nama: Agus Salim\r\nEmail: agus@warga.example\r\nNo. HP: 0811-0000-0201\r\nNIK: 6472000000000001\r\nAlamat: Jl. Rambutan 4\r\nKategori: Kebersihan\r\nLokasi kejadian: TPS Jl. Rambutan\r\nPerihal: Sampah\r\nIsi Pengaduan: Sampah di TPS sudah dua minggu\r\ntidak diangkat.\r\n\r\n-- \r\nEmail ini dikirim dari formulir kontak di DLH Kaltim",
            "DLH \"Form Pengaduan\"", Site, headers: "Reply-To: agus@warga.example\r\n"));

        var complaint = Letters.Only(translation);
        Assert.That(complaint.Isi, Is.EqualTo("Sampah di TPS sudah dua minggu\ntidak diangkat."));
        Assert.That((complaint.Judul, complaint.Lokasi, complaint.Kategori), Is.EqualTo(("Sampah", "TPS Jl. Rambutan", "Kebersihan")));
        Assert.That(translation.Reporter, Is.EqualTo(new Reporter("Agus Salim", "0811-0000-0201", "agus@warga.example", "6472000000000001", "Jl. Rambutan 4")));
        Assert.That(translation.Reasons, Is.Empty);
    }

    [Test]
    public void ReadsLabelsThatStandAboveTheirAnswers()
    {
        var translation = Letters.Translate(Letters.Mail("Jawaban baru untuk Formulir Pengaduan\r\n\r\nNama Lengkap\r\nHasan Basri\r\n\r\nNomor WhatsApp\r\n0811-0000-0202\r\n\r\nIsi Laporan\r\nJalan putus karena longsor.\r\nMobil tidak bisa lewat.\r\n\r\nBuat Google Formulir sendiri", "Formulir", "forms-receipts-noreply@google.example"));
        Assert.That(Letters.Only(translation).Isi, Is.EqualTo("Jalan putus karena longsor.\nMobil tidak bisa lewat."));
        Assert.That(translation.Reporter, Is.EqualTo(new Reporter("Hasan Basri", "0811-0000-0202")));
        Assert.That(Letters.Only(translation).Judul, Is.Null);
    }

    [Test]
    public void ReadsATableOfAnswers()
    {
        var translation = Letters.Translate(Letters.Mail("<table><tr><td>Nama</td><td>Wulan</td></tr><tr><td>E-mail</td><td>wulan@warga.example</td></tr><tr><td>Pesan</td><td>Kursi roda tidak ada.</td></tr></table><p>You can edit this submission</p>", "New submission", "noreply@jotform.example", type: "text/html"));
        Assert.That(Letters.Only(translation).Isi, Is.EqualTo("Kursi roda tidak ada."));
        Assert.That(translation.Reporter, Is.EqualTo(new Reporter("Wulan", Email: "wulan@warga.example")));
    }

    [Test]
    public void TakesTheReporterFromReplyToWhenTheFormNamesNone()
    {
        var translation = Letters.Translate(Letters.Mail("Telepon: 0811-0000-0203\r\nPesan: Halte bocor.", "Kontak", Site, headers: "Reply-To: Tini <tini@warga.example>\r\n"));
        Assert.That(translation.Reporter, Is.EqualTo(new Reporter("Tini", "0811-0000-0203", "tini@warga.example")));
    }

    [Test]
    public void KeepsAnswersUnderLabelsItDoesNotKnow()
    {
        var isi = Letters.Only(Letters.Translate(Letters.Mail("Nama: Tini\r\nEmail: tini@warga.example\r\nPesan: Halte bocor.\r\nKecamatan: Samarinda Ulu\r\nIP Address: 192.0.2.1", "Kontak", Site))).Isi;
        Assert.That(isi, Is.EqualTo("Halte bocor.\n\nKecamatan: Samarinda Ulu"));
    }

    [Test]
    public void LosesNoLineBelowAFieldOfOneLine()
    {
        var isi = Letters.Only(Letters.Translate(Letters.Mail("Nama: Tini\r\nPesan: Halte bocor.\r\nEmail: tini@warga.example\r\nKemarin anak saya terpeleset.", "Kontak", Site))).Isi;
        Assert.That(isi, Is.EqualTo("Halte bocor.\nKemarin anak saya terpeleset."));
    }

    [Test]
    public void HoldsAFormWhoseFieldWasLeftEmpty()
    {
        var translation = Letters.Translate(Letters.Mail("Nama: Budi\r\nEmail: budi@warga.example\r\nPesan:", "Kontak", Site));
        Assert.That(Letters.Codes(translation), Is.EqualTo(new[] { "no-text" }));
    }

    [Test]
    public void ReadsAFormThoughItsMailSaysAMachineSentIt() =>
        Assert.That(Letters.Translate(Letters.Mail("Nama: Budi\r\nPesan: Jalan rusak.", "Kontak", Site, headers: "Auto-Submitted: auto-generated\r\nPrecedence: bulk\r\n")).Outcome, Is.EqualTo(ItemOutcome.Complaint));

    [Test]
    public void LeavesALetterWhole()
    {
        const string Letter = "Nama: Budi Santoso\r\nAlamat: Jl. Kartini 3\r\nNIK: 6472000000000002\r\n\r\nIsi laporan:\r\nLampu jalan mati.";
        var translation = Letters.Translate(Letters.Mail(Letter));
        Assert.That(Letters.Only(translation).Isi, Is.EqualTo(Letter.ReplaceLineEndings("\n")));
        Assert.That(translation.Reporter, Is.EqualTo(new Reporter("Budi Santoso", null, "budi@warga.example", "6472000000000002", "Jl. Kartini 3")));
    }
}
