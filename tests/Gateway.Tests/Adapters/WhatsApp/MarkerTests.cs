using Gateway.Adapters.WhatsApp;
using Gateway.Adapters.WhatsApp.Parsing;

namespace Gateway.Tests.Adapters.WhatsApp;

internal sealed class MarkerTests
{
    [TestCase("<Media tidak disertakan>", "", null)]
    [TestCase("<Media omitted>", "", null)]
    [TestCase("\u200Egambar tidak disertakan", "", null)]
    [TestCase("\u200Eimage omitted", "", null)]
    [TestCase("Halte gelap \u200Egambar tidak disertakan", "Halte gelap", null)]
    [TestCase("Halte gelap <Media tidak disertakan>", "Halte gelap", null)]
    [TestCase("IMG-20230815-WA0001.jpg (file terlampir)", "", "IMG-20230815-WA0001.jpg")]
    [TestCase("IMG-20230815-WA0001.jpg (file attached)\nHalte gelap", "Halte gelap", "IMG-20230815-WA0001.jpg")]
    [TestCase("\u200E<terlampir: 00000011-FILE.pdf>", "", "00000011-FILE.pdf")]
    [TestCase("Suratnya ini \u200E<attached: 00000011-FILE.pdf>", "Suratnya ini", "00000011-FILE.pdf")]
    [TestCase("surat.pdf • \u200E2 halaman \u200Edokumen tidak disertakan", "", "surat.pdf")]
    [TestCase("null", "", null)]
    public void RecognisesMediaAndKeepsTheCaption(string text, string caption, string? attachment)
    {
        var message = Single(text);

        Assert.That((message.Kind, message.Text, message.Attachment), Is.EqualTo((ChatMessageKind.Media, caption, attachment)));
    }

    [TestCase("Kenapa gambar tidak disertakan")]
    [TestCase("nilainya null semua")]
    [TestCase("surat terlampir di loket")]
    public void LeavesWordsThatOnlySoundLikeMedia(string text)
    {
        Assert.That((Single(text).Kind, Single(text).Text), Is.EqualTo((ChatMessageKind.Text, text)));
    }

    [TestCase("Pesan ini telah dihapus")]
    [TestCase("Pesan ini dihapus.")]
    [TestCase("Anda telah menghapus pesan ini")]
    [TestCase("Anda menghapus pesan ini.")]
    [TestCase("Pesan telah dihapus")]
    [TestCase("\u200EThis message was deleted.")]
    [TestCase("You deleted this message")]
    public void RecognisesADeletedMessage(string text) => Assert.That(Single(text).Kind, Is.EqualTo(ChatMessageKind.Deleted));

    [TestCase("Jam 8 ya <Pesan ini telah diedit>")]
    [TestCase("Jam 8 ya <Pesan ini diedit>")]
    [TestCase("Jam 8 ya \u200E<This message was edited>")]
    public void StripsTheEditMark(string text) => Assert.That(Single(text).Text, Is.EqualTo("Jam 8 ya"));

    [TestCase("Budi: Pesan dan panggilan terenkripsi secara end-to-end.")]
    [TestCase("Budi: \u200EBudi keluar")]
    [TestCase("LAPOR: \u200EDishub menambahkan Budi")]
    [TestCase("LAPOR: Dishub membuat grup “LAPOR”")]
    [TestCase("Budi bergabung menggunakan tautan undangan grup ini")]
    [TestCase("Dishub mengubah subjek grup dari \"A: B\" menjadi \"C\"")]
    [TestCase("Dishub membuat grup \"LAPOR: Samarinda\"")]
    [TestCase("Dishub created group \"LAPOR: Samarinda\"")]
    [TestCase("Dishub changed the subject from \"A: B\" to \"C\"")]
    [TestCase("Budi menyematkan pesan")]
    [TestCase("Budi: \u200EPanggilan suara tak terjawab")]
    [TestCase("Budi: Panggilan video, Tidak dijawab")]
    [TestCase("Budi: Voice call, 2 min")]
    [TestCase("Budi: Missed voice call")]
    [TestCase("Budi: Bisnis ini menggunakan layanan yang aman dari Meta untuk mengelola chat ini.")]
    [TestCase("Budi kini menjadi kontak.")]
    [TestCase("Timer pesan sementara diperbarui.")]
    [TestCase("Dishub mengubah ikon grup ini")]
    public void TellsASystemLineByItsText(string body)
    {
        var message = Export.Messages("26/11/22 23.10 - " + body).Single();

        Assert.That((message.Kind, message.Sender), Is.EqualTo((ChatMessageKind.System, (string?)null)));
    }

    [TestCase("Pak RT keluar")]
    [TestCase("Truk besar keluar masuk, tolong panggilan video tidak diangkat")]
    [TestCase("Anak saya dikeluarkan dari sekolah")]
    [TestCase("Nomor pengaduan tidak bisa dihubungi, telepon suara mati")]
    public void LeavesACitizensWordsThatSoundLikeASystemLine(string text) => Assert.That(Single(text).Kind, Is.EqualTo(ChatMessageKind.Text));

    [Test]
    public void WritesAMessageAsTheDocumentedJson()
    {
        var json = Export.Messages("26/11/22 23.10 - Budi: Lampu\nmati")[0].ToJson();

        Assert.That(json, Is.EqualTo(
            """{"file":"Chat WhatsApp dengan LAPOR.txt","line":1,"lines":2,"at":"2022-11-26T23:10:00","sender":"Budi","kind":"text","text":"Lampu\nmati","attachment":null}"""));
    }

    private static ChatMessage Single(string text) => Export.Messages("26/11/22 23.10 - Siti: " + text).Single();

    [TestCase("{0}x gambar tidak disertakan x", ' ')]
    [TestCase("{0}x gambar tidak disertakan x", '\u200E')]
    [TestCase("\u200E{0}gambar tidak disertakan x", ' ')]
    [TestCase("<Media{0}omitted", ' ')]
    [TestCase("<attached:{0}", ' ')]
    [TestCase("omitted <Media omitted>{0}x", '\u200E')]
    [TestCase("{0}<diedit>", ' ')]
    [TestCase("{0}omitted", '\u200E')]
    [TestCase("Menunggu pesan ini.{0}\nx", ' ')]
    public void IsNotHeldUpByALongRunOfSpacesOrMarks(string text, char run)
    {
        var words = text.Replace("{0}", new string(run, 40_000), StringComparison.Ordinal);

        Assert.That(Export.Items("15/06/26 08.00 - Budi: " + words), Has.Count.EqualTo(1));
        Assert.That(MediaMarker.Find(words, marksAreGone: true), Is.Null.Or.Not.Null, "no RegexMatchTimeoutException");
        Assert.That(TextMarks.WithoutEdit(words), Is.Not.Null);
    }
}
