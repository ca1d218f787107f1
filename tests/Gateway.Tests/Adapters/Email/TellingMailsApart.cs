using System.Globalization;
using System.Text;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.Email;

internal sealed class TellingMailsApart
{
    [TestCase("Auto-Submitted: auto-replied\r\n", "Lampu")]
    [TestCase("X-Autoreply: yes\r\n", "Lampu")]
    [TestCase("Precedence: auto_reply\r\n", "Lampu")]
    [TestCase("", "Balasan otomatis: Tanggapan pengaduan")]
    [TestCase("", "Automatic reply: Lampu")]
    [TestCase("", "Out of Office")]
    public void IgnoresAutoReplies(string headers, string subject) => IsIgnored(Letters.Mail("Saya tidak di tempat.", subject, headers: headers), "auto-reply");

    [Test]
    public void IgnoresAnAbsenceNoteWrittenInFreeWords() =>
        IsIgnored(Letters.Mail("Saya sedang cuti dan akan kembali ke kantor pada 6 Juli.", "Sedang cuti sampai 5 Juli"), "auto-reply");

    [TestCase("Petugas loket sedang cuti terus, layanan tutup", "Sudah tiga hari loket KIR tutup karena petugas cuti.")]
    [TestCase("Balasan otomatis tidak menjawab pengaduan", "Setiap kali saya lapor hanya dijawab mesin.")]
    [TestCase("Tidak ada petugas di kantor samsat", "Kantor kosong pukul sepuluh.")]
    public void KeepsComplaintsAboutAbsentOfficers(string subject, string body) =>
        Assert.That(Letters.Translate(Letters.Mail(body, subject)).Outcome, Is.EqualTo(ItemOutcome.Complaint));

    [Test]
    public void TreatsAutoSubmittedNoAsAPerson() =>
        Assert.That(Letters.Translate(Letters.Mail(headers: "Auto-Submitted: no\r\n")).Outcome, Is.EqualTo(ItemOutcome.Complaint));

    [Test]
    public void IgnoresBouncesAndReceipts()
    {
        IsIgnored(Letters.Mail("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--", type: "multipart/report; report-type=delivery-status; boundary=b"), "bounce");
        IsIgnored(Letters.Mail("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--", type: "multipart/report; report-type=disposition-notification; boundary=b"), "read-receipt");
        IsIgnored(Letters.Mail(from: "Mail Delivery System <MAILER-DAEMON@mx.example>"), "bounce");
        IsIgnored(Letters.Mail(subject: "Delivery Status Notification (Failure)", headers: "Return-Path: <>\r\n"), "bounce");
    }

    [TestCase("List-Id: <buletin.media.example>\r\n")]
    [TestCase("Precedence: bulk\r\n")]
    [TestCase("Precedence: list\r\n")]
    [TestCase("List-Unsubscribe: <https://media.example>\r\n")]
    public void IgnoresListMail(string headers) => IsIgnored(Letters.Mail(headers: headers), "list-mail");

    [TestCase("Bandar togel", "Di Gang Mawar RT 5 Sungai Pinang ada bandar togel, tiap malam buka sampai subuh, polisi diam saja.")]
    [TestCase("Permohonan data penerima bansos", "Dengan ini saya mengajukan permohonan data penerima bansos 2025 Kelurahan Sempaja. Mohon dikirim ke saya.")]
    public void HoldsWhatACitizenMayMean(string subject, string body) =>
        Assert.That(Letters.Translate(Letters.Mail(body, subject)).Outcome, Is.EqualTo(ItemOutcome.Complaint));

    [Test]
    public void ReadsMailOfTheAgencysOwnGroup()
    {
        var channel = Letters.Channel with { Settings = new() { ["lists"] = new System.Text.Json.Nodes.JsonArray("pengaduan.dishub.example") } };
        var mail = Encoding.UTF8.GetBytes(Letters.Mail(headers: "List-Id: Pengaduan <pengaduan.dishub.example>\r\nPrecedence: list\r\n"));
        Assert.That(Letters.Translate(mail, channel: channel).Outcome, Is.EqualTo(ItemOutcome.Complaint));
    }

    [TestCase("Terima kasih banyak atas bantuannya, Pak.\r\n\r\nSalam,\r\nBudi Santoso")]
    [TestCase("Makasih min, mantap")]
    [TestCase("Thank you pak, semoga sehat selalu.\r\n\r\nPada Sen, 3 Jun 2024 pukul 10.41 Dishub <a@b.example> menulis:\r\n> Lampu sudah kami perbaiki.")]
    public void IgnoresThanksAndNothingElse(string body) => IsIgnored(Letters.Mail(body, "Re: Lampu"), "thanks-only");

    [TestCase("Terima kasih, tetapi lampunya belum menyala.")]
    [TestCase("Terima kasih. Jalan Kartini gelap.")]
    [TestCase("Mohon lampu diperbaiki. Terima kasih.")]
    public void KeepsThanksThatSaysMore(string body) =>
        Assert.That(Letters.Translate(Letters.Mail(body, "Re: Lampu")).Outcome, Is.EqualTo(ItemOutcome.Complaint));

    [Test]
    public void KeepsAComplaintThatStandsInTheSubjectAbovePoliteWords() =>
        Assert.That(Letters.Translate(Letters.Mail("Terima kasih.", "Lampu mati di Jl. Kartini")).Outcome, Is.EqualTo(ItemOutcome.Complaint));

    [Test]
    public void IgnoresOurOwnMessageComingBackWithNothingAdded() =>
        IsIgnored(Letters.Mail("> Laporan Anda kami terima.\r\n> No. pelacakan: G7K2-M9QX-4TDA-B3", "Re: Lampu"), "own-message");

    [TestCase("Undangan Rapat Koordinasi", "Mengharap kehadiran Saudara pada rapat.")]
    [TestCase("Penawaran alat ukur", "Kami menawarkan produk dengan harga khusus.")]
    [TestCase("Lamaran pekerjaan", "Dengan ini saya melamar posisi sopir, CV terlampir.")]
    [TestCase("Surat Edaran jam kerja", "Terlampir.")]
    public void IgnoresOrdinaryOfficeMail(string subject, string body) => IsIgnored(Letters.Mail(body, subject), "office-mail");

    [TestCase("Kegiatan", "Nomor : 005/1\r\nSifat : Biasa\r\nLampiran : -\r\nHal : Permintaan nama peserta")]
    [TestCase("Undangan rapat warga", "Mengharap kehadiran dinas, karena jembatan kami sudah putus sejak Mei.")]
    [TestCase("Laporan warga", "Nomor : 7/RT\r\nLampiran : -\r\nPerihal : Jalan rusak\r\n\r\nJalan di RT 7 rusak parah.")]
    public void HoldsWhatMayBeOfficeMailAndNeverDropsIt(string subject, string body)
    {
        var translation = Letters.Translate(Letters.Mail(body, subject));
        Assert.That(translation.Outcome, Is.EqualTo(ItemOutcome.Complaint));
        Assert.That(Letters.Codes(translation), Does.Contain("maybe-office-mail"));
    }

    [Test]
    public void IgnoresAdvertisingButHoldsWhatAFilterAloneAccuses()
    {
        IsIgnored(Letters.Mail("Daftar situs slot gacor maxwin, deposit pulsa.", "Bonus new member"), "spam");
        var complaint = Letters.Translate(Letters.Mail(headers: "X-Spam-Flag: YES\r\n"));
        Assert.That(Letters.Codes(complaint), Is.EqualTo(new[] { "maybe-spam" }));
        Assert.That(Letters.Translate(Letters.Mail("Anak saya korban pinjaman online, kami diteror tiap hari.", "Pinjol")).Reasons, Is.Empty);
    }

    [Test]
    public void HoldsWhatSaysNothingAndIgnoresABareGreeting()
    {
        Assert.That(Letters.Codes(Letters.Translate(Letters.Mail("Jadi ketemu besok jam 9 ya.", "besok"))), Is.EqualTo(new[] { "maybe-no-complaint" }));
        IsIgnored(Letters.Mail("Halo Pak, selamat pagi, apa kabar?", "Halo"), "greeting");
    }

    [Test]
    public void HoldsAMachinesMailThatIsNoForm() =>
        Assert.That(Letters.Codes(Letters.Translate(Letters.Mail("Pompa air nomor 4 berhenti.", from: "noreply@sensor.example"))), Is.EqualTo(new[] { "maybe-machine-mail" }));

    [Test]
    public void HoldsAnAttachedExportEvenUnderOfficeWords()
    {
        const string Chat = "Content-Type: text/plain; name=\"Chat WhatsApp dengan RT 9.txt\"\r\n\r\n26/05/26 23.18 - +62 811-0000-0003: lampu mati\r\n";
        var translation = Letters.Translate(Letters.Parts("Content-Type: text/plain\r\n\r\nRekap terlampir, paling lambat Jumat.", Chat));
        Assert.That(Letters.Codes(translation), Does.Contain("attached-export"));
        Assert.That(Letters.Only(translation).Lampiran, Has.Count.EqualTo(1));
    }

    [TestCase("Mohon identitas saya\r\ndirahasiakan.")]
    [TestCase("Tolong rahasiakan nama saya ya.")]
    [TestCase("Saya tidak ingin nama saya disebutkan, data diri jangan disebarkan.")]
    [TestCase("Saya melapor secara anonim.")]
    public void ProposesSecrecyWhenTheWriterAsksForIt(string words)
    {
        var translation = Letters.Translate(Letters.Mail(Letters.Complaint + "\r\n" + words));
        var complaint = Letters.Only(translation);
        Assert.That(complaint.Rahasia, Is.True);
        Assert.That(complaint.Anonim, Is.True);
        Assert.That(complaint.Derived["rahasia"], Is.EqualTo("identity-secret-asked"));
        Assert.That(Letters.Codes(translation), Is.EqualTo(new[] { "identity-secret-asked" }));
    }

    [Test]
    public void HoldsAComplaintWithoutASender()
    {
        var translation = Letters.Translate(Letters.Mail().Replace("From: Budi Santoso <budi@warga.example>\r\n", "", StringComparison.Ordinal));
        Assert.That(Letters.Codes(translation), Is.EqualTo(new[] { "no-sender" }));
        Assert.That(translation.Reporter, Is.Null);
    }

    [Test]
    public void HoldsAReplyInAThread() =>
        Assert.That(Letters.Codes(Letters.Translate(Letters.Mail(headers: "In-Reply-To: <x@y.example>\r\n"))), Is.EqualTo(new[] { "reply-in-thread" }));

    [Test]
    public void QuarantinesAMailThatHoldsNothing() => IsQuarantined(Encoding.UTF8.GetBytes(Letters.Mail(" \r\n\r\n")), "empty");

    [TestCase("")]
    [TestCase("ini catatan, bukan surel")]
    [TestCase("PK\u0003\u0004\u0014\u0000\u0006\u0000")]
    public void QuarantinesBytesThatAreNoMail(string text) => IsQuarantined(Encoding.Latin1.GetBytes(text), "unreadable");

    [Test]
    public void QuarantinesAMailNestedWithoutEnd()
    {
        var nested = new StringBuilder(Letters.Mail("", type: "multipart/mixed; boundary=b0"));
        for (var depth = 0; depth < 400; depth++) nested.Append(CultureInfo.InvariantCulture, $"--b{depth}\r\nContent-Type: multipart/mixed; boundary=b{depth + 1}\r\n\r\n");
        IsQuarantined(Encoding.UTF8.GetBytes(nested.ToString()), "nested-too-deep");
    }

    [Test]
    public void QuarantinesAMailOfCountlessParts() =>
        IsQuarantined(Encoding.UTF8.GetBytes(Letters.Mail(string.Concat(Enumerable.Repeat("--b\r\n\r\n", 30_000)), type: "multipart/mixed; boundary=b")), "too-many-parts");

    [TestCase("Subject: a\r\n{0}", " \r\n", TestName = "QuarantinesAMailWhoseSubjectHasLinesWithoutEnd")]
    [TestCase("{0}", "X: a\r\n", TestName = "QuarantinesAMailOfCountlessFields")]
    [TestCase("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain;{0}", "\r\n ", TestName = "QuarantinesAPartWhoseHeaderHasNoEnd")]
    [TestCase("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: Message/RFC822\r\n\r\nSubject: a{0}", "\r\n ", TestName = "QuarantinesAMailInAMailWhoseHeaderHasNoEnd")]
    [TestCase("Content-Type: multipart/digest; boundary=b\r\n\r\n--b\r\n\r\nSubject: a{0}", "\r\n ", TestName = "QuarantinesAMailInADigestWhoseHeaderHasNoEnd")]
    [TestCase("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type:                                                                                                                                                                message/rfc822\r\n\r\nSubject: a{0}", "\r\n ", TestName = "QuarantinesAMailInAMailThatIsNamedFarBehind")]
    [TestCase("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\nContent-Transfer-Encoding: 7bit\r\n\r\nSubject: a{0}", "\r\n ", TestName = "QuarantinesAMailInAMailThatIsAndIsNotEncoded")]
    public void QuarantinesHeadersWithoutEnd(string mail, string line) =>
        IsQuarantined(Encoding.UTF8.GetBytes("From: budi@warga.example\r\n" + string.Format(CultureInfo.InvariantCulture, mail, string.Concat(Enumerable.Repeat(line, 400_000))) + "\r\n\r\nLampu mati"), "header-too-long");

    [TestCase("Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n", "TGFtcHUgamFsYW4gbWF0aS4gTGFtcHUgamFsYW4gbWF0aS4gTGFtcHUgamFsYW4=\r\n")]
    [TestCase("Content-Type: text/csv; name=data.csv\r\n", "1;Lampu jalan mati\r\n", "----\r\n")]
    [TestCase("Content-Type: text/plain; name=catatan.txt\r\n", "--\r\n")]
    public void ReadsAMailWithALongPart(string head, string line, string first = "")
    {
        var parts = $"--b\r\nContent-Type: text/plain\r\n\r\nLampu jalan di Jl. Cendana mati.\r\n--b\r\n{head}\r\n{first}{string.Concat(Enumerable.Repeat(line, 40_000))}\r\n--b--\r\n";

        Assert.That(Letters.Codes(Letters.Translate(Letters.Mail(parts, type: "multipart/mixed; boundary=b"))), Has.No.Member("header-too-long").And.No.Member("too-many-parts"));
    }

    [Test]
    public void ReadsAMailToThousandsAndOneOfManyIndentedLines()
    {
        var others = string.Join(",\r\n ", Enumerable.Range(0, 2_000).Select(n => $"Warga {n} <warga{n}@warga.example>"));
        var indented = string.Concat(Enumerable.Repeat("    Lampu jalan mati.\r\n", 100_000));

        Assert.That(Letters.Translate(Letters.Mail(Letters.Complaint + new string(' ', 60_000), headers: $"Cc: {others}\r\n")).Outcome, Is.EqualTo(ItemOutcome.Complaint));
        Assert.That(Letters.Translate(Letters.Mail(indented)).Outcome, Is.EqualTo(ItemOutcome.Complaint));
    }

    [Test]
    public void SurvivesHtmlNestedWithoutEnd()
    {
        var html = string.Concat(Enumerable.Repeat("<div><b><blockquote>", 6_000)) + Letters.Complaint;
        Assert.That(Letters.Only(Letters.Translate(Letters.Mail(html, type: "text/html"))).Isi, Does.Contain("Lampu jalan"));
    }

    private static void IsIgnored(string mail, string code)
    {
        var translation = Letters.Translate(mail);
        Assert.That(translation.Outcome, Is.EqualTo(ItemOutcome.Ignored));
        Assert.That(Letters.Codes(translation), Is.EqualTo(new[] { code }));
        Assert.That(translation.Complaints, Is.Empty);
    }

    private static void IsQuarantined(byte[] mail, string code)
    {
        var translation = Letters.Translate(mail);
        Assert.That(translation.Outcome, Is.EqualTo(ItemOutcome.Quarantined));
        Assert.That(Letters.Codes(translation), Is.EqualTo(new[] { code }));
        Assert.That(translation.KeyParts, Has.Count.EqualTo(3));
    }
}
