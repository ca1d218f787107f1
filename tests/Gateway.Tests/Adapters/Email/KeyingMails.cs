namespace Gateway.Tests.Adapters.Email;

internal sealed class KeyingMails
{
    [Test]
    public void GivesTheSameMailInTwoMailboxesTheSameKey()
    {
        var mail = Letters.Mail();
        var elsewhere = ("Delivered-To: lain@dlh.example\nReceived: from mx by lain; Tue, 16 Jun 2026\n" + mail.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.That(Letters.Translate(elsewhere).KeyParts, Is.EqualTo(Letters.Translate(mail).KeyParts));
    }

    [Test]
    public void GivesTextFilesTheSameKeyWhateverTheLineEnds()
    {
        var mail = Letters.Parts("Content-Type: text/plain\r\n\r\nLihat berkas.", "Content-Type: text/csv; name=data.csv\r\n\r\na,b\r\n1,2\r\n", "Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n\r\nisi\r\n");
        Assert.That(Letters.Translate(mail.Replace("\r\n", "\n", StringComparison.Ordinal)).KeyParts, Is.EqualTo(Letters.Translate(mail).KeyParts));
    }

    [Test]
    public void NamesKindMessageIdAndContent()
    {
        var translation = Letters.Translate(Letters.Mail());
        Assert.That(translation.KeyParts, Is.EqualTo(new[] { "mail", "satu@warga.example", translation.Content }));
    }

    [Test]
    public void TellsDifferentMailsWithTheSameMessageIdApart() =>
        Assert.That(Letters.Translate(Letters.Mail("Halte bocor.")).KeyParts, Is.Not.EqualTo(Letters.Translate(Letters.Mail()).KeyParts));

    [Test]
    public void TellsTwoPeopleWhoSendTheSameWordsApartWithoutAMessageId()
    {
        var budi = Letters.Translate(Letters.Mail(id: ""));
        var siti = Letters.Translate(Letters.Mail(id: "", from: "siti@warga.example"));
        Assert.That(siti.KeyParts, Is.Not.EqualTo(budi.KeyParts));
        Assert.That(siti.Content, Is.EqualTo(budi.Content));
    }

    [Test]
    public void GivesAQuarantinedMailTheSameKeyByAnyRoad()
    {
        var empty = Letters.Mail("");
        var elsewhere = "Received: from mx by lain; Tue, 16 Jun 2026\n" + empty.Replace("\r\n", "\n", StringComparison.Ordinal);
        Assert.That(Letters.Translate(elsewhere).KeyParts, Is.EqualTo(Letters.Translate(empty).KeyParts));
    }

    [Test]
    public void HandsOverWhatStandsBehindThePlusOfAnAddress()
    {
        var answer = Letters.Translate(Letters.Mail(headers: "Cc: Kantor <pengaduan+gcek2tc5bp6cnv.4t8x0m2k9q7r@dishub.example>, lain@dishub.example\r\n"));
        Assert.That(answer.ThreadOf, Is.EqualTo(new[] { "address:gcek2tc5bp6cnv.4t8x0m2k9q7r" }));
    }

    [Test]
    public void HandsOverTheThreadItAnswersNearestFirst()
    {
        var answer = Letters.Translate(Letters.Mail(subject: "Re: Lampu", headers: "In-Reply-To: <tiga@x.example>\r\nReferences: <satu@x.example>\r\n <dua@x.example> <tiga@x.example>\r\n"));
        Assert.That(answer.ThreadOf, Is.EqualTo(new[] { "tiga@x.example", "dua@x.example", "satu@x.example" }));
        Assert.That(answer.ThreadId, Is.EqualTo("satu@warga.example"));
        Assert.That(Letters.Translate(Letters.Mail(id: "", subject: "Re: Laporan G7K2-M9QX-4TDA-B3")).ThreadOf, Is.Empty, "a number in the subject is no thread");
    }
}
