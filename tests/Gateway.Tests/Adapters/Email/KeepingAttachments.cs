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
        Assert.That(Letters.Only(Letters.Translate(mail)).Lampiran.Single().MediaType, Is.EqualTo("application/octet-stream"));
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
        var mail = Letters.Parts(Text, "Content-Type: message/rfc822\r\n\r\nFrom: hendra@warga.example\r\nSubject: Air hitam\r\n\r\nAir sungai hitam.");
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
    public void LetsTheSubjectSpeakWhenThereIsOnlyAPhoto()
    {
        var translation = Letters.Translate(Letters.Parts($"Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Png)}"));
        Assert.That(Letters.Only(translation).Isi, Is.EqualTo("Lampu jalan mati"));
        Assert.That(Letters.Codes(translation), Is.EqualTo(new[] { "no-text" }));
    }
}
