using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>What belongs to one complaint, what begins the next, and what is none.</summary>
internal sealed class MatterTests
{
    private const string Group = "13/10/25 10.20 - Dishub Kaltim membuat grup \"LAPOR\"\n";
    private const string Matter = "26/10/25 08.00 - Budi: Lampu mati di Jl. Kartini\n";

    [TestCase("26/10/25 12.00 - Budi: <Media tidak disertakan>")]
    [TestCase("28/10/25 12.00 - Budi: ?")]
    [TestCase("28/10/25 12.00 - Budi: Gimana Pak, sudah diperbaiki belum?")]
    [TestCase("29/10/25 07.59 - Budi: mohon segera ditindaklanjuti pak")]
    [TestCase("27/10/25 07.59 - Budi: lokasi: https://maps.google.com/?q=-0.502106,117.153709")]
    public void AReminderOrALonePictureJoinsTheLastMatter(string line)
    {
        var item = Export.Items(Group + Matter + "26/10/25 09.00 - Siti: Halte bocor di pasar pagi\n" + line)[1];

        Assert.That((item.Item, item.Outcome, Export.Reasons(item)), Is.EqualTo(("2-4", ItemOutcome.Complaint, "")));
        Assert.That(item.Complaints.Single().Received!.Value.Hour, Is.EqualTo(8), "a reminder does not move the day of receipt");
    }

    [TestCase("29/10/25 08.01 - Budi: gimana pak", "few-words", TestName = "{m}(after three days)")]
    [TestCase("27/10/25 08.00 - Budi: Sekarang halte juga rusak", "", TestName = "{m}(a new matter)")]
    [TestCase("27/10/25 08.00 - Budi: PTT-20251027-WA0001.opus (file terlampir)", "voice-note attachment-missing", TestName = "{m}(a voice note)")]
    public void WhatIsNoReminderBeginsItsOwnComplaint(string line, string doubts)
    {
        var items = Export.Items(Group + Matter + line);

        Assert.That(items.Skip(1).Select(item => (item.Item, Export.Reasons(item))), Is.EqualTo(new[] { ("2-2", ""), ("3-3", doubts) }));
    }

    [Test]
    public void TakesTheReachOfAReminderFromTheSettings() =>
        Assert.That(Export.Items(Group + Matter + "28/10/25 12.00 - Budi: gimana pak", """{"matter": "24h"}"""), Has.Count.EqualTo(3));

    [TestCase("26/10/25 07.00 - Budi: <Media tidak disertakan>\n" + Matter)]
    [TestCase(Matter + "26/10/25 09.00 - Budi: <Media tidak disertakan>\n")]
    public void APictureBeforeOrAfterTheTextBelongsToIt(string text)
    {
        var item = Export.Items(Group + text)[1];

        Assert.That((item.Item, Export.Reasons(item), item.Complaints.Single().Isi), Is.EqualTo(("2-3", "", "Lampu mati di Jl. Kartini")));
    }

    [Test]
    public void ThanksAndGreetingsBetweenJoinNothing()
    {
        var items = Export.Items(Group + Matter + "26/10/25 10.00 - Budi: Terima kasih Pak\n26/10/25 11.00 - Budi: sudah belum pak?\n");

        Assert.That(items.Skip(1).Select(item => (item.Item, item.Outcome)), Is.EqualTo(new[] { ("2-4", ItemOutcome.Complaint), ("3-3", ItemOutcome.Ignored) }));
        Assert.That(items[1].Complaints.Single().Isi, Is.EqualTo("Lampu mati di Jl. Kartini\nsudah belum pak?"));
    }

    [Test]
    public void TriggerWordsDecideWhereTheyAreSet()
    {
        var items = Export.Items(
            Group + "26/10/25 08.00 - Budi: #LAPOR lampu mati di Jl. Kartini\n26/10/25 09.00 - Siti: Besok rapat jam berapa ya kawan\n26/10/25 09.30 - Ani: Selamat pagi\n",
            """{"triggers": ["#lapor"]}""");

        Assert.That(items.Skip(1).Select(item => (item.Outcome, Export.Reasons(item))), Is.EqualTo(new[]
        {
            (ItemOutcome.Complaint, ""), (ItemOutcome.Ignored, "no-trigger"), (ItemOutcome.Ignored, "greeting"),
        }));
    }

    [TestCase("Lampu mati di sini\nlokasi: https://maps.google.com/?q=-0.502106,117.153709", "", "-0.502106, 117.153709")]
    [TestCase("location: https://maps.google.com/?q=-0.502106,117.153709", "media-only", "-0.502106, 117.153709")]
    [TestCase("Jalan amblas di https://maps.app.goo.gl/AbCdEf1234", "", "https://maps.app.goo.gl/AbCdEf1234")]
    public void ALocationPinIsThePlace(string text, string doubts, string place)
    {
        var item = Export.Items("26/10/25 08.00 - Budi: " + text).Single();
        var complaint = item.Complaints.Single();

        Assert.That((Export.Reasons(item), complaint.Lokasi, complaint.Isi), Is.EqualTo((doubts, place, text)));
        Assert.That(complaint.Derived.Keys, Is.EqualTo(new[] { "lokasi" }));
    }

    [Test]
    public void TheNumberIsTakenFromTheFileNameWhereTheChatShowsAName()
    {
        var reporter = Export.Items(Matter, file: "Chat WhatsApp dengan +62 811-0000-0021.txt").Single().Reporter;

        Assert.That(reporter, Is.EqualTo(new Reporter(Name: "Budi", Phone: "+62 811-0000-0021", Handle: "Budi")));
    }

    [Test]
    public void AWebpIsASticker() =>
        Assert.That(Export.Reasons(Export.Items("26/10/25 08.00 - Budi: 00000012-2025.webp (file terlampir)").Single()), Is.EqualTo("no-complaint"));

    [TestCase("<Multimedia omitido>", null)]
    [TestCase("<Medien ausgeschlossen>", null)]
    [TestCase("\u200E<adjunto: 00000012-PHOTO.jpg>", "00000012-PHOTO.jpg")]
    [TestCase("IMG-20251027-WA0002.jpg (archivo adjunto)", "IMG-20251027-WA0002.jpg")]
    public void MediaOfPhonesInOtherLanguagesAreMedia(string text, string? name)
    {
        var message = Export.Messages("26/10/25 08.00 - Budi: " + text).Single();

        Assert.That((message.Kind, message.Text, message.Attachment), Is.EqualTo((Gateway.Adapters.WhatsApp.ChatMessageKind.Media, "", name)));
    }

    [TestCase("jalan <rusak> parah")]
    [TestCase("<lampu jalan mati semua>")]
    [TestCase("<lihat: https://contoh.example>")]
    [TestCase("Halte (depan RSUD) bocor")]
    public void WordsInBracketsAreWords(string text) =>
        Assert.That(Export.Messages("26/10/25 08.00 - Budi: " + text).Single().Text, Is.EqualTo(text));
}
