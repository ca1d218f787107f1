using System.IO.Compression;
using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WhatsApp;

internal sealed class ZipTests
{
    private static readonly byte[] Chat = Encoding.UTF8.GetBytes(
        "[28/04/26, 16.32.10] Wati: Jalan berlubang di Jl. M. Yamin\r\n[28/04/26, 16.32.41] Wati: \u200E<terlampir: 0001-PHOTO.jpg>\r\n");

    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[500]];

    [Test]
    public void AttachesTheMediaOfTheZip()
    {
        var item = Export.Items(Export.Zip(("_chat.txt", Chat), ("0001-PHOTO.jpg", Photo))).Single();
        var attachment = item.Complaints.Single().Lampiran.Single();

        Assert.That((attachment.Name, attachment.MediaType, attachment.Bytes), Is.EqualTo(("0001-PHOTO.jpg", "image/jpeg", 504L)));
        using var stream = attachment.Content!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        Assert.That(copy.ToArray(), Is.EqualTo(Photo));
    }

    [Test]
    public void DoubtsAComplaintWhosePictureIsNotInTheZip() =>
        Assert.That(Export.Reasons(Export.Items(Export.Zip(("_chat.txt", Chat))).Single()), Is.EqualTo("attachment-missing"));

    [Test]
    public void DoubtsAComplaintWhosePictureIsDamaged()
    {
        var bytes = ((BytesContent)Export.Zip(("_chat.txt", Chat), ("0001-PHOTO.jpg", Photo)).Content).Memory.ToArray();
        var name = bytes.AsSpan().IndexOf("0001-PHOTO.jpg"u8);
        for (var i = 0; i < 4; i++) bytes[name + 14 + i] = 0xFF;

        Assert.That(Export.Reasons(Export.Items(Export.Of(bytes)).Single()), Is.EqualTo("attachment-damaged"));
    }

    [TestCase("../_chat.txt", "zip-unsafe-name")]
    [TestCase("/etc/passwd", "zip-unsafe-name")]
    [TestCase("a\\..\\b.txt", "zip-unsafe-name")]
    [TestCase("C:_chat.txt", "zip-unsafe-name")]
    [TestCase("foto.jpg", "zip-without-chat")]
    public void QuarantinesAZipByItsNames(string name, string reason) => AssertQuarantined(Export.Zip((name, Chat)), reason);

    [Test]
    public void QuarantinesSeveralChatsInOneZip() =>
        AssertQuarantined(Export.Zip(("Chat WhatsApp dengan A.txt", Chat), ("Chat WhatsApp dengan B.txt", Chat)), "zip-several-chats");

    [Test]
    public void QuarantinesASymbolicLink()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("_chat.txt");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var link = entry.Open();
            link.Write("/etc/passwd"u8);
        }

        AssertQuarantined(Export.Of(stream.ToArray()), "zip-symlink");
    }

    [Test]
    public void QuarantinesTooManyFiles() =>
        AssertQuarantined(Export.Zip([.. Enumerable.Range(0, 5001).Select(n => ($"{n}.txt", Array.Empty<byte>()))]), "zip-too-many-files");

    [Test]
    public void QuarantinesWhatUnpacksToMoreThanTheLimits()
    {
        AssertQuarantined(Export.Zip(("_chat.txt", Chat), ("a.bin", new byte[3 << 20])), "zip-too-large", """{"maxEntryMiB": 2}""");
        AssertQuarantined(Export.Zip(("_chat.txt", Chat), ("a.bin", new byte[2 << 20]), ("b.bin", new byte[2 << 20])), "zip-too-large", """{"maxTotalMiB": 3}""");
        AssertQuarantined(Export.Zip(("_chat.txt", Chat), ("a.bin", new byte[40 << 20])), "zip-bomb");
    }

    [Test]
    public void QuarantinesALyingSizeInsteadOfUnpackingIt()
    {
        var bytes = ((BytesContent)Export.Zip(("_chat.txt", [.. Chat, .. new byte[100_000]])).Content).Memory.ToArray();
        var directory = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 50);

        AssertQuarantined(Export.Of(bytes), "zip-damaged");
    }

    [Test]
    public void QuarantinesATruncatedZip()
    {
        var bytes = ((BytesContent)Export.Zip(("_chat.txt", Chat)).Content).Memory.ToArray();

        AssertQuarantined(Export.Of(bytes[..^10]), "zip-damaged");
    }

    private static void AssertQuarantined(RawItem raw, string reason, string settings = "{}")
    {
        var item = Export.Items(raw, settings).Single();
        Assert.That((item.Item, item.Outcome, Export.Reasons(item)), Is.EqualTo(("1", ItemOutcome.Quarantined, reason)));
    }
}
