using System.Runtime.Versioning;
using Gateway.Core.Ledger;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Server;

/// <summary>The desk of unknown outcomes: the evidence in one view, and a number that is read back before it is believed.</summary>
[SupportedOSPlatform("linux")]
internal sealed class UnknownDeskTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private ForwardingHouse house = null!;

    [SetUp]
    public async Task Open() => house = await ForwardingHouse.OpenAsync("settleAfter: 1s, leaseLength: 1s, createTimeout: 1s", Registries.Form);

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    [Test]
    public async Task ShowsTheEvidenceInOneView()
    {
        var number = await UnknownAsync("Lampu jalan di Jl. Kartini padam sejak Senin.", "0811-0000-0123");

        var (exit, shown) = await RunAsync("unknown", "show", number);

        Assert.That(exit, Is.Zero, shown);
        Assert.That(shown, Does.Contain($"No. pelacakan: {number}").And.Contain("pembuatan laporan: tidak diketahui  HTTP 500").And.Contain("oleh relay, node gateway, pengaturan v1"));
        Assert.That(shown, Does.Contain("sama persis dengan panggilan terakhir").And.Contain("Jl. Kartini padam").And.Not.Contain("0811"));
        Assert.That(shown, Does.Contain("kiriman dimulai").And.Contain("kiriman berakhir: tidak diketahui, nomor pusat -"));
        Assert.That(shown, Does.Contain("1. Masuk ke halaman admin").And.Contain($"--delivered NOMOR_PUSAT").And.Contain("4. Tidak ada: tunggu"));
        var (_, json) = await RunAsync("unknown", "show", number, "--json");
        Assert.That(json, Does.Contain("\"sentIsSame\":true").And.Contain("\"notDeliveredFrom\":").And.Not.Contain("0811"));
    }

    [Test]
    public async Task WhileItsDestinationIsPausedTheEvidenceSaysHowToSettleAllTheSame()
    {
        var number = await UnknownAsync("Lampu jalan di Jl. Kartini padam sejak Senin.");
        Assert.That((await RunAsync("unknown", "show", number)).Output, Does.Not.Contain("--unverified"));
        await RunAsync("destination", "pause", "default");

        Assert.That((await RunAsync("unknown", "show", number)).Output, Does.Contain("tambahkan --unverified").And.Contain("./gateway destination open default"));
        Assert.That((await RunAsync("unknown", "settle", number, "--delivered", IdOf(number), "--reason", "dilihat sendiri")).Output, Does.Contain("--unverified"));
    }

    [Test]
    public async Task AJournalThatWasChangedProvesNothing()
    {
        var number = await UnknownAsync("Lampu jalan di Jl. Kartini padam sejak Senin.");
        var journal = Path.Combine(house.Opened.House.JournalFolder, "creates.jsonl");
        var changed = (await File.ReadAllTextAsync(journal)).Replace("\"outcome\":\"unknown\"", "\"outcome\":\"not-sent\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(journal + ".palsu", changed);
        File.Move(journal + ".palsu", journal, overwrite: true);

        Assert.That((await RunAsync("unknown", "show", number)).Output, Does.Contain("Jurnal tidak terbaca atau tidak utuh"));
    }

    [Test]
    public async Task ANumberWithOurMarkerIsProved()
    {
        var number = await UnknownAsync("Lampu jalan di Jl. Kartini padam sejak Senin.");

        var (exit, said) = await RunAsync("unknown", "settle", number, "--delivered", $"#{IdOf(number)}", "--reason", "ditemukan");

        Assert.That((exit, (await house.FindAsync(number)).State), Is.EqualTo((0, ComplaintState.Delivered)), said);
        Assert.That(said, Does.Contain("teksnya memuat penanda pengaduan ini"));
        Assert.That((await house.Ledger.EventsAsync(number, Ct))[^1].Reasons.Select(reason => reason.Code), Is.EqualTo(new[] { "settled-delivered", "read-back-proved" }));
    }

    [Test]
    public async Task ANumberWithTheMarkerOfAnotherIsRefused()
    {
        var (number, other) = (await UnknownAsync("Lampu jalan di Jl. Kartini padam sejak Senin."), await UnknownAsync("Halte di Jalan Juanda roboh atapnya."));

        var (exit, said) = await RunAsync("unknown", "settle", number, "--delivered", IdOf(other), "--reason", "ditemukan", "--unverified");

        Assert.That((exit, (await house.FindAsync(number)).State), Is.EqualTo((1, ComplaintState.Unknown)));
        Assert.That(said, Does.Contain($"memuat penanda pengaduan lain ({other})"));
    }

    [Test]
    public async Task ATextWithoutAMarkerIsTakenOnlyOnThePersonsWord()
    {
        var number = await UnknownAsync("Lampu jalan di Jl. Kartini padam sejak Senin.");
        var id = await StrangerAsync("Laporan warga lain.");

        var (refused, said) = await RunAsync("unknown", "settle", number, "--delivered", id, "--reason", "ditemukan");
        Assert.That((refused, said.Contains("--unverified", StringComparison.Ordinal)), Is.EqualTo((1, true)), said);
        Assert.That((await RunAsync("unknown", "settle", number, "--delivered", id, "--reason", "ditemukan", "--unverified")).Exit, Is.Zero);
        Assert.That((await house.Ledger.EventsAsync(number, Ct))[^1].Reasons[^1].Code, Is.EqualTo("read-back-no-marker"));
    }

    [Test]
    public async Task OurMarkerUnderTheWordsOfAnotherIsTakenOnlyOnThePersonsWord()
    {
        var number = await UnknownAsync("Lampu jalan di Jl. Kartini padam sejak Senin.");
        var id = await StrangerAsync($"Pohon tumbang menutup Gang Mawar, kabel listrik ikut putus.\\n\\nNo. pelacakan: {number}");

        var (refused, said) = await RunAsync("unknown", "settle", number, "--delivered", id, "--reason", "ditemukan");
        Assert.That((refused, (await house.FindAsync(number)).State), Is.EqualTo((1, ComplaintState.Unknown)), said);
        Assert.That(said, Does.Contain("bukan kata-kata pengaduan ini").And.Contain("--unverified"));

        Assert.That((await RunAsync("unknown", "settle", number, "--delivered", id, "--reason", "ditemukan", "--unverified")).Exit, Is.Zero);
        Assert.That((await house.Ledger.EventsAsync(number, Ct))[^1].Reasons[^1].Code, Is.EqualTo("read-back-other-words"));
    }

    [Test]
    public async Task ANumberThatTheCentreDoesNotKnowIsTakenOnlyOnThePersonsWord()
    {
        var number = await UnknownAsync("Lampu jalan di Jl. Kartini padam sejak Senin.");

        var (refused, said) = await RunAsync("unknown", "settle", number, "--delivered", "7999999", "--reason", "ditemukan");
        Assert.That((refused, (await house.FindAsync(number)).State), Is.EqualTo((1, ComplaintState.Unknown)), said);
        Assert.That(said, Does.Contain("pusat tidak mengenal nomor 7999999").And.Contain("--unverified"));

        var (exit, told) = await RunAsync("unknown", "settle", number, "--delivered", "7999999", "--reason", "ditemukan", "--unverified");
        Assert.That((exit, told.Contains("atas kata petugas", StringComparison.Ordinal)), Is.EqualTo((0, true)), told);
        Assert.That((await house.Ledger.EventsAsync(number, Ct))[^1].Reasons[^1].Code, Is.EqualTo("read-back-not-there"));
    }

    [TestCase(FaultKind.Unavailable, "read-back-unreachable")]
    [TestCase(FaultKind.WrongSchema, "read-back-no-content")]
    public async Task WhatCannotBeReadIsTakenOnThePersonsWordAndRecordedSo(FaultKind fault, string code)
    {
        var number = await UnknownAsync("Lampu jalan di Jl. Kartini padam sejak Senin.");
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Read, fault, Seconds: 0));

        var (exit, said) = await RunAsync("unknown", "settle", number, "--delivered", IdOf(number), "--reason", "ditemukan");

        Assert.That((exit, said.Contains("atas kata petugas", StringComparison.Ordinal)), Is.EqualTo((0, true)), said);
        Assert.That((await house.Ledger.EventsAsync(number, Ct))[^1].Reasons[^1].Code, Is.EqualTo(code));
    }

    [Test]
    public async Task AListIsSettledEachForItselfAndOneBadLineBeginsNothing()
    {
        var (one, other) = (await UnknownAsync("Lampu jalan di Jl. Kartini padam sejak Senin."), await UnknownAsync("Halte di Jalan Juanda roboh atapnya."));
        var file = Path.Combine(house.Opened.Data, "daftar.csv");
        await File.WriteAllTextAsync(file, $"{one};{IdOf(one)}\n{other};tujuh\n");

        var (bad, said) = await RunAsync("unknown", "settle", "--file", file, "--reason", "ditemukan");
        Assert.That((bad, (await house.FindAsync(one)).State), Is.EqualTo((2, ComplaintState.Unknown)), said);

        await File.WriteAllTextAsync(file, $"NOMOR;NOMOR PUSAT\n{one};{IdOf(one)}\n\n{other};{IdOf(one)}\n");
        var (exit, told) = await RunAsync("unknown", "settle", "--file", file, "--reason", "ditemukan");
        Assert.That((exit, (await house.FindAsync(one)).State, (await house.FindAsync(other)).State), Is.EqualTo((1, ComplaintState.Delivered, ComplaintState.Unknown)), told);
        Assert.That(told, Does.Contain("Diputuskan: 1 dari 2.").And.Contain($"{file}:4"), "the line that was refused");

        var (early, why) = await RunAsync("unknown", "settle", other, one, "--not-delivered", "--reason", "tidak ada");
        Assert.That((early, why.Contains("belum boleh", StringComparison.Ordinal)), Is.EqualTo((1, true)), why);
        Assert.That((await RunAsync("unknown", "settle", "--not-delivered", "--reason", "x")).Exit, Is.EqualTo(2));
        Assert.That((await RunAsync("unknown", "settle", one, other, "--delivered", "7", "--reason", "x")).Exit, Is.EqualTo(2));
    }

    [Test]
    public async Task ANumberBroughtByHandIsReadBackToo()
    {
        var unknown = await UnknownAsync("Halte di Jalan Juanda roboh atapnya.");
        var number = await house.Opened.PostAsync(new Dictionary<string, string> { ["isi"] = "Lampu jalan di Jl. Kartini padam sejak Senin." });

        var (exit, said) = await RunAsync("complaints", "delivered", number, IdOf(unknown));

        Assert.That((exit, (await house.FindAsync(number)).State), Is.EqualTo((1, ComplaintState.Queued)), said);
        Assert.That(said, Does.Contain("penanda pengaduan lain"));
    }

    [Test]
    public async Task WhileItsDestinationIsPausedNothingIsReadAndTheRefusalSaysWhoPausedIt()
    {
        var (one, other) = (await UnknownAsync("Lampu jalan di Jl. Kartini padam sejak Senin."), await UnknownAsync("Halte di Jalan Juanda roboh atapnya."));
        await RunAsync("destination", "pause", "default", "--by", "Rina", "--reason", "pusat minta jeda");
        var file = Path.Combine(house.Opened.Data, "daftar.csv");
        await File.WriteAllTextAsync(file, $"{one};{IdOf(one)}\n{other};{IdOf(other)}\n");

        var (exit, said) = await RunAsync("unknown", "settle", "--file", file, "--reason", "ditemukan");

        Assert.That((exit, house.Simulator.CallsOf(CentralCall.Read), (await house.FindAsync(one)).State), Is.EqualTo((1, 0, ComplaintState.Unknown)), said);
        Assert.That(said, Does.Contain("default dijeda").And.Contain("Dijeda oleh petugas: Rina: pusat minta jeda").And.Contain("--unverified").And.Contain("Diputuskan: 0 dari 2."));
        Assert.That((await RunAsync("unknown", "settle", one, "--delivered", IdOf(one), "--reason", "ditemukan", "--unverified")).Exit, Is.Zero);
        Assert.That((house.Simulator.CallsOf(CentralCall.Read), (await house.Ledger.EventsAsync(one, Ct))[^1].Reasons[^1].Code), Is.EqualTo((0, "read-back-paused")));
    }

    // What somebody else told the centre: its number there.
    private async Task<string> StrangerAsync(string content)
    {
        using var http = new HttpClient();
        using var body = new StringContent($$"""{"title":"Lain","content":"{{content}}","date_of_incident":"2026-05-11"}""", System.Text.Encoding.UTF8, "application/json");
        using var stranger = await http.PostAsync(new Uri(house.Simulator.BaseUri, "complaints/complaint"), body);
        return $"{house.Simulator.Received[^1].Id}";
    }

    private string IdOf(string number) => $"{house.Simulator.Received.Single(stored => stored.Number == number).Id}";

    private async Task<string> UnknownAsync(string isi, string? phone = null)
    {
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.ErrorAfterStoring));
        var fields = new Dictionary<string, string> { ["isi"] = phone is null ? isi : $"{isi} Hubungi {phone}." };
        var number = await house.Opened.PostAsync(fields);
        await Eventually.HoldsAsync(
            async () =>
            {
                await house.Forwarder.ForwardAsync(number, Ct);
                return (await house.FindAsync(number)).State == ComplaintState.Unknown;
            },
            "its outcome is unknown");
        return number;
    }

    private Task<(int Exit, string Output)> RunAsync(params string[] args) => house.RunAsync(args);
}
