using System.Runtime.Versioning;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Server;

/// <summary>A number of the centre that an officer mistyped is corrected afterwards, and both numbers stay.</summary>
[SupportedOSPlatform("linux")]
internal sealed class RenumberTests
{
    private const string Wrong = "7999999";
    private static readonly CancellationToken Ct = CancellationToken.None;

    private ForwardingHouse house = null!;
    private string number = "";
    private string right = "";

    [SetUp]
    public async Task Open()
    {
        house = await ForwardingHouse.OpenAsync("", Registries.Form);
        number = await house.Opened.PostAsync(new Dictionary<string, string> { ["isi"] = "Lampu jalan di Jl. Kartini padam sejak Senin." });
        right = await TypedAsync(number);
        Assert.That((await RunAsync("complaints", "delivered", number, Wrong, "--unverified")).Exit, Is.Zero);
    }

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    [Test]
    public async Task TheRightNumberIsReadBackAndBothAreShown()
    {
        var (exit, said) = await RunAsync("complaints", "renumber", number, "#" + right, "--by", "Rina", "--reason", "salah ketik");

        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.Contain($"dari #{Wrong} menjadi #{right}").And.Contain("teksnya memuat penanda pengaduan ini"));
        var page = (await RunAsync("complaints", "show", number)).Output;
        Assert.That(page, Does.Contain($"Nomor pusat lama  #{Wrong}").And.Contain($"#{right}").And.Contain("(Rina)").And.Contain("Kata petugas: salah ketik").And.Contain("Belum dibaca dengan nomor ini"));
        Assert.That((await RunAsync("complaints", "list", "--central", Wrong)).Output, Does.StartWith(number).And.Contain($"(dahulu dicatat #{Wrong})"));
        Assert.That((await RunAsync("complaints", "list", "--central", right)).Output, Does.StartWith(number).And.Not.Contain("dahulu"));
        Assert.That((await RunAsync("audit", "log")).Output, Does.Match($"#{right};renumbered;.*Rina.*#{Wrong}.*#{right}"));
    }

    [Test]
    public async Task WhoReportsItAgainWithTheRightNumberIsShownTheWay()
    {
        var (exit, said) = await RunAsync("complaints", "delivered", number, right);

        Assert.That(exit, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain($"./gateway complaints renumber {number} NOMOR_PUSAT"));
    }

    [Test]
    public async Task AJournalOfTheDayKnowsTheRightNumberToo()
    {
        await RunAsync("complaints", "renumber", number, right, "--reason", "salah ketik");

        var journal = await File.ReadAllLinesAsync(Path.Combine(house.Opened.House.JournalFolder, "creates.jsonl"));
        Assert.That(journal[^1], Does.Contain(number).And.Contain($"\"{right}\"").And.Contain("\"done\""));
    }

    [Test]
    public async Task AnotherWrongNumberIsRefused()
    {
        var other = await TypedAsync(await house.Opened.PostAsync(new Dictionary<string, string> { ["isi"] = "Halte di Jalan Juanda roboh atapnya." }));

        Assert.That((await RunAsync("complaints", "renumber", number, right)).Output, Does.Contain("--reason"), "a reason is asked for");
        Assert.That((await RunAsync("complaints", "renumber", number, "7888888", "--reason", "uji")).Output, Does.Contain("pusat tidak mengenal nomor 7888888"));
        Assert.That((await RunAsync("complaints", "renumber", number, other, "--reason", "uji", "--unverified")).Output, Does.Contain("penanda pengaduan lain"));
        Assert.That((await RunAsync("complaints", "renumber", number, Wrong, "--reason", "uji")).Output, Does.Contain("memang sudah"));
        Assert.That((await house.FindAsync(number)).CentralId, Is.EqualTo(Wrong));
    }

    [Test]
    public async Task ANumberThatNobodyCouldReadIsTakenOnlyOnThePersonsWord()
    {
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Read, FaultKind.Unavailable, Times: 2));

        Assert.That((await RunAsync("complaints", "renumber", number, right, "--reason", "uji")).Output, Does.Contain("pusat tidak dapat dibaca (HTTP 503)").And.Contain("--unverified"));
        Assert.That((await house.FindAsync(number)).CentralId, Is.EqualTo(Wrong));
        Assert.That((await RunAsync("complaints", "renumber", number, right, "--reason", "uji", "--unverified")).Exit, Is.Zero);
    }

    [Test]
    public async Task OnlyADeliveredOneHasANumberToCorrect()
    {
        var queued = await house.Opened.PostAsync(new Dictionary<string, string> { ["isi"] = "Halte di Jalan Juanda roboh atapnya." });

        Assert.That(await RunAsync("complaints", "renumber", queued, right, "--reason", "uji"), Is.EqualTo((1, $"{queued}: belum tersampaikan, jadi belum punya nomor pusat yang dapat dibetulkan. Lihat: ./gateway complaints show {queued}{Environment.NewLine}")));
    }

    [Test]
    public async Task WhatWasDoneUnderTheWrongNumberIsNamed()
    {
        await RunAsync("complaints", "hand-on", number, "102");
        await house.Opened.DamageAsync("UPDATE tasks SET state = 'unknown', due = NULL, doubt_since = 1");
        Assert.That((await RunAsync("complaints", "renumber", number, right, "--reason", "uji")).Output, Does.Contain($"tasks show {number}.1"), "its outcome is looked for at the wrong report");

        await RunAsync("tasks", "settle", number + ".1", "--done", "--reason", "uji");
        Assert.That((await RunAsync("complaints", "renumber", number, right, "--reason", "uji")).Output, Does.Contain($"{number}.1 sudah dikerjakan pada nomor lama #{Wrong}"));
    }

    // What a person types at the centre from its card, with the line that marks it.
    private async Task<string> TypedAsync(string typed)
    {
        using var http = new HttpClient();
        using var body = new StringContent($$"""{"title":"Diketik","content":"{{(await house.FindAsync(typed)).Isi}}\n\nNo. pelacakan: {{typed}}","date_of_incident":"2026-05-11"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(house.Simulator.BaseUri, "complaints/complaint"), body, Ct);
        return $"{house.Simulator.Received[^1].Id}";
    }

    private Task<(int Exit, string Output)> RunAsync(params string[] args) => house.RunAsync(args);
}
