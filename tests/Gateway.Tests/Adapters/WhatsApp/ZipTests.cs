using System.IO.Compression;
using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Tests.Support;

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

    [Test]
    public void APictureThatManyComplaintsNameIsNotKeptWithoutEnd()
    {
        var days = Enumerable.Range(20, 5).Select(day => $"[{day}/04/26, 16.32.10] Wati: Jalan berlubang di Jl. M. Yamin\r\n[{day}/04/26, 16.32.41] Wati: \u200E<terlampir: 0001-PHOTO.jpg>\r\n");
        byte[] large = [.. Photo, .. new byte[1 << 20]];

        var items = Export.Items(Export.Zip(("_chat.txt", Encoding.UTF8.GetBytes(string.Concat(days))), ("0001-PHOTO.jpg", large)), """{"maxTotalMiB": 3}""");

        Assert.That(items.Select(item => (item.Complaints.Single().Lampiran.Count, Export.Reasons(item))), Is.EqualTo(new[]
        {
            (1, ""), (1, ""), (0, "attachment-named-often"), (0, "attachment-named-often"), (0, "attachment-named-often"),
        }));
    }

    [Test]
    public void APictureThatManyNameCostsAnotherOneNothing()
    {
        string Told(int day, string picture) => $"[{day}/04/26, 16.32.10] Wati: Jalan berlubang di Jl. M. Yamin\r\n[{day}/04/26, 16.32.41] Wati: \u200E<terlampir: {picture}>\r\n";
        var chat = Told(20, "0001-PHOTO.jpg") + Told(21, "0001-PHOTO.jpg") + Told(22, "0001-PHOTO.jpg") + Told(23, "0009-PHOTO.jpg") + Told(24, "0002-PHOTO.jpg");
        byte[] large = [.. Photo, .. new byte[1 << 20]];

        var items = Export.Items(Export.Zip(("_chat.txt", Encoding.UTF8.GetBytes(chat)), ("0001-PHOTO.jpg", large), ("0002-PHOTO.jpg", large)), """{"maxTotalMiB": 4}""");

        Assert.That(items.Select(item => (item.Complaints.Single().Lampiran.Count, Export.Reasons(item))), Is.EqualTo(new[]
        {
            (1, ""), (1, ""), (0, "attachment-named-often"), (0, "attachment-missing"), (1, ""),
        }));
    }

    [Test]
    public void OneComplaintKeepsAFileOnceHoweverOftenItNamesIt()
    {
        byte[] chat = [.. Chat, .. "[28/04/26, 16.33.10] Wati: \u200E<terlampir: 0001-PHOTO.jpg>\r\n"u8];
        var item = Export.Items(Export.Zip(("_chat.txt", chat), ("0001-PHOTO.jpg", Photo))).Single();

        Assert.That((item.Complaints.Single().Lampiran.Count, Export.Reasons(item)), Is.EqualTo((1, "")));
    }

    [TestCase("../_chat.txt", "zip-unsafe-name")]
    [TestCase("/etc/passwd", "zip-unsafe-name")]
    [TestCase("a\\..\\b.txt", "zip-unsafe-name")]
    [TestCase("C:_chat.txt", "zip-unsafe-name")]
    [TestCase("foto.jpg", "zip-without-chat")]
    public void QuarantinesAZipByItsNames(string name, string reason) => AssertQuarantined(Export.Zip((name, Chat)), reason);

    [Test]
    public void TakesEveryChatOfAZipWithItsOwnMedia()
    {
        var other = "[28/04/26, 17.00.00] Siti: Halte bocor di Jl. Antasari\r\n[28/04/26, 17.00.41] Siti: \u200E<terlampir: 0001-PHOTO.jpg>\r\n"u8.ToArray();
        var zip = Export.Zip(("Wati/_chat.txt", Chat), ("Wati/0001-PHOTO.jpg", Photo), ("Siti/_chat.txt", other), ("catatan.txt", "bukan chat"u8.ToArray()));

        var items = Export.Items(zip);

        Assert.That(items.Select(item => (item.Item, item.Chat!.Title, Export.Reasons(item))), Is.EqualTo(new[]
        {
            ("1:1-2", "wati", ""), ("2:1-2", "siti", "attachment-missing"),
        }));
        Assert.That(items[0].Complaints.Single().Source, Is.EqualTo(new Provenance("WhatsApp Chat - LAPOR.zip/Wati/_chat.txt", "1:1-2")));
        Assert.That(items[1].Complaints.Single().Lampiran, Is.Empty, "the picture of another citizen");
    }

    [Test]
    public void OneUnreadableChatOfAZipDoesNotStopTheOthers()
    {
        var items = Export.Items(Export.Zip(("Chat WhatsApp dengan A.txt", "daftar belanja\n"u8.ToArray()), ("Chat WhatsApp dengan B.txt", Chat)));

        Assert.That(items.Select(item => (item.Item, Export.Reasons(item))), Is.EqualTo(new[] { ("1:1", "not-a-chat"), ("2:1-2", "attachment-missing") }));
        Assert.That(items.Select(item => ContentDigest.OfParts(item.KeyParts)), Is.Unique);
    }

    [Test]
    public void QuarantinesAZipOfZips() => AssertQuarantined(Export.Zip(("satu.zip", Chat), ("dua.zip", Chat)), "zip-nested");

    [Test]
    public void QuarantinesAZipWhoseEndDeclaresTooManyFilesBeforeReadingItsDirectory()
    {
        var bytes = ((BytesContent)Export.Zip(("_chat.txt", Chat)).Content).Memory.ToArray();
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.AsSpan().LastIndexOf("PK\u0005\u0006"u8) + 10), (ushort)60_000);

        AssertQuarantined(Export.Of(bytes), "zip-too-many-files");
    }

    [TestCase("IMG-1.heic", "0000001866747970686569630000000068656963", "image/heic")]
    [TestCase("IMG-1.jpg", "0000001866747970686569630000000068656963", "image/heic")]
    [TestCase("VID-1.mp4", "000000186674797069736F6D0000000069736F6D", "video/mp4")]
    [TestCase("Pak RT.vcf", "424547494E3A56434152440D0A56455253494F4E", "text/vcard")]
    [TestCase("PTT-1.opus", "4F67675300020000000000000000000000000000", "audio/ogg")]
    public void KnowsMediaByTheirContentNotTheirName(string name, string bytes, string type)
    {
        var chat = Encoding.UTF8.GetBytes($"[28/04/26, 16.32.10] Wati: Jalan berlubang di Jl. M. Yamin\r\n[28/04/26, 16.32.41] Wati: \u200E<terlampir: {name}>\r\n");

        var item = Export.Items(Export.Zip(("_chat.txt", chat), (name, Convert.FromHexString(bytes)))).Single();

        Assert.That(item.Complaints.Single().Lampiran.Single().MediaType, Is.EqualTo(type));
    }

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
        AssertQuarantined(Export.Zip([.. Enumerable.Range(0, 10_000).Select(n => ($"{n}.txt", Array.Empty<byte>()))]), "zip-too-many-files");

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

    [Test]
    public void NothingOfADamagedZipStaysOpen()
    {
        var bytes = ((BytesContent)Export.Zip(("_chat.txt", Chat), ("0001-PHOTO.jpg", Photo)).Content).Memory.ToArray();
        var content = new WatchedContent(bytes[..^10]);

        AssertQuarantined(new RawItem { File = "WhatsApp Chat - LAPOR.zip", Content = content }, "zip-damaged");

        Assert.That(content.StillOpen, Is.Zero);
    }

    private static void AssertQuarantined(RawItem raw, string reason, string settings = "{}")
    {
        var item = Export.Items(raw, settings).Single();
        Assert.That((item.Item, item.Outcome, Export.Reasons(item)), Is.EqualTo(("1", ItemOutcome.Quarantined, reason)));
    }
}
