using System.Text.Json.Nodes;
using Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Server;

/// <summary><c>complaints list</c>: what an officer needs, on a terminal of 80 columns.</summary>
internal sealed class ComplaintListTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 6, 15, 16, 30, 0, TimeSpan.Zero));
    private DeskHouse desk = null!;

    [SetUp]
    public async Task Open() => desk = await DeskHouse.OpenAsync(clock);

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task ItFitsATerminalAndTellsTheDayAndTheAgeOfWhatIsOpen()
    {
        var title = string.Concat(Enumerable.Repeat("Lampu jalan di Jl. Kartini depan SDN 003 mati sejak Senin dan gelap sekali ", 3)) + "sampai ujung gang.";
        var number = await desk.PostAsync(new JsonObject { ["isi"] = title }.ToJsonString());
        await desk.RunAsync("complaints", "hold", number, "--reason", string.Concat(Enumerable.Repeat("menunggu foto yang dijanjikan pelapor ", 20)));
        Assert.That((await ListedAsync())[0], Does.StartWith($"{number}  Ditahan").And.Contain("2026-06-16").And.Contain("hari ini"), "half past midnight in WITA");
        clock.Advance(TimeSpan.FromDays(3));

        var listed = await ListedAsync();

        Assert.That(listed.Select(line => line.Length), Is.All.LessThanOrEqualTo(80), string.Join('\n', listed));
        Assert.That(listed[0], Does.Contain("2026-06-16").And.Contain("3 hari"));
        Assert.That(listed[1], Does.Contain("dishub-form").And.Contain("Lampu jalan di Jl. Kartini"));
        Assert.That(listed[2], Does.Contain("Ditahan oleh petugas"));
        Assert.That(listed, Has.Length.LessThanOrEqualTo(5));
    }

    [Test]
    public async Task AFollowUpThatWasPostedIsNotSaidToGoYet()
    {
        var first = await desk.PostAsync("""{"isi":"Jalan Slamet Riyadi berlubang di depan pasar."}""");
        var second = await desk.PostAsync("""{"isi":"Lubangnya makin lebar, hubungi saya 0811-0000-0002."}""");
        await desk.RunAsync("complaints", "hold", second);
        await desk.RunAsync("complaints", "link", second, first, "--as", "followup");
        Assert.That(Flat(await ListedAsync("--state", "duplicate")), Does.Contain($"Tindak lanjut {first}").And.Contain("menunggu; masih dapat dibatalkan"));

        await desk.RunAsync("tasks", "settle", first + ".1", "--done", "--reason", "diketik sendiri");

        var listed = Flat(await ListedAsync("--state", "duplicate"));
        Assert.That(listed, Does.Contain($"Tindak lanjut {first}").And.Contain("sudah ada di pusat").And.Not.Contain("dibatalkan").And.Not.Contain("begitu"));
        Assert.That((await desk.RunAsync("complaints", "show", second)).Output, Does.Contain("sudah ada di pusat").And.Not.Contain("dikirim sendiri"));
        var line = JsonNode.Parse((await desk.RunAsync("complaints", "list", "--state", "duplicate", "--json")).Output)!;
        Assert.That(((string?)line["reasons"]![0]!["code"], (string?)line["followUp"]), Is.EqualTo(("linked-followup", "done")));
    }

    private static string Flat(string[] lines) => string.Join(' ', lines.Select(line => line.Trim()));

    private async Task<string[]> ListedAsync(params string[] narrowed) =>
        (await desk.RunAsync(["complaints", "list", .. narrowed])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
