using System.Text;
using System.Text.Json.Nodes;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Masters;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;
using Gateway.Server.Health;
using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Simulator;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Server;

/// <summary>Lists of the centre: read daily by pages, kept by version, never replaced by less than a whole, and the alarm for a code that vanished.</summary>
internal sealed class MastersTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private FakeTimeProvider time = null!;
    private Centre centre = null!;
    private DeskHouse desk = null!;
    private CentralClient client = null!;
    private MasterDesk masters = null!;

    [SetUp]
    public async Task Open()
    {
        time = new FakeTimeProvider(Some.Noon);
        centre = await Centre.OpenAsync(new SimulatorOptions { MasterPageSize = 10 });
        desk = await DeskHouse.OpenAsync(time, Registries.Destination("default", centre.Simulator.BaseUri, "state: open, requestsPerSecond: 0, codes: {institution: {dishub: \"101\"}}"));
        client = new CentralClient(Secrets.Resolve, time);
        masters = desk.House.Masters(client);
    }

    [TearDown]
    public async Task Close()
    {
        client.Dispose();
        await desk.DisposeAsync();
        await centre.DisposeAsync();
    }

    [Test]
    public async Task ACentreThatIsAwayKeepsTheListsOfNoOtherFromBeingRead()
    {
        string[] both = [Registries.Destination("away", OpenedHouse.Nowhere, "state: open"), Registries.Destination("default", centre.Simulator.BaseUri, "state: open, requestsPerSecond: 0")];
        await desk.House.ApplyAsync(desk.Write("registry.yaml", Registries.Of(both, Registries.Form)), "tester", Ct);
        var away = (await desk.House.Ledger.DestinationAsync("away", Ct))!;
        Assert.That(await desk.House.Ledger.WriteAsync(away with { BreakerUntil = time.GetUtcNow().AddMinutes(4) }, Ct), Is.True);

        await RunAsync();

        Assert.That((await InstitutionsAsync())?.Entries, Has.Count.EqualTo(23));
    }

    [Test]
    public async Task ReadsAllPagesOnceADayAndKeepsAVersionOnlyWhenItDiffers()
    {
        await RunAsync();
        Assert.That((await InstitutionsAsync())!.Entries, Has.Count.EqualTo(23));
        Assert.That((await desk.House.Ledger.MastersAsync("default", MasterList.Templates, null, Ct))!.Entries[0], Is.EqualTo(new MasterEntry("1", "SIM-TERIMA", "Terima kasih atas laporan Saudara. Laporan telah kami terima dan sedang kami pelajari.")));
        var calls = centre.Simulator.CallsOf(CentralCall.Masters);
        Assert.That(calls, Is.EqualTo(4), "three pages and one");

        await RunAsync();
        Assert.That(centre.Simulator.CallsOf(CentralCall.Masters), Is.EqualTo(calls), "not due");
        time.Advance(TimeSpan.FromHours(25));
        await RunAsync();

        Assert.That((centre.Simulator.CallsOf(CentralCall.Masters), (await InstitutionsAsync())!.Version), Is.EqualTo((calls * 2, 1)));
    }

    [Test]
    public async Task ACodeThatVanishedIsAnAlarmOfTheDoctor()
    {
        await RunAsync();
        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain("semua kode instansi dikenal pusat (23 instansi, versi 1)"));
        centre.Simulator.CloseInstitutions(101);
        time.Advance(TimeSpan.FromHours(25));

        await RunAsync();

        var (exit, doctor) = await desk.RunAsync("doctor");
        Assert.That((exit, (await InstitutionsAsync())!.Version), Is.EqualTo((1, 2)));
        Assert.That(doctor, Does.Contain("!!  default: instansi 101 (dishub; dulu: Dinas Perhubungan Provinsi Kalimantan Timur) hilang dari daftar pusat"));
        var (_, shown) = await desk.RunAsync("destination", "masters", "default", "--diff");
        Assert.That(shown, Does.Contain("Kode 101 (dishub) tidak ada").And.Contain("  - 101  Dinas Perhubungan Provinsi Kalimantan Timur"));
        Assert.That((await desk.RunAsync("destination", "masters", "default", "--find", "balikpapan")).Output, Does.Contain("208  Pemerintah Kota Balikpapan"));
    }

    [Test]
    public async Task WhoWatchesFromOutsideSeesTheAgeOfTheListsAndHowManyCodesAreMissing()
    {
        Assert.That(await MetricsAsync(), Does.Not.Contain("destination="), "nothing is known before the first look");
        await RunAsync();
        time.Advance(TimeSpan.FromMinutes(90));
        Assert.That(await MetricsAsync(), Does.Contain("gateway_master_codes_missing{destination=\"default\"} 0\n")
            .And.Contain("gateway_master_list_age_seconds{destination=\"default\",list=\"institutions\"} 5400\n")
            .And.Contain("gateway_master_list_age_seconds{destination=\"default\",list=\"templates\"} 5400\n"));

        centre.Simulator.CloseInstitutions(101);
        time.Advance(TimeSpan.FromHours(24));
        await RunAsync();
        Assert.That(await MetricsAsync(), Does.Contain("gateway_master_codes_missing{destination=\"default\"} 1\n").And.Contain("list=\"institutions\"} 0\n"));

        // A look that failed is none: the age goes on.
        time.Advance(TimeSpan.FromHours(25));
        centre.Simulator.AddFaults(new SimulatorFault(CentralCall.Masters, FaultKind.Html, Times: 10));
        await RunAsync();
        Assert.That(await MetricsAsync(), Does.Contain("list=\"institutions\"} 90000\n"));
    }

    [TestCase(FaultKind.Html, "masters-unreadable")]
    [TestCase(FaultKind.Unavailable, "masters-unreachable")]
    [TestCase(FaultKind.EmptyList, "masters-empty")]
    [TestCase(FaultKind.HalfList, "masters-shrunk")]
    [TestCase(FaultKind.WrongSchema, "masters-unreadable")]
    [TestCase(FaultKind.ResetBefore, "masters-unreachable")]
    public async Task WhatIsNotWholeNeverTakesThePlaceOfWhatIsKnown(FaultKind fault, string code)
    {
        await RunAsync();
        time.Advance(TimeSpan.FromHours(25));
        centre.Simulator.AddFaults(new SimulatorFault(CentralCall.Masters, fault));

        await RunAsync();

        Assert.That((await masters.LookAsync("default", MasterList.Institutions, Ct))!.Fault!.Code, Is.EqualTo(code));
        Assert.That((await InstitutionsAsync()) is { Version: 1, Entries.Count: 23 });
        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain("default: daftar institutions: "));
        time.Advance(TimeSpan.FromHours(2));
        await RunAsync();
        Assert.That((await masters.LookAsync("default", MasterList.Institutions, Ct))!.Fault, Is.Null, "tried again within the hour");
    }

    [Test]
    public async Task APageThatFailsInTheMiddleLeavesTheWholeAsItWas()
    {
        await RunAsync();
        centre.Simulator.CloseInstitutions(110);
        time.Advance(TimeSpan.FromHours(25));
        centre.Simulator.AddFaults(new SimulatorFault(CentralCall.Masters, FaultKind.Html, Nth: 2));

        await RunAsync();

        Assert.That((await InstitutionsAsync())!.Version, Is.EqualTo(1));
        time.Advance(TimeSpan.FromHours(2));
        await RunAsync();
        Assert.That(await InstitutionsAsync() is { Version: 2, Entries.Count: 22 });
    }

    [Test]
    public async Task WhatIsHeldIsTakenAtAPersonsWord()
    {
        await RunAsync();
        centre.Simulator.CloseInstitutions([.. Enumerable.Range(102, 12).Select(id => (long)id), 1]);

        var (exit, said) = await desk.RunAsync("destination", "masters", "default", "--read");

        Assert.That((exit, await InstitutionsAsync() is { Version: 1 }), Is.EqualTo((1, true)), said);
        Assert.That(said, Does.Contain("hilang (23 -> 11 baris)").And.Contain("11 baris ditahan"));
        Assert.That((await desk.RunAsync("destination", "masters", "default", "--accept", "--by", "Rina")).Exit, Is.Zero);
        Assert.That(await InstitutionsAsync() is { Version: 2, Entries.Count: 11, Actor: "Rina" });
        Assert.That((await desk.RunAsync("destination", "masters", "default", "--accept")).Exit, Is.EqualTo(1), "nothing is held");
        var json = JsonNode.Parse((await desk.RunAsync("destination", "masters", "default", "--json")).Output)!;
        Assert.That(((int?)json["version"], (int?)json["count"], (int?)json["held"]), Is.EqualTo((2, 11, (int?)null)));
    }

    [Test]
    public async Task WhatNobodyExpectedIsALookThatFailed()
    {
        masters = new MasterDesk(desk.House.Ledger, new FailingSource(), client, new ReadingTurns(desk.House.Ledger, client, time, NullLogger<ReadingTurns>.Instance), desk.House.Registry, time, NullLogger<MasterDesk>.Instance);

        await RunAsync();

        Assert.That((await masters.LookAsync("default", MasterList.Institutions, Ct))!.Fault!.ToString(), Does.Contain("masters-unreadable").And.Contain("FormatException"));
        Assert.That(await masters.StepAsync(Ct), Is.GreaterThan(TimeSpan.Zero), "not due at once again");
        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain("default: daftar institutions: "));
    }

    [Test]
    public async Task APausedDestinationIsNotRead()
    {
        await desk.RunAsync("destination", "pause", "default", "--reason", "pemeliharaan");
        await RunAsync();
        var (exit, said) = await desk.RunAsync("destination", "masters", "default", "--read");

        Assert.That((exit, centre.Simulator.CallsOf(CentralCall.Masters)), Is.EqualTo((1, 0)));
        Assert.That(said, Does.Contain("default: ditolak: tujuan default dijeda").And.Contain("tester: pemeliharaan"));
        await desk.RunAsync("destination", "open", "default");
        Assert.That((await desk.RunAsync("destination", "masters", "default", "--read")).Output, Does.Contain("Halaman 1 dibaca: 10 baris").And.Contain("Halaman 3 dibaca: 23 baris"));
    }

    [Test]
    public async Task TheDoctorNamesWhatHasNoCode()
    {
        await using var strict = await DeskHouse.OpenAsync(destination: Registries.Destination("default", OpenedHouse.Nowhere, "state: open, codes: {category: {Jalan: \"3\"}}"));
        await strict.PostAsync("""{"isi":"Pohon tumbang menutup Jalan Kartini sejak pagi tadi.","kategori":"Perikanan"}""");

        var (_, doctor) = await strict.RunAsync("doctor");

        Assert.That(doctor, Does.Contain("default: kode belum dipetakan (category); 1 pengaduan ditahan karenanya"));
    }

    [TestCase("destination", "masters", "lain", 1)]
    [TestCase("destination", "masters", "default", 2, "--list", "provinsi")]
    public async Task WhatCannotBeShownIsSaid(string verb, string noun, string key, int exit, params string[] more) =>
        Assert.That((await desk.RunAsync([verb, noun, key, .. more])).Exit, Is.EqualTo(exit));

    private async Task RunAsync()
    {
        while (await masters.StepAsync(Ct) == TimeSpan.Zero) { }
    }

    private Task<MasterSet?> InstitutionsAsync() => desk.House.Ledger.MastersAsync("default", MasterList.Institutions, null, Ct);

    private async Task<string> MetricsAsync()
    {
        var text = new StringBuilder();
        await MasterMetrics.WriteAsync(desk.House, text, Ct);
        return text.ToString();
    }

    private sealed class FailingSource : IMasterSource
    {
        public Task<MasterPage> ReadPageAsync(Destination destination, MasterList list, int page, CancellationToken ct) => throw new FormatException();
    }
}
