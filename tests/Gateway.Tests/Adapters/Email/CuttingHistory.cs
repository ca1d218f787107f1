using Gateway.Adapters.Email.Reading;

namespace Gateway.Tests.Adapters.Email;

internal sealed class CuttingHistory
{
    private const string Own = "Lampu masih mati juga, mohon kepastian.";

    [TestCase("Pada Sab, 15 Jun 2024 pukul 14.59 Dishub <a@b.example>\nmenulis:\n\n> Terima kasih.\n>> Lampu mati.")]
    [TestCase("Pada tanggal Sen, 3 Des 2018 10.41 Dishub <a@b.example> menulis:\nTerima kasih.")]
    [TestCase("On Sat, Jun 15, 2024 at 2:59 PM Dishub Kaltim\n<a@b.example>\nwrote:\n> Thank you.")]
    [TestCase("-- Pesan Asli --\nDari: Dishub\nTerima kasih.")]
    [TestCase("-----Original Message-----\nFrom: Dishub\nThank you.")]
    [TestCase("Dari: Dishub <a@b.example>\nTerkirim: Senin, 3 Juni 2024 10:41\nKepada: Budi\nPerihal: Lampu\n\nTerima kasih.")]
    [TestCase("________________________________\nDari: Dishub <a@b.example>\nDikirim: Senin\nKepada: Budi\n\nTerima kasih.")]
    [TestCase("*From:* Dishub\n*Sent:* Monday\n*To:* Budi\n*Subject:* Lampu\n\nThank you.")]
    [TestCase("Dikirim dari iPhone saya")]
    [TestCase("Dikirim dari Yahoo Mail di Android\n\nPada Sen, 3 Jun 2024 pukul 10.41, Dishub\n<a@b.example> menulis:\n> Terima kasih.")]
    [TestCase("-- \nBudi Santoso\nKepala Gudang")]
    [TestCase("> Terima kasih.\n> Sudah kami catat.")]
    [TestCase("2026-06-03 10:41 GMT+08:00 Dishub <a@b.example>:\n> Terima kasih.")]
    [TestCase("Dishub Kaltim <a@b.example> menulis:\n> Terima kasih.")]
    [TestCase("Tanggal 3 Juni 2026 pukul 10.41, Dishub <a@b.example> menulis:\n\nTerima kasih.")]
    public void CutsWhatTheWriterDidNotWriteNow(string rest) =>
        Assert.That(QuotedHistory.Cut((Own + "\n\n" + rest).Split('\n'), isReply: true), Is.EqualTo(Own));

    [Test]
    public void KeepsAnAnswerThatStandsBelowTheQuote() =>
        Assert.That(
            QuotedHistory.Cut("Pada Sen, 3 Jun 2024 pukul 10.41 Dishub <a@b.example> menulis:\n> Apakah sudah menyala?\n\nBelum menyala.".Split('\n'), isReply: true),
            Is.EqualTo("Belum menyala."));

    [TestCase("Yth. Kepala Dinas\nDari: Budi, warga RT 12\nPerihal: lampu mati\n\nLampu mati di Jl. Kartini.")]
    [TestCase("Pada hari Senin 8 Juni 2026 saya ditilang, lalu petugas menulis: tidak ada SIM.")]
    [TestCase("Lampu mati\n> 3 bulan tidak diperbaiki\ndi depan sekolah.")]
    [TestCase("Debu dikirim dari gudang semen ke rumah kami setiap malam.\nDikirim dari gudang itu lewat truk terbuka.")]
    [TestCase("Dari: terminal lama sampai pasar\njalan berlubang semua.")]
    public void KeepsWordsThatOnlyLookLikeHistory(string text) =>
        Assert.That(QuotedHistory.Cut(text.Split('\n'), isReply: false), Is.EqualTo(text));

    [Test]
    public void KeepsTheOriginalWhenCuttingLeavesNothing()
    {
        var translation = Letters.Translate(Letters.Mail("> Lampu mati.\r\n> Mohon diperbaiki.", subject: "Re: Lampu", headers: "In-Reply-To: <x@y>\r\n"));
        Assert.That(Letters.Only(translation).Isi, Is.EqualTo("> Lampu mati.\n> Mohon diperbaiki."));
        Assert.That(Letters.Codes(translation), Is.EqualTo(new[] { "reply-in-thread" }));
    }

    [TestCase("---------- Forwarded message ---------\r\nFrom: Hendra <hendra@warga.example>\r\nDate: Wed, 24 Jun 2026\r\n\r\nAir sungai hitam.", "Limbah")]
    [TestCase("---------- Pesan terusan ---------\r\nDari: Hendra <hendra@warga.example>\r\nTanggal: Rab, 24 Jun 2026\r\n\r\nAir sungai hitam.", "Limbah")]
    [TestCase("Dari: Hendra <hendra@warga.example>\r\nTerkirim: Rabu\r\nKepada: Dewi\r\n\r\nAir sungai hitam.", "Fwd: Limbah")]
    [TestCase("Begin forwarded message:\r\n\r\nFrom: Hendra <hendra@warga.example>\r\n\r\nAir sungai hitam.", "Limbah")]
    public void KeepsAForwardedMailWhole(string body, string subject)
    {
        var translation = Letters.Translate(Letters.Mail("Mohon ditindaklanjuti.\r\n\r\n" + body, subject));
        Assert.That(Letters.Only(translation).Isi, Does.StartWith("Mohon ditindaklanjuti.").And.EndWith("Air sungai hitam."));
        Assert.That(Letters.Codes(translation), Is.EqualTo(new[] { "forwarded-mail" }));
    }

    [Test]
    public void NamesTheCitizenOfAForwardedMailNotTheOfficer()
    {
        var mail = Letters.Mail("---------- Pesan terusan ---------\r\nDari: Hendra <hendra@warga.example>\r\n\r\nAir sungai hitam.", "Fwd: Limbah", "Dewi <dewi@dlh.example>");
        Assert.That(Letters.Translate(mail).Reporter!.Email, Is.EqualTo("hendra@warga.example"));
    }

    [Test]
    public void NamesTheCitizenOfAForwardWithoutAMarker()
    {
        var mail = Letters.Mail("Mohon dicek.\r\n\r\nTerima kasih\r\nDewi\r\nStaf\r\nBidang\r\nDLH\r\n\r\nDari: Hendra <hendra@warga.example>\r\nTerkirim: Rabu\r\n\r\nAir hitam.", "FW: Limbah", "Dewi <dewi@dlh.example>");
        Assert.That(Letters.Translate(mail).Reporter!.Email, Is.EqualTo("hendra@warga.example"));
    }

    [TestCase("-----Original Message-----\r\nFrom: Rosita [mailto:rosita@warga.example]\r\nSent: Wednesday\r\n\r\nAir hitam.", "rosita@warga.example", "Rosita")]
    [TestCase("---------- Pesan terusan ---------\r\nDari: Bidang <bidang@dlh.example>\r\nKepada: Dewi\r\n\r\nTolong.\r\n\r\n---------- Pesan terusan ---------\r\nDari: Hendra <hendra@warga.example>\r\nKepada: Bidang\r\n\r\nAir hitam.", "hendra@warga.example", "Hendra")]
    [TestCase("Dari: Hendra Gunawan\r\nTerkirim: Rabu\r\nKepada: Dewi\r\n\r\nAir hitam.", null, "Hendra Gunawan")]
    public void FindsTheCitizenInEveryFormOfForward(string body, string? email, string name)
    {
        var reporter = Letters.Translate(Letters.Mail("Mohon dicek.\r\n\r\n" + body, "FW: Limbah", "Dewi <dewi@dlh.example>")).Reporter!;
        Assert.That((reporter.Name, reporter.Email), Is.EqualTo((name, email)));
    }

    [Test]
    public void SaysThatAForwardNamesNobody() =>
        Assert.That(Letters.Codes(Letters.Translate(Letters.Mail("Air sungai hitam, mohon dicek.", "Fwd: Limbah"))), Is.EqualTo(new[] { "forwarded-mail", "forward-names-nobody" }));

    [TestCase("<div class='gmail_quote'>Kata lama</div>")]
    [TestCase("<div class='yahoo_quoted'><p>Kata</p><p>lama</p></div>")]
    [TestCase("<div id='divRplyFwdMsg'>Von: Dishub</div>")]
    [TestCase("<blockquote type='cite'>Kata lama</blockquote>")]
    [TestCase("<div class='gmail_signature'>Budi<br>Kepala Gudang</div>")]
    public void CutsByTheStructureOfHtml(string rest) =>
        Assert.That(Letters.Only(Letters.Translate(Letters.Mail("<div>Belum menyala.</div>" + rest, "Re: Lampu", type: "text/html"))).Isi, Is.EqualTo("Belum menyala."));

    [Test]
    public void KeepsAForwardThatGmailWrapsAsAQuote()
    {
        const string Html = "<div>Mohon dicek.</div><div class='gmail_quote'><div>---------- Forwarded message ---------<br>Dari: <b>Hendra</b> &lt;hendra@warga.example&gt;<br>Date: Rab<br></div><div>Air hitam.</div></div>";
        var translation = Letters.Translate(Letters.Mail(Html, "Fwd: Limbah", type: "text/html"));
        Assert.That(Letters.Only(translation).Isi, Does.EndWith("\nAir hitam."));
        Assert.That(translation.Reporter!.Email, Is.EqualTo("hendra@warga.example"));
    }

    [Test]
    public void CutsAForwardThatIsOnlyPartOfTheHistory()
    {
        var body = Own + "\r\n\r\nPada Sen, 3 Jun 2024 pukul 10.41 Dishub <a@b.example> menulis:\r\nDiteruskan.\r\n---------- Pesan terusan ---------\r\nDari: X <x@y.example>\r\nrahasia orang lain";
        Assert.That(Letters.Only(Letters.Translate(Letters.Mail(body, "Re: Lampu"))).Isi, Is.EqualTo(Own));
    }

    [Test]
    public void CutsQuotesOfHtmlMailsToo()
    {
        const string Html = "<div>Belum menyala.</div><div class='gmail_quote'><div>Pada Sen, 3 Jun 2024 pukul 10.41 Dishub &lt;<a href='mailto:a@b.example'>a@b.example</a>&gt; menulis:<br></div><blockquote><p>Sudah?</p><blockquote>Lama</blockquote></blockquote></div>";
        Assert.That(Letters.Only(Letters.Translate(Letters.Mail(Html, "Re: Lampu", type: "text/html"))).Isi, Is.EqualTo("Belum menyala."));
    }
}
