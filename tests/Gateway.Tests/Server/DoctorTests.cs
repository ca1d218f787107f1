using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Simulator;
using Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Server;

/// <summary>Each misconfiguration that the list in docs/operations.md names has a line of the doctor that names it, with its value and what to do.</summary>
internal sealed class DoctorTests
{
    private const string Masters = """{"results":{"data":[{"id":"101","name":"Dinas Perhubungan"}]}}""";

    [TestCase(401, "{}", "!!  default: pusat menolak token (HTTP 401). Periksa header tujuan ini: Authorization, token.")]
    [TestCase(404, "{}", "!!  default: pusat tidak mengenal rute {url}/masters/institutions/external?page_size=1000 (HTTP 404).")]
    [TestCase(200, "<html>Selamat datang</html>", "!!  default: yang menjawab di {url}/masters/institutions/external?page_size=1000 bukan SP4N-LAPOR! (HTTP 200,")]
    [TestCase(502, "{\"pesan\":\"rusak\"}", "!!  default: pusat menjawab dengan galat (HTTP 502): {\"pesan\":\"rusak\"}. Tunggu;")]
    [TestCase(200, Masters, "ok  default: pusat menjawab (HTTP 200).")]
    public async Task WhatTheCentreAnswersIsToldApart(int status, string body, string said)
    {
        await using var centre = new ScriptedServer(Answer(status, body, null));
        await using var desk = await DeskAsync(centre);

        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain(said.Replace("{url}", centre.Url, StringComparison.Ordinal)));
    }

    [TestCase("create")]
    [TestCase("upload")]
    public async Task AWrongRouteOfWhatIsSentIsToldThoughTheListsCanBeRead(string call)
    {
        await using var centre = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var right = await DeskHouse.OpenAsync(destination: Registries.Destination("default", centre.BaseUri, "state: open"));
        await using var wrong = await DeskHouse.OpenAsync(destination: Registries.Destination("default", centre.BaseUri, $"state: open, routes: {{{call}: /salah}}"));

        Assert.That((await right.RunAsync("doctor")).Output, Does.Contain("ok  default: pusat menjawab").And.Not.Contain("tidak mengenal rute"));
        Assert.That((await wrong.RunAsync("doctor")).Output, Does.Contain("!!  default: pusat tidak mengenal rute").And.Contain("/salah (HTTP 404)"));
    }

    [TestCase("done", false)]
    [TestCase("unknown", true)]
    public async Task ARouteByWhichAComplaintWentIsNotCalledMissingBecauseItTakesNoGet(string outcome, bool missing)
    {
        await using var centre = new ScriptedServer(Answer(200, Masters, null), Answer(404, "{}", null));
        await using var desk = await DeskAsync(centre);
        var number = await desk.PostAsync("""{"isi":"Jalan Slamet Riyadi berlubang di depan pasar."}""");
        var ended = desk.House.Time.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        await desk.DamageAsync($"""
            INSERT INTO attempts (id, number, destination, step, lease_token, begun, ended, outcome, request_hash, actor, node)
            VALUES ('uji', '{number}', 'default', 'create', 'uji', {ended}, {ended}, '{outcome}', 'uji', 'uji', 'uji')
            """);

        var said = (await desk.RunAsync("doctor")).Output;

        Assert.That(said, missing ? Does.Contain("!!  default: pusat tidak mengenal rute") : Does.Contain("hanya menerima POST").And.Not.Contain("tidak mengenal rute"));
    }

    [Test]
    public async Task ACentreThatIsNotThereIsToldWithItsAddress()
    {
        await using var desk = await DeskHouse.OpenAsync();

        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain("!!  default: pusat tidak dapat dihubungi di http://127.0.0.1:9/"));
    }

    [TestCase("env:GATEWAY_UJI_TIDAK_ADA")]
    [TestCase("file:/tidak/ada/token")]
    public async Task AMissingSecretIsNoTroubleOfTheNetwork(string reference)
    {
        await using var desk = await DeskHouse.OpenAsync(destination: Registries.Destination("default", OpenedHouse.Nowhere, $"headers: {{token: \"{reference}\"}}"));

        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain($"!!  default: kolom header token diambil dari {reference}, tetapi itu tidak ada").And.Not.Contain("tidak dapat dihubungi"));
        var (exit, said) = await desk.RunAsync("destination", "try", "default");
        Assert.That((exit, said.Contains($"token diambil dari {reference}", StringComparison.Ordinal), said.Contains("GET ", StringComparison.Ordinal)), Is.EqualTo((1, true, false)), said);
    }

    [TestCase(0, false)]
    [TestCase(-100, false)]
    [TestCase(180, true)]
    [TestCase(-7200, true)]
    public async Task AClockThatDiffersFromTheCentresIsTold(int seconds, bool told)
    {
        var now = new DateTimeOffset(2026, 6, 15, 2, 0, 0, TimeSpan.Zero);
        await using var centre = new ScriptedServer(Answer(200, Masters, now.AddSeconds(seconds)));
        await using var desk = await DeskAsync(centre, new FakeTimeProvider(now));

        Assert.That((await desk.RunAsync("doctor")).Output, told ? Does.Contain("!!  default: jam mesin ini (2026-06-15 10:00") : Does.Not.Contain("jam mesin"));
    }

    [TestCase(30, true)]
    [TestCase(1, false)]
    public async Task ADestinationThatWaitsLongIsTold(int minutes, bool told)
    {
        var now = new DateTimeOffset(2026, 6, 15, 2, 0, 0, TimeSpan.Zero);
        await using var centre = new ScriptedServer(Answer(200, Masters, null));
        await using var desk = await DeskAsync(centre, new FakeTimeProvider(now));
        var row = (await desk.House.Ledger.DestinationAsync("default", CancellationToken.None))!;
        Assert.That(await desk.House.Ledger.WriteAsync(row with { NotBefore = now.AddMinutes(minutes) }, CancellationToken.None), Is.True);

        Assert.That((await desk.RunAsync("doctor")).Output, told ? Does.Contain("!!  default: menunggu sampai 2026-06-15 10:30") : Does.Not.Contain("menunggu sampai"));
    }

    [Test]
    public async Task ADiskWithoutRoomIsTold()
    {
        await using var desk = await DeskHouse.OpenAsync();
        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain("ok  Ruang disk bebas"));

        desk.House.Settings.Ledger.DiskReserveBytes = long.MaxValue;

        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain($"!!  Ruang disk hampir habis di {desk.House.Settings.DataDirectory}: bebas "));
    }

    [Test]
    public async Task ScriptsReadOneObjectALine()
    {
        await using var desk = await DeskHouse.OpenAsync();

        var (exit, output) = await desk.RunAsync("doctor", "--json", "--lang", "en");

        var found = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(found.Where(line => !line["good"]!.GetValue<bool>()).Select(line => (string?)line["code"]), Is.EqualTo(new[] { "doctor.not-reached" }));
        Assert.That(found.Select(line => (string?)line["text"]), Has.All.Not.Empty);
    }

    [Test]
    public async Task ALedgerThatCannotBeOpenedIsALineToo()
    {
        var data = Directory.CreateTempSubdirectory("gateway-doctor-").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "gateway.db"), new string('x', 5000));
        await File.WriteAllTextAsync(Path.Combine(data, "master.key"), Convert.ToBase64String(new byte[32]));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(data, "master.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var written = new StringWriter();
        var context = new Gateway.Server.Commands.CommandContext(written, written, data, "tester", Running: null, Interactive: false);

        var exit = await Gateway.Server.Commands.CommandRunner.RunAsync(["doctor", "--data", data], context, CancellationToken.None);

        Assert.That(exit, Is.EqualTo(4), written.ToString());
        Assert.That(written.ToString(), Does.StartWith("!!  Ledger tidak dapat dibuka: ").And.Contain("Ruang disk"));
        Directory.Delete(data, recursive: true);
    }

    [Test]
    public async Task ALedgerThatIsNotWhereTheSettingSaysIsNamedByThatPath()
    {
        var data = Directory.CreateTempSubdirectory("gateway-doctor-").FullName;
        var path = Path.Combine(data, "tidak-ada", "gateway.db");
        await File.WriteAllTextAsync(Path.Combine(data, "appsettings.json"), new JsonObject { ["Gateway"] = new JsonObject { ["Ledger"] = new JsonObject { ["ConnectionString"] = path } } }.ToJsonString());
        await using var written = new StringWriter();
        var context = new Gateway.Server.Commands.CommandContext(written, written, data, "tester", Running: null, Interactive: false);

        var exit = await Gateway.Server.Commands.CommandRunner.RunAsync(["doctor", "--json", "--data", Path.Combine(data, "data")], context, CancellationToken.None);

        var line = JsonNode.Parse(written.ToString().Split('\n')[0])!;
        Assert.That((exit, (string?)line["code"]), Is.EqualTo((4, "doctor.no-ledger")), written.ToString());
        Assert.That((string?)line["text"], Does.Contain(path).And.Contain("Gateway:Ledger:ConnectionString"));
        Directory.Delete(data, recursive: true);
    }

    private static Task<DeskHouse> DeskAsync(ScriptedServer centre, TimeProvider? time = null) => DeskHouse.OpenAsync(
        time, Registries.Destination("default", new Uri(centre.Url), "state: open, headers: {Authorization: \"Bearer uji\", token: \"uji-uji\"}"));

    private static ServerAct Answer(int status, string body, DateTimeOffset? at) => async connection =>
    {
        await connection.ReadAsync();
        string[] headers = at is { } date ? [$"Date: {date.ToString("R", CultureInfo.InvariantCulture)}"] : [];
        await connection.RespondAsync(status, body, "application/json", headers);
    };
}
