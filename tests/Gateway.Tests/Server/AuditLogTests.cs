using System.Text.Json.Nodes;
using Gateway.Server.Commands;
using Gateway.Tests.Support;

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
        Assert.That(rows[3], Does.Contain($"+08:00;{number};dishub;dishub-form;default;#7000123;moved;Antre;Tersampaikan;person;Rina;").And.Contain("Rina").And.Contain("\"Diketik petugas di SP4N-LAPOR!. diketik; \"\"sama\"\"\""));
        Assert.That(table + lines, Does.Not.Contain("Wahyu").And.Not.Contain("0811").And.Not.Contain("Kartini"));
        var last = JsonNode.Parse(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!;
        Assert.That(((string?)last["from"], (string?)last["to"], (string?)last["by"], (int?)last["sequence"]), Is.EqualTo(("queued", "delivered", "person", 3)));
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
    public void WhatLooksLikeAFormulaIsText() =>
        Assert.That(CsvLine.Of(["=HYPERLINK(1)", "-1", "a;b", null, "satu\"dua", "\n=1"]), Is.EqualTo("'=HYPERLINK(1);'-1;\"a;b\";;\"satu\"\"dua\";\"'\n=1\""));
}
