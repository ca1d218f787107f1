using System.Text;

namespace Gateway.Tests.Adapters.Email;

internal sealed class KeepingAttachments
{
    private const string Text = "Content-Type: text/plain\r\n\r\nFoto terlampir.";
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Test]
    public void DecodesNameTypeAndBytes()
    {
        var mail = Letters.Parts(Text, $"Content-Type: image/png\r\nContent-Disposition: attachment; filename*=utf-8''jalan%20rusak%20%E2%80%93%201.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Png)}");
        var complaint = Letters.Only(Letters.Translate(mail));
        var attachment = complaint.Lampiran.Single();
        Assert.That(complaint.Isi, Is.EqualTo("Foto terlampir."));
        Assert.That((attachment.Name, attachment.MediaType, attachment.Bytes), Is.EqualTo(("jalan rusak – 1.png", "image/png", (long)Png.Length)));
        Assert.That(Letters.Read(attachment), Is.EqualTo(Png));
    }

    [TestCase("../../etc/passwd.png", "passwd.png")]
    [TestCase("C:\\\\Users\\\\budi\\\\foto.png", "foto.png")]
    [TestCase("..", "lampiran-1.png")]
    public void StripsPathsFromNames(string given, string name)
    {
        var mail = Letters.Parts(Text, $"Content-Type: image/png; name=\"{given}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Png)}");
        Assert.That(Letters.Only(Letters.Translate(mail)).Lampiran.Single().Name, Is.EqualTo(name));
    }

    [Test]
    public void BelievesTheBytesNotTheDeclaredType()
    {
        var mail = Letters.Parts(Text, "Content-Type: image/jpeg; name=foto.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\nTVqQAAMAAAA=");
        Assert.That(Letters.Only(Letters.Translate(mail)).Lampiran.Single().MediaType, Is.EqualTo("application/vnd.microsoft.portable-executable"));
    }

    [Test]
    public void KeepsInlineImages()
    {
        var mail = Letters.PartsOf("multipart/related", "Content-Type: text/html\r\n\r\n<p>Lihat:</p><img src='cid:satu'>", $"Content-Type: image/png\r\nContent-ID: <satu>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Png)}");
        Assert.That(Letters.Only(Letters.Translate(mail)).Lampiran.Single().Name, Is.EqualTo("lampiran-1.png"));
    }

    [Test]
    public void KeepsAnAttachedMailAsOneFile()
    {
        const string Own = "Content-Type: text/plain\r\n\r\nSelokan di depan rumah saya mampet lagi. Surel saya yang lama terlampir.";
        var mail = Letters.Parts(Own, "Content-Type: message/rfc822\r\n\r\nFrom: hendra@warga.example\r\nSubject: Air hitam\r\n\r\nAir sungai hitam.");
        var attachment = Letters.Only(Letters.Translate(mail)).Lampiran.Single();
        Assert.That((attachment.Name, attachment.MediaType), Is.EqualTo(("Air hitam.eml", "message/rfc822")));
        Assert.That(Encoding.UTF8.GetString(Letters.Read(attachment)), Does.Contain("Air sungai hitam."));
    }

    [Test]
    public void ReadsTheAttachedMailWhenTheOfficerAddedNoWord()
    {
        var translation = Letters.Translate(Letters.Parts("Content-Type: message/rfc822\r\n\r\nFrom: Hendra <hendra@warga.example>\r\nSubject: Air hitam\r\n\r\nAir sungai hitam."));
        Assert.That(Letters.Only(translation).Isi, Is.EqualTo("Air sungai hitam."));
        Assert.That(translation.Reporter!.Email, Is.EqualTo("hendra@warga.example"));
    }

    [Test]
    public void ReadsTheAttachedMailBelowTheOfficersRemarkWithItsFiles()
    {
        var inner = $"Content-Type: message/rfc822\r\n\r\nFrom: Hendra <hendra@warga.example>\r\nSubject: Air hitam\r\nContent-Type: multipart/mixed; boundary=dalam\r\n\r\n--dalam\r\nContent-Type: text/plain\r\n\r\nAir sungai hitam.\r\n--dalam\r\nContent-Type: image/png; name=air.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Png)}\r\n--dalam--";
        var translation = Letters.Translate(Letters.Parts("Content-Type: text/plain\r\n\r\nMohon diproses.", inner));
        Assert.That(Letters.Only(translation).Isi, Is.EqualTo("Mohon diproses.\n\nAir sungai hitam."));
        Assert.That(Letters.Only(translation).Lampiran.Select(file => file.Name), Is.EqualTo(new[] { "air.png" }));
        Assert.That(translation.Reporter!.Email, Is.EqualTo("hendra@warga.example"));
        Assert.That(Letters.Codes(translation), Is.EqualTo(new[] { "forwarded-mail" }));
    }

    [Test]
    public void TakesUuencodedFilesOutOfTheText()
    {
        var complaint = Letters.Only(Letters.Translate(Letters.Mail("Foto jalan rusak:\r\nbegin 644 jalan.txt\r\n#0V%T\r\n`\r\nend\r\nMohon diperbaiki.")));
        Assert.That(complaint.Isi, Is.EqualTo("Foto jalan rusak:\nMohon diperbaiki."));
        Assert.That(Letters.Read(complaint.Lampiran.Single()), Is.EqualTo("Cat"u8.ToArray()));
    }

    [Test]
    public void OpensTheEnvelopeOfOutlook()
    {
        var mail = Letters.Parts(Text, $"Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Envelope.Holding("foto.png", Png))}");
        Assert.That(Letters.Only(Letters.Translate(mail)).Lampiran.Select(file => file.Name), Is.EqualTo(new[] { "foto.png" }));
    }

    [Test]
    public void KeepsADamagedEnvelopeAsAFile()
    {
        var mail = Letters.Parts(Text, "Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgEAAAA=");
        Assert.That(Letters.Only(Letters.Translate(mail)).Lampiran.Select(file => file.Name), Is.EqualTo(new[] { "winmail.dat" }));
    }

    [Test]
    public void LetsTheSubjectSpeakWhenThereIsOnlyAPhoto()
    {
        var translation = Letters.Translate(Letters.Parts($"Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Png)}"));
        Assert.That(Letters.Only(translation).Isi, Is.EqualTo("Lampu jalan mati"));
        Assert.That(Letters.Codes(translation), Is.EqualTo(new[] { "no-text" }));
    }
}
