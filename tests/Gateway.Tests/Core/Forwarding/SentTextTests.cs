using CsCheck;
using Gateway.Contracts;
using Gateway.Core;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Forwarding;

/// <summary>What the centre gets to read: within its limit, cut where a sentence ends, and the marker always last.</summary>
internal sealed class SentTextTests
{
    private const string Number = "G7K2-9QXW-4M1Z-8T";

    private static readonly SentFile WholeText = Some.Sent(SentFile.WholeText);

    [Test]
    public void ATextThatFitsIsWhole() =>
        Assert.That(SentText.Of(Complaint("Lampu mati."), Limit(100), [WholeText]), Is.EqualTo("Lampu mati.\n\nNo. pelacakan: " + Number));

    [Test]
    public void ALongTextIsCutAtASentenceAndSaysWhereTheRestIs()
    {
        var isi = string.Concat(Enumerable.Range(1, 60).Select(i => $"Jalan di Jl. Kartini nomor {i} rusak berat. "));

        var text = SentText.Of(Complaint(isi), Limit(1000), [WholeText]);

        Assert.That(text, Has.Length.InRange(900, 1000));
        Assert.That(text.Split("\n\n")[0], Does.EndWith("rusak berat."));
        Assert.That(text, Does.EndWith("\n\n(Teks lengkap terlampir: isi-lengkap.)\n\nNo. pelacakan: " + Number));
    }

    [Test]
    public void WithoutASentenceItIsCutAtAWordAndWithoutAWordBetweenCharacters()
    {
        Assert.That(SentText.Cut("satu dua tiga empat", 12), Is.EqualTo("satu dua…"));
        Assert.That(SentText.Cut("Jl. Kartini RT. 5 gelap sekali", 20), Is.EqualTo("Jl. Kartini RT. 5…"));
        Assert.That(SentText.Cut(new string('a', 8) + "😢😢😢", 10), Is.EqualTo(new string('a', 8) + "…"));
    }

    [TestCase("Air meluap ke jalan nomor 74. Warga tidak dapat lewat di sana", 40, "Air meluap ke jalan nomor 74.")]
    [TestCase("Lampu mati di sini.\n7. Juga di Jalan Anggrek dan Jalan Melati", 26, "Lampu mati di sini.")]
    [TestCase("Lampu mati. Sudah dilaporkan tiga kali kepada ketua lingkungan", 40, "Lampu mati.")]
    [TestCase("Gelap di RT 5. dan sekitarnya sejak tahun lalu sampai sekarang", 20, "Gelap di RT 5. dan…")]
    public void ASentenceMayEndWithAFigureAndFarBack(string text, int room, string kept) => Assert.That(SentText.Cut(text, room), Is.EqualTo(kept));

    [Test]
    public void TellsWhereTheTextOfTheCentreEnds()
    {
        var complaint = Complaint(string.Concat(Enumerable.Range(1, 60).Select(i => $"Jalan di Jl. Kartini nomor {i} rusak berat. ")));

        var end = SentText.EndOfIsi(complaint, Limit(1000), [WholeText])!.Value;

        Assert.That(SentText.Of(complaint, Limit(1000), [WholeText]), Does.StartWith(complaint.Isi[..end] + "\n\n(Teks lengkap"));
        Assert.That(SentText.EndOfIsi(complaint, Limit(1000), []), Is.Null);
        Assert.That(SentText.EndOfIsi(complaint, Limit(10_000), [WholeText]), Is.Null);
    }

    [Test]
    public void WithoutItsAttachmentNothingIsCut()
    {
        var refused = WholeText with { Refusal = new Reason("content-too-long"), Payload = null };

        foreach (var files in new IReadOnlyList<SentFile>[] { [], [refused] })
            Assert.That(SentText.Of(Complaint(new string('a', 3000)), Limit(1000), files), Has.Length.GreaterThan(3000));
    }

    [Test]
    public void SaysHowManyFilesStayedBehind()
    {
        var refused = Some.Sent(2) with { Refusal = new Reason("file-too-large"), Payload = null };

        Assert.That(SentText.Of(Complaint("Lampu mati."), Limit(1000), [Some.Sent(1), refused]), Does.Contain("\n\n(1 berkas pelapor tidak dapat dilampirkan"));
    }

    [Test]
    public void AVeryLongPlaceDoesNotPushTheComplaintOut()
    {
        var complaint = Complaint(string.Concat(Enumerable.Repeat("Jembatan putus sejak lama. ", 100))) with { Lokasi = string.Concat(Enumerable.Repeat("dekat pasar ", 80)) };

        var text = SentText.Of(complaint, Limit(1000), [WholeText]);

        Assert.That(text, Has.Length.InRange(600, 1000).And.Contain("\n\nLokasi: dekat pasar"));
        Assert.That(text.IndexOf("Lokasi:", StringComparison.Ordinal), Is.GreaterThan(500));
    }

    [Test]
    public void AnyTextKeepsTheLimitAndEndsWithTheMarker() =>
        Gen.Select(Gen.String, Gen.Int[200, 3000], Gen.Int[0, 200]).Sample((word, limit, times) =>
        {
            var text = SentText.Of(Complaint(string.Concat(Enumerable.Repeat(word + " ", times)) + "x"), Limit(limit), [WholeText]);
            return text.Length <= limit && text.Split('\n')[^1] == TrackingNumber.Marker(Number) && !char.IsHighSurrogate(text[text.IndexOf("\n\n(Teks", StringComparison.Ordinal) is > 0 and var at ? at - 1 : 0]);
        });

    private static Complaint Complaint(string isi) => new() { Number = Number, Judul = "Lampu", Isi = isi, Source = new Provenance("dishub-form", "1") };

    private static Destination Limit(int characters) => new() { Key = "default", ContentLimit = characters };
}
