using Gateway.Contracts;
using Gateway.Core;
using Gateway.Core.Destinations;
using Gateway.Core.FollowUps;

namespace Gateway.Tests.Core.FollowUps;

/// <summary>The words of a follow-up, and how they are known again.</summary>
internal sealed class FollowUpTextTests
{
    private const string Number = "G743-T76S-96D0-KM";

    [TestCase("Masih rusak.\n\nNo. pelacakan: G743-T76S-96D0-KM.1", true)]
    [TestCase("Masih rusak.<br />No. pelacakan: G743-T76S-96D0-KM.1 ", true)]
    [TestCase("Masih rusak. No. pelacakan: G743-T76S-96D0-KM.12", false)]
    [TestCase("Lihat No. pelacakan: G743-T76S-96D0-KM.12 dan No. pelacakan: G743-T76S-96D0-KM.1.", true)]
    [TestCase("Masih rusak.", false)]
    [TestCase(null, false)]
    public void ATaskIsKnownByItsOwnMarkerAlone(string? content, bool bears) =>
        Assert.That(FollowUpText.Bears(content, TrackingNumber.Marker(Number + ".1")), Is.EqualTo(bears));

    [Test]
    public void AComplaintsOwnNumberIsNotThatOfItsTask()
    {
        Assert.That(FollowUpText.Bears($"No. pelacakan: {Number}.1", TrackingNumber.Marker(Number)), Is.False);
        Assert.That(FollowUpText.Bears($"Lihat No. pelacakan: {Number}.", TrackingNumber.Marker(Number)), Is.True);
    }

    [Test]
    public void ATitleThatItsWriterGaveComesFirst()
    {
        var given = Complaint("Lampu mati di depan SDN 004", []);
        var derived = Complaint("Sudah tiga hari gelap.", new() { ["judul"] = "Sudah tiga hari gelap." });
        Assert.That(FollowUpText.AsFollowUp(given).Isi, Is.EqualTo("Lampu mati di depan SDN 004\n\nSudah tiga hari gelap."));
        Assert.That(FollowUpText.AsFollowUp(derived).Isi, Is.EqualTo("Sudah tiga hari gelap."));
    }

    [Test]
    public void WordsAreMaskedForBothPeople()
    {
        var masked = FollowUpText.Masked("Kata Rina Contoh, hubungi Budi Contoh di 0811-0000-0001.\n", new Reporter { Name = "Rina Contoh" }, new Reporter { Name = "Budi Contoh" });
        Assert.That(masked, Does.Not.Contain("Rina").And.Not.Contain("Budi").And.Not.Contain("0811"));
    }

    [Test]
    public void TheFieldsThatAreOursCannotBeSet()
    {
        var destination = new Destination { Key = "default", FollowUpFields = new() { ["user_id"] = 12, ["complaint_id"] = "1", ["is_secret"] = 0 } };
        var post = FollowUpText.Post("7000001", "Masih rusak.", isSecret: true, [], destination);
        Assert.That(post.Fields.Select(field => $"{field.Key}={field.Value}"), Is.EqualTo(new[] { "user_id=12", "complaint_id=7000001", "is_secret=1", "content=Masih rusak." }));
    }

    private static Complaint Complaint(string judul, SortedDictionary<string, string> derived) =>
        new() { Judul = judul, Isi = "Sudah tiga hari gelap.", Derived = derived, Source = new Provenance("dishub-form", "1") };
}
