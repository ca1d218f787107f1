using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WhatsApp;

internal sealed class GroupingTests
{
    private const string Group = "25/10/25 10.20 - Dishub Kaltim membuat grup \"LAPOR\"\n";
    private const string Officers = """{"officers": ["dishub  KALTIM", "0811-0000-0099"]}""";

    [Test]
    public void JoinsACitizensMessagesOverThoseOfOthersUntilTimeHasPassed()
    {
        var items = Export.Items(
            Group
            + "26/10/25 19.00 - +62 811-0000-0001: Lampu mati di Jl. Kartini\n"
            + "26/10/25 19.10 - +62 811-0000-0002: Halte rusak di depan sekolah\n"
            + "26/10/25 19.29 - +62 811-0000-0001: Sudah tiga minggu gelap\n"
            + "26/10/25 20.00 - +62 811-0000-0001: Angkot 09 tidak pernah lewat\n");

        Assert.That(items.Select(item => item.Item), Is.EqualTo(new[] { "1-1", "2-4", "3-3", "5-5" }));
        Assert.That(items[1].Complaints.Single().Isi, Is.EqualTo("Lampu mati di Jl. Kartini\nSudah tiga minggu gelap"));
    }

    [Test]
    public void TakesTheWindowFromTheSettings()
    {
        const string text = Group + "26/10/25 19.00 - Budi: Lampu mati di simpang\n26/10/25 19.40 - Budi: Sudah tiga minggu gelap\n";

        Assert.That(Export.Items(text), Has.Count.EqualTo(3));
        Assert.That(Export.Items(text, """{"window": "1h"}"""), Has.Count.EqualTo(2));
    }

    [Test]
    public void KeepsAOneToOneChatTogetherUntilTwelveHoursOfSilence()
    {
        var items = Export.Items(
            "26/10/25 08.00 - Budi: Lampu mati di Jl. Kartini\n"
            + "26/10/25 09.00 - Dishub Kaltim: Mohon alamat lengkapnya\n"
            + "26/10/25 19.00 - Budi: Di depan SD 004 Samarinda\n"
            + "27/10/25 08.00 - Budi: Sekarang halte juga rusak\n",
            Officers);

        Assert.That(items.Select(item => (item.Item, item.Outcome)), Is.EqualTo(new[]
        {
            ("1-3", ItemOutcome.Complaint), ("2-2", ItemOutcome.Ignored), ("4-4", ItemOutcome.Complaint),
        }));
    }

    [Test]
    public void KnowsAOneToOneChatByItsTitle()
    {
        const string text = "26/10/25 08.00 - Budi: Lampu mati di Jl. Kartini\n26/10/25 09.00 - Kantor: Di mana tepatnya Pak\n26/10/25 10.00 - Budi: Di depan SD 004\n";

        Assert.That(Export.Items(text, file: "Chat WhatsApp dengan Budi.txt"), Has.Count.EqualTo(2));
        Assert.That(Export.Items(text, file: "Chat WhatsApp dengan LAPOR.txt"), Has.Count.EqualTo(3));
    }

    [TestCase("Dishub Kaltim")]
    [TestCase("+62 811-0000-0099")]
    [TestCase("~ DISHUB Kaltim")]
    public void IgnoresOfficersHoweverTheyAreWritten(string sender)
    {
        var item = Export.Items($"26/10/25 08.00 - {sender}: Jalan akan kami perbaiki besok\n", Officers).Single();

        Assert.That((item.Outcome, Export.Reasons(item), item.Reporter), Is.EqualTo((ItemOutcome.Ignored, "officer", (Gateway.Contracts.Reporter?)null)));
    }

    [TestCase("Assalamu'alaikum, selamat pagiii Pak 🙏", "greeting")]
    [TestCase("Terima kasih banyak Pak", "no-complaint")]
    [TestCase("wkwkwk", "no-complaint")]
    [TestCase("👍👍", "no-complaint")]
    [TestCase("\u200Estiker tidak disertakan", "no-complaint")]
    [TestCase("STK-20230815-WA0001.webp (file terlampir)", "no-complaint")]
    [TestCase("Pesan ini telah dihapus", "deleted")]
    public void IgnoresWhatIsNoComplaint(string text, string reason)
    {
        var item = Export.Items("26/10/25 08.00 - Budi: " + text).Single();

        Assert.That((item.Outcome, Export.Reasons(item)), Is.EqualTo((ItemOutcome.Ignored, reason)));
    }

    [TestCase("<Media tidak disertakan>", "media-only", "(media tidak disertakan)")]
    [TestCase("\u200Eaudio tidak disertakan", "voice-note", "(audio tidak disertakan)")]
    [TestCase("PTT-20230815-WA0001.opus (file terlampir)", "voice-note attachment-missing", "(lampiran: PTT-20230815-WA0001.opus)")]
    [TestCase("Pak?\n<Media tidak disertakan>", "media-only", "Pak?\n(media tidak disertakan)")]
    [TestCase("Jalan rusak", "few-words", "Jalan rusak")]
    public void HoldsWhatAMachineCannotUnderstand(string text, string doubts, string isi)
    {
        var item = Export.Items("26/10/25 08.00 - Budi: " + text).Single();

        Assert.That((item.Outcome, Export.Reasons(item), item.Complaints.Single().Isi), Is.EqualTo((ItemOutcome.Complaint, doubts, isi)));
    }

    [Test]
    public void WritesTheComplaintInWitaAndAnonymous()
    {
        var item = Export.Items(Group + "26/10/25 19.00 - +62 811-0000-0001: Lampu mati di simpang\n26/10/25 19.20 - +62 811-0000-0001: Mohon diperbaiki\n")[1];
        var complaint = item.Complaints.Single();

        Assert.Multiple(() =>
        {
            Assert.That(complaint.Written, Is.EqualTo(new DateTimeOffset(2025, 10, 26, 19, 0, 0, TimeSpan.FromHours(8))));
            Assert.That(item.Received, Is.EqualTo(new DateTimeOffset(2025, 10, 26, 19, 20, 0, TimeSpan.FromHours(8))));
            Assert.That(complaint.TanggalKejadian, Is.Null);
            Assert.That(complaint.Anonim, Is.True);
            Assert.That(item.Reporter, Is.EqualTo(new Gateway.Contracts.Reporter(Phone: "+62 811-0000-0001", Handle: "+62 811-0000-0001")));
        });
    }

    [Test]
    public void QuarantinesTextBeforeTheFirstHeader()
    {
        var items = Export.Items("yang sudah rusak sejak lama\n26/10/25 08.00 - Budi: Lampu mati di simpang\n");

        Assert.That(items.Select(item => (item.Item, item.Outcome)), Is.EqualTo(new[] { ("1-1", ItemOutcome.Quarantined), ("2-2", ItemOutcome.Complaint) }));
    }

    [Test]
    public void QuarantinesWordsBelowASystemLineInsteadOfDroppingThem()
    {
        var items = Export.Items(Group + "26/10/25 19.00 -Budi: Lampu mati di simpang\n26/10/25 20.00 - Siti keluar\n");

        Assert.That(items.Select(item => (item.Item, item.Outcome, Export.Reasons(item))), Is.EqualTo(new[]
        {
            ("1-2", ItemOutcome.Quarantined, "lines-after-system"), ("3-3", ItemOutcome.Ignored, "system"),
        }));
    }

    [Test]
    public void QuarantinesAFileThatIsNoChat()
    {
        foreach (var (text, item) in new[] { ("", "1"), ("satu baris", "1"), ("daftar\nbelanja\n", "1-2") })
        {
            var whole = Export.Items(text).Single();
            Assert.That((whole.Item, whole.Outcome, Export.Reasons(whole)), Is.EqualTo((item, ItemOutcome.Quarantined, "not-a-chat")));
        }
    }
}
