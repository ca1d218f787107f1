using System.Security.Cryptography;
using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Contracts.Intake;

/// <summary>The digest of what a complaint says: one thread keeps its buffers from one to the next, which must leave no trace.</summary>
internal sealed class ContentDigestTests
{
    [Test]
    public void ADigestTellsNothingOfTheOneBefore()
    {
        Complaint[] texts = [Says("Lampu jalan mati."), Says(new string('a', 20_000)), Says("Lampu."), Says("Lampu jalan mati.")];
        var digests = texts.Select(text => ContentDigest.Of([text])).ToArray();
        Assert.That(digests, Is.EqualTo(texts.Select(Plainly)));
    }

    [Test]
    public void ADigestThatFailsLeavesTheNextAlone()
    {
        var gone = Says("Foto terlampir.") with { Lampiran = [new Attachment("foto.jpg", "image/jpeg", 1) { Content = new FileContent("/tidak/ada.jpg") }] };
        Assert.That(() => ContentDigest.Of([gone]), Throws.InstanceOf<IOException>());
        Assert.That(ContentDigest.Of([Says("Lampu.")]), Is.EqualTo(Plainly(Says("Lampu."))));
    }

    private static Complaint Says(string isi) => new() { Isi = isi, Source = new Provenance("surat.eml", "1") };

    // Six fields, each with its length before it; "-" for what is not there.
    private static string Plainly(Complaint complaint) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"1:-{complaint.Isi.Length + 1}:+{complaint.Isi}1:-1:-1:-1:-")));
}
