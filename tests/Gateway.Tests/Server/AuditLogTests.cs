using System.Text.Json.Nodes;
using Gateway.Core.Forwarding;
using Gateway.Infrastructure.Central;
using Gateway.Server.Commands;
using Gateway.Server.Composition;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests.Server;

/// <summary><c>gateway audit log</c>: a line for each thing that happened, which a spreadsheet opens and which names no citizen.</summary>
internal sealed class AuditLogTests
{
    private const string Post = """{"nama":"Wahyu Contoh","hp":"0811-0000-0123","judul":"Lampu jalan mati","isi":"Lampu jalan di Jl. Kartini depan SDN 003 mati sejak Senin. Hubungi 0811-0000-0123."}""";

    private DeskHouse desk = null!;

    [SetUp]
    public async Task Open() => desk = await DeskHouse.OpenAsync(destination: "{key: default, kind: manual}");

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task EveryEventIsALineAndNobodyIsNamed()
    {
        var number = await desk.PostAsync(Post);
        await desk.RunAsync("complaints", "delivered", number, "7000123", "--by", "Rina", "--reason", "diketik; \"sama\"");

        var (exit, table) = await desk.RunAsync("audit", "log");
        var (_, lines) = await desk.RunAsync("audit", "log", "--format", "jsonl");

        Assert.That(exit, Is.Zero);
        Assert.That(table[0], Is.EqualTo('\uFEFF'));
        var rows = table.TrimStart('\uFEFF').Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.That(rows[0], Does.StartWith("Waktu (WITA);No. pelacakan;Instansi;"));
        Assert.That(rows, Has.Length.EqualTo(4), table);
        Assert.That(rows[3], Does.Contain($"+08:00;{number};dishub;dishub-form;default;#7000123;moved;3;Antre;Tersampaikan;person;Rina;").And.Contain("Rina").And.Contain("\"Diketik petugas di SP4N-LAPOR!. diketik; \"\"sama\"\"\""));
        Assert.That(table + lines, Does.Not.Contain("Wahyu").And.Not.Contain("0811").And.Not.Contain("Kartini"));
        var last = JsonNode.Parse(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!;
        Assert.That(((string?)last["from"], (string?)last["to"], (string?)last["by"], (int?)last["sequence"]), Is.EqualTo(("queued", "delivered", "person", 3)));
    }

    [Test]
    public async Task WhatTheCentreAnsweredIsNotInIt()
    {
        await using var centre = new ScriptedServer(Acts.Respond(422, """{"message":"Pelapor Wahyu Contoh, Gang Mawar 7, ditolak"}"""));
        await using var house = await DeskHouse.OpenAsync(destination: Registries.Destination("default", new Uri(centre.Url), "state: open, requestsPerSecond: 100"));
        using var central = new CentralClient(Secrets.Resolve, TimeProvider.System);
        var number = await house.PostAsync(Post);
        var journaled = new JournaledCentral(central, house.House.Journal, house.House.Ledger, TimeProvider.System, NullLogger<JournaledCentral>.Instance);
        await house.House.ForwarderTo(journaled).ForwardAsync(number, CancellationToken.None);

        var (_, table) = await house.RunAsync("audit", "log");
        var (_, lines) = await house.RunAsync("audit", "log", "--format", "jsonl");

        Assert.That(table + lines, Does.Contain("422").And.Not.Contain("Wahyu").And.Not.Contain("Mawar"));
        Assert.That((await house.RunAsync("complaints", "show", number)).Output, Does.Contain("ditolak"), "the desk needs it");
    }

    [TestCase("--format", "xlsx", 2)]
    [TestCase("--from", "kemarin", 2)]
    [TestCase("--state", "hilang", 2)]
    [TestCase("--agency", "dinas-gaib", 1)]
    public async Task WhatCannotBeAskedForIsSaid(string option, string value, int exit) =>
        Assert.That((await desk.RunAsync("audit", "log", option, value)).Exit, Is.EqualTo(exit));

    [Test]
    public async Task ALookOfThePenelaahIsAnEventOnceAReading()
    {
        var number = await desk.PostAsync("""{"isi":"Petugas loket minta pungli 50 ribu supaya KTP saya cepat jadi, mohon ditindak."}""");

        Assert.That((await desk.RunAsync("audit", "log")).Output, Does.Not.Contain(number));
        var (_, seen) = await desk.RunAsync("audit", "log", "--penelaah", "Dewi", "--format", "jsonl");

        Assert.That(seen, Does.Contain(number));
        Assert.That((await desk.House.Ledger.EventsAsync(number, CancellationToken.None)).Count(happened => happened is { Kind: "supervised-viewed", Actor: "Dewi" }), Is.EqualTo(1));
    }

    [Test]
    public async Task EachCellIsReadBackAsItIsInJson()
    {
        string[] names = ["=1+1", "+62", "-5", "007", "12345678901234567890", "3/4", "1e5", "Rina; \"Sari\"", "Rina\tSari", "Rina"];
        var number = await desk.PostAsync(Post);
        foreach (var (index, name) in names.Index())
        {
            var verb = index % 2 == 0 ? "hold" : "release";
            Assert.That((await desk.RunAsync("complaints", verb, number, "--by", name, "--reason", $"=1+1; baris satu\r\nbaris \"{index}\"")).Exit, Is.Zero, name);
        }

        var table = LogTable.Read((await desk.RunAsync("audit", "log", "--lang", "en")).Output);
        var lines = (await desk.RunAsync("audit", "log", "--lang", "en", "--format", "jsonl")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(table.Lines, Has.Count.EqualTo(names.Length + 2));
        Assert.That(table.Lines, Has.Count.EqualTo(lines.Length));
        foreach (var (cells, json) in table.Lines.Zip(lines.Select(line => JsonNode.Parse(line)!)))
        {
            Assert.That((cells["Time (WITA)"], cells["Tracking number"], cells["What"]), Is.EqualTo(((string?)json["at"], (string?)json["number"], (string?)json["what"])));
            Assert.That(cells["Sequence"], Is.EqualTo($"{(int?)json["sequence"]}"));
            Assert.That(cells["Actor"].TrimStart('\''), Is.EqualTo((string?)json["actor"]));
            Assert.That(cells["Why"], Is.EqualTo(string.Join(" | ", json["reasons"]!.AsArray().Select(reason => (string?)reason!["text"])).ReplaceLineEndings("\n")));
        }

        Assert.That(table.Lines.Skip(2).Select(line => line["Actor"]), Is.EqualTo(names.Select((name, index) => index < 7 ? "'" + name : name)));
    }

    [TestCase("0", "0")]
    [TestCase("2026", "2026")]
    [TestCase("123456789012345", "123456789012345")]
    [TestCase("1234567890123456", "'1234567890123456")]
    [TestCase("007", "'007")]
    [TestCase("1.500", "'1.500")]
    [TestCase("12/5", "'12/5")]
    [TestCase("(5)", "'(5)")]
    [TestCase("5 Mei", "5 Mei")]
    [TestCase("2026-11-25T01:44:05+08:00", "2026-11-25T01:44:05+08:00")]
    [TestCase("a\r\nb", "\"a\nb\"")]
    public void WhatASpreadsheetWouldShowOtherwiseIsText(string text, string cell) => Assert.That(CsvLine.Of([text]), Is.EqualTo(cell));

    [Test]
    public void WhatLooksLikeAFormulaIsText() =>
        Assert.That(CsvLine.Of(["=HYPERLINK(1)", "-1", "a;b", null, "satu\"dua", "\n=1"]), Is.EqualTo("'=HYPERLINK(1);'-1;\"a;b\";;\"satu\"\"dua\";\"'\n=1\""));
}
