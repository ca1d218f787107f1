using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.Email;

internal sealed class TranslatingComplaints
{
    private static readonly DateTimeOffset Received = new(2026, 6, 15, 20, 0, 0, TimeSpan.FromHours(8));

    [Test]
    public void TakesSubjectTextSenderAndBothTimes()
    {
        var translation = Letters.Translate(Letters.Mail(), Received);

        var complaint = Letters.Only(translation);
        Assert.That(translation.Outcome, Is.EqualTo(ItemOutcome.Complaint));
        Assert.That(translation.Item, Is.EqualTo("1"));
        Assert.That(translation.Reasons, Is.Empty);
        Assert.That(complaint.Judul, Is.EqualTo("Lampu jalan mati"));
        Assert.That(complaint.Isi, Is.EqualTo(Letters.Complaint));
        Assert.That(complaint.Written, Is.EqualTo(new DateTimeOffset(2026, 6, 15, 19, 42, 11, TimeSpan.FromHours(8))));
        Assert.That(complaint.Received, Is.EqualTo(Received));
        Assert.That(complaint.Anonim, Is.True, "the citizen wrote to an office, not to a public site");
        Assert.That(complaint.Source, Is.EqualTo(new Provenance("INBOX;UID=1", "1")));
        Assert.That(translation.Reporter, Is.EqualTo(new Reporter(Name: "Budi Santoso", Email: "budi@warga.example")));
    }

    [Test]
    public void CountsFromTheDateHeaderWhenTheSourceDoesNotSay() =>
        Assert.That(Letters.Only(Letters.Translate(Letters.Mail())).Received, Is.EqualTo(new DateTimeOffset(2026, 6, 15, 19, 42, 11, TimeSpan.FromHours(8))));

    [TestCase("kemarin sore")]
    [TestCase("")]
    [TestCase("Thu, 01 Jan 1970 00:00:00 +0000")]
    public void TreatsABrokenDateAsUnknown(string date)
    {
        var mail = Letters.Mail().Replace("Mon, 15 Jun 2026 19:42:11 +0800", date, StringComparison.Ordinal);
        Assert.That(Letters.Only(Letters.Translate(mail, Received)).Written, Is.Null);
    }

    [TestCase("Re: Lampu mati", "Lampu mati")]
    [TestCase("Bls: RE: Fwd: Lampu mati", "Lampu mati")]
    [TestCase("Trs: Lampu mati", "Lampu mati")]
    [TestCase("Re[2]: Lampu mati", "Lampu mati")]
    [TestCase("Rehabilitasi jalan: kapan?", "Rehabilitasi jalan: kapan?")]
    [TestCase("=?utf-8?B?TGFtcHUgamFsYW4g4oCTIG1hdGk=?=", "Lampu jalan – mati")]
    [TestCase("(no subject)", null)]
    [TestCase("Re:", null)]
    [TestCase("[EXTERNAL] Re: Lampu mati", "Lampu mati")]
    [TestCase("Pengaduan", null)]
    [TestCase("Form Pengaduan Masyarakat", null)]
    [TestCase("Pengaduan lampu mati", "Pengaduan lampu mati")]
    [TestCase("", null)]
    public void StripsWhatMailProgramsPutBeforeASubject(string subject, string? judul) =>
        Assert.That(Letters.Only(Letters.Translate(Letters.Mail(subject: subject))).Judul, Is.EqualTo(judul));

    [Test]
    public void ReadsHtmlAsAPersonDoes()
    {
        const string Html = "<html><head><style>p{}</style></head><body><div style='display:none'>tersembunyi</div><p>Yth. Dinas,</p><p>Lampu <b>mati</b>&nbsp;di:</p><ul><li>Jl. A</li><li>Jl. B</li></ul><script>x</script><a href='https://peta.example/1'>peta</a></body></html>";
        var complaint = Letters.Only(Letters.Translate(Letters.Mail(Html, type: "text/html; charset=utf-8")));
        Assert.That(complaint.Isi, Is.EqualTo("Yth. Dinas,\n\nLampu mati di:\n\n- Jl. A\n- Jl. B\n\npeta (https://peta.example/1)"));
    }

    [Test]
    public void PrefersThePlainFormOfTheSameWords()
    {
        var mail = Letters.PartsOf("multipart/alternative", "Content-Type: text/plain\r\n\r\nPolos", "Content-Type: text/html\r\n\r\n<p>Berhias</p>");
        Assert.That(Letters.Only(Letters.Translate(mail)).Isi, Is.EqualTo("Polos"));
    }

    [Test]
    public void TakesTheHtmlFormWhenThePlainOneIsBlank()
    {
        var mail = Letters.PartsOf("multipart/alternative", "Content-Type: text/plain\r\n\r\n  ", "Content-Type: text/html\r\n\r\n<p>Berhias</p>");
        Assert.That(Letters.Only(Letters.Translate(mail)).Isi, Is.EqualTo("Berhias"));
    }

    [TestCase("iso-8859-1", "windows-1252")]
    [TestCase("utf-8", "windows-1252")]
    [TestCase("x-tidak-ada", "utf-8")]
    [TestCase("us-ascii", "utf-8")]
    public void ReadsTextWhoseCharsetIsDeclaredWrongly(string declared, string real)
    {
        var head = Encoding.ASCII.GetBytes(Letters.Mail("", type: "text/plain; charset=" + declared));
        var body = CodePagesEncodingProvider.Instance.GetEncoding(real)?.GetBytes("Air setinggi ½ meter") ?? Encoding.UTF8.GetBytes("Air setinggi ½ meter");
        Assert.That(Letters.Only(Letters.Translate([.. head, .. body])).Isi, Is.EqualTo("Air setinggi ½ meter"));
    }

    [TestCase("big5", "big5", "道路損壞")]
    [TestCase("gb2312", "gb18030", "道路损坏")]
    [TestCase("iso-2022-jp", "iso-2022-jp", "道路が壊れた")]
    [TestCase("koi8-r", "koi8-r", "Дорога разбита")]
    public void ReadsFarCharsets(string declared, string real, string words)
    {
        var body = CodePagesEncodingProvider.Instance.GetEncoding(real)!.GetBytes(words);
        Assert.That(Letters.Only(Letters.Translate([.. Encoding.ASCII.GetBytes(Letters.Mail("", type: "text/plain; charset=" + declared)), .. body])).Isi, Is.EqualTo(words));
    }

    [Test]
    public void ReadsUtf7() =>
        Assert.That(Letters.Only(Letters.Translate(Letters.Mail("Air setinggi +AL0- meter +- bau", type: "text/plain; charset=utf-7"))).Isi, Is.EqualTo("Air setinggi ½ meter + bau"));

    [Test]
    public void DoubtsADateLaterThanTheArrival()
    {
        var road = "Received: from mx.example by mail.example; Mon, 15 Jun 2026 19:43:00 +0800\r\n";
        var future = Letters.Mail(headers: road).Replace("15 Jun 2026 19:42:11", "15 Jun 2099 19:42:11", StringComparison.Ordinal);
        Assert.That(Letters.Only(Letters.Translate(future)).Written, Is.Null);
        Assert.That(Letters.Only(Letters.Translate(Letters.Mail().Replace("Jun 2026", "Jun 2027", StringComparison.Ordinal), Received)).Written, Is.Null);
    }

    [Test]
    public void SaysThatAMailIsEncrypted()
    {
        var translation = Letters.Translate(Letters.Mail("-----BEGIN PGP MESSAGE-----\r\n\r\nhQEM\r\n-----END PGP MESSAGE-----"));
        Assert.That(translation.Reasons, Does.Contain(new Reason("encrypted", "PGP")));
    }

    [Test]
    public void MendsAMailWhoseBoundaryIsAnother()
    {
        var mail = Letters.Mail("--lain\r\nContent-Type: text/plain\r\n\r\nDrainase tersumbat.\r\n--lain--", type: "multipart/mixed; boundary=hilang");
        var translation = Letters.Translate(mail);
        Assert.That(Letters.Only(translation).Isi, Is.EqualTo("Drainase tersumbat."));
        Assert.That(Letters.Codes(translation), Is.EqualTo(new[] { "broken-mime" }));
    }

    [Test]
    public void ReadsAMailSavedOutOfAnMbox() =>
        Assert.That(Letters.Only(Letters.Translate("From budi@warga.example Mon Jun 15 19:42:11 2026\n" + Letters.Mail())).Judul, Is.EqualTo("Lampu jalan mati"));

    [TestCase("HP: 0811-0000-0101", "0811-0000-0101")]
    [TestCase("No. HP/WA +62 811 0000 0101", "+62 811 0000 0101")]
    [TestCase("HP: 0811-0000-0101 dan WA: 0811-0000-0102", null)]
    [TestCase("Nomor laporan 081100000101", null)]
    public void TakesAPhoneNumberOnlyWhenItIsCertain(string words, string? phone) =>
        Assert.That(Letters.Translate(Letters.Mail(Letters.Complaint + "\r\n" + words)).Reporter!.Phone, Is.EqualTo(phone));

    [Test]
    public void LeavesNothingThatJsonCannotCarry()
    {
        var head = Encoding.ASCII.GetBytes(Letters.Mail("", type: "text/plain; charset=utf-16le"));
        byte[] lonelySurrogate = [0x41, 0x00, 0x00, 0xD8, 0x42, 0x00, 0x07, 0x00];
        var isi = Letters.Only(Letters.Translate([.. head, .. lonelySurrogate])).Isi;
        Assert.That(System.Text.Json.JsonSerializer.Serialize(isi, ContractJson.Options), Is.Not.Empty);
    }

    [Test]
    public void ShowsNoTerminalEscapesAndNoTurnedWords()
    {
        var complaint = Letters.Only(Letters.Translate(Letters.Mail(body: "Lampu\u001B[2J jalan\u009D mati\u202E sejak\u2067 tiga hari.")));

        Assert.That(complaint.Isi, Is.EqualTo("Lampu[2J jalan mati sejak tiga hari."));
    }
}
