using System.Text.Json.Nodes;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>Evidence of what was seen: every line of a chat stands in an item, and lines without one are an alarm.</summary>
internal sealed class EvidenceTests
{
    private const string Chat = """
        11/11/26 07.00 - Pesan dan panggilan terenkripsi secara end-to-end.
        11/11/26 08.00 - +62 811-0000-0009: Selamat pagi
        11/11/26 08.01 - +62 811-0000-0009: Lampu jalan mati pak, gelap sekali,
        tolong diperbaiki
        11/11/26 18.30 - +62 811-0000-0008: Jalan di Jl. Mawar berlubang besar

        """;

    [Test]
    public async Task EveryLineOfAChatStandsInAnItem()
    {
        await using var desk = await DeskHouse.OpenAsync();
        await desk.ChatAsync(Chat);

        var (exit, said) = await desk.RunAsync("audit", "completeness", "--evidence", "--json");

        var source = JsonNode.Parse(said)!["evidence"]![0]!;
        Assert.That((exit, (string?)source["kind"], (string?)source["places"]), Is.EqualTo((0, "whatsapp", "1-5")), said);
        Assert.That(said, Does.Not.Contain("0009"), "the name of the file may tell who wrote");
    }

    [Test]
    public async Task ALineWithoutAnOutcomeIsAnAlarm()
    {
        await using var desk = await DeskHouse.OpenAsync();
        await desk.ChatAsync(Chat);
        await desk.DamageAsync("DELETE FROM items WHERE item LIKE '2-%'");

        var (exit, said) = await desk.RunAsync("audit", "completeness", "--evidence");

        Assert.That(exit, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain("!! Baris tanpa hasil: 2"));
    }
}
