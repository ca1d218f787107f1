using Gateway.Simulator;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>Exported chats dropped into the watched folder of a running gateway.</summary>
[Category("Journey")]
internal sealed class ChatJourneyTests
{
    private const string Channel =
        "{key: dishub-wa, agency: dishub, kind: whatsapp, policy: auto, cutOver: \"2020-01-01T00:00:00+08:00\", whatsapp: {folder: inbox/dishub-wa, officers: [\"Dishub Kaltim\"], poll: 1s}}";

    private const string First =
        """
        25/06/26 08.10 - Pesan dan panggilan terenkripsi secara end-to-end. Tidak seorang pun di luar chat ini dapat membacanya.
        25/06/26 08.10 - +62 811-0000-0003 telah membuat grup "LAPOR DISHUB"
        25/06/26 08.12 - +62 811-0000-0004: Lampu lalu lintas di simpang Jalan Kartini mati sejak pagi, macet sekali
        25/06/26 09.40 - +62 811-0000-0005: Halte depan RSUD rusak atapnya, kalau hujan penumpang basah
        25/06/26 09.41 - Dishub Kaltim: Terima kasih, kami cek

        """;

    private const string Later =
        """
        26/06/26 07.05 - +62 811-0000-0006: Rambu dilarang parkir di Jalan Pahlawan hilang, banyak truk parkir sembarangan

        """;

    [Test]
    public async Task AnExportDroppedTwiceOrOverlappingAddsOnlyWhatIsNew()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "", Channel)).ServeAsync();
        await DropAsync(gateway, "Chat WhatsApp dengan LAPOR DISHUB.txt", First);
        await gateway.UntilAsync(list => list.Count == 2 && list.All(row => (string?)row["state"] == "delivered"));

        // The same again under another name, one line longer so that it is another file, and one that begins in the middle.
        await DropAsync(gateway, "Chat WhatsApp dengan LAPOR DISHUB (1).txt", First + "25/06/26 09.45 - Dishub Kaltim: Sudah kami teruskan\n");
        await DropAsync(gateway, "Chat WhatsApp dengan LAPOR DISHUB (2).txt", First[First.IndexOf("25/06/26 09.40", StringComparison.Ordinal)..] + Later);
        var rows = await gateway.UntilAsync(list => list.Count == 3 && list.All(row => (string?)row["state"] == "delivered"));

        // Both later files were taken to their end: the new answer of the officer is on the books.
        await Eventually.HoldsAsync(
            async () => (await gateway.RunAsync("quarantine", "list", "--ignored", "--json")).Lines().Count(item => (string?)item["reasons"]![0]!["code"] == "officer") >= 2,
            "the officer's second message is recorded");
        Assert.That(rows, Has.Count.EqualTo(3));
        Assert.That((simulator.Complaints, simulator.Doubled), Is.EqualTo((3, 0)));
    }

    private static async Task DropAsync(GatewayProcess gateway, string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(gateway.Data, "inbox", "dishub-wa"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);
    }
}
