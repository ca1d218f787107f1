using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>Accounts at the centre over real parts: tokens and codes that never cross, pauses that lose nothing, files that arrive byte for byte.</summary>
[Category("Journey")]
internal sealed class DestinationJourneyTests
{
    private const string District = "{key: kukar-form, agency: dlh, kind: webform, policy: auto, destination: kukar}";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly HttpClient Http = new();

    [Test]
    public async Task EachDestinationGetsItsOwnComplaintsWithItsOwnTokensAndCodes()
    {
        await using var province = await StartAsync(new SimulatorOptions { Authorization = "Bearer provinsi", Token = "token-provinsi" });
        await using var district = await StartAsync(new SimulatorOptions { Authorization = "Bearer kukar", Token = "token-kukar" });
        await using var gateway = await new GatewayProcess(Registries.Of(
            [Account("default", province, "PROVINSI", 7, "1", "501"), Account("kukar", district, "KUKAR", 8, "9", "902")], Registries.Form, District))
            .With("PROVINSI_AUTH", "Bearer provinsi").With("PROVINSI_TOKEN", "token-provinsi")
            .With("KUKAR_AUTH", "Bearer kukar").With("KUKAR_TOKEN", "token-kukar").ServeAsync();
        var (toProvince, toDistrict) = (new List<string>(), new List<string>());
        for (var i = 0; i < 5; i++)
        {
            toProvince.Add(await FormJourneyTests.PostAsync(gateway, $"Lampu jalan nomor {i} mati di Samarinda."));
            toDistrict.Add(await FormJourneyTests.PostAsync(gateway, $"Sampah menumpuk di pasar nomor {i} Tenggarong.", "kukar-form"));
        }

        await gateway.UntilAsync(list => list.Count == 10 && list.All(row => (string?)row["state"] == "delivered"));

        Assert.That(province.Received.Select(stored => stored.Number), Is.EquivalentTo(toProvince));
        Assert.That(district.Received.Select(stored => stored.Number), Is.EquivalentTo(toDistrict));
        Assert.That(province.Received.Select(Codes).Distinct(), Is.EqualTo(new[] { "7 1 501" }));
        Assert.That(district.Received.Select(Codes).Distinct(), Is.EqualTo(new[] { "8 9 902" }));
        foreach (var secret in new[] { "Bearer ", "token-" }) Assert.That(gateway.Log, Does.Not.Contain(secret));
    }

    [Test]
    public async Task AWrongTokenPausesWithAReasonBurnsNoAttemptAndOpensWithTheRightOne()
    {
        await using var simulator = await StartAsync(new SimulatorOptions { Authorization = "Bearer benar" });
        await using var gateway = new GatewayProcess("");
        var token = Path.Combine(gateway.Data, "lapor-auth");
        await File.WriteAllTextAsync(token, "Bearer salah\n");
        await File.WriteAllTextAsync(gateway.RegistryPath, Registries.With(simulator.BaseUri, $"headers: {{Authorization: \"file:{token}\"}}", Registries.Form));
        await gateway.ServeAsync();
        await PostAsync(gateway, 2);

        var (code, text) = await gateway.PausedAsync();
        await PostAsync(gateway, 2, from: 3);
        var rows = await gateway.UntilAsync(list => list.Count == 4 && list.All(row => (string?)row["state"] == "queued"));

        Assert.That(code, Is.EqualTo("misconfigured"));
        Assert.That(text, Does.Contain("HTTP 401"));
        Assert.That(rows.Select(row => (int)row["attempts"]!), Is.All.Zero);
        Assert.That(gateway.Log, Does.Contain("Destination default is paused").And.Not.Contain("Bearer salah"));
        Assert.That(simulator.Complaints, Is.Zero);
        Assert.That(await gateway.StopAsync(), Is.Zero);
        await gateway.ServeAsync();
        Assert.That((string?)(await gateway.DestinationAsync())["state"], Is.EqualTo("paused"), "'state: open' in the file does not reopen it");

        await File.WriteAllTextAsync(token, "Bearer benar\n");
        await gateway.OpenDestinationAsync();

        await gateway.UntilAsync(list => list.All(row => (string?)row["state"] == "delivered"));
        Assert.That((simulator.Complaints, simulator.Doubled), Is.EqualTo((4, 0)));
    }

    [TestCase(3, 1)]
    [TestCase(3, 4)]
    [TestCase(8, 4)]
    public async Task RefusalsInARowPauseTheDestinationAndAllComeBackToTheQueue(int complaints, int concurrency)
    {
        await using var simulator = await StartAsync(new SimulatorOptions());
        simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.Refuse, Times: 0));
        await using var gateway = await new GatewayProcess(Registries.Of(
            [Registries.Destination("default", simulator.BaseUri, $"requestsPerSecond: 100, maxConcurrency: {concurrency}")], Registries.Form)).ServeAsync();
        await PostAsync(gateway, complaints);
        await gateway.UntilAsync(list => list.Count(row => (string?)row["state"] == "queued") == complaints);
        Assert.That(simulator.CallsOf(CentralCall.Any), Is.Zero, "a destination never opened gets nothing");

        await gateway.OpenDestinationAsync();
        var (code, text) = await gateway.PausedAsync();
        var rows = await gateway.UntilAsync(list => list.All(row => (string?)row["state"] == "queued"));

        Assert.That(code, Is.EqualTo("refused-in-a-row"));
        Assert.That(text, Does.Contain("HTTP 422"));
        Assert.That(rows.Select(row => (int)row["attempts"]!), Is.All.Zero, "no attempt is burnt");
        Assert.That(rows.Count(row => Reason(row) == "misconfigured"), Is.EqualTo(simulator.CallsOf(CentralCall.Create)).And.AtLeast(3));
        using var cleared = await Http.DeleteAsync(new Uri(simulator.BaseUri, "/_simulator/faults"));
        await gateway.OpenDestinationAsync();
        await gateway.UntilAsync(list => list.All(row => (string?)row["state"] == "delivered"));
        Assert.That((simulator.Complaints, simulator.Doubled), Is.EqualTo((complaints, 0)));
    }

    [Test]
    public async Task ARetryAfterHoldsTheWholeDestinationBack()
    {
        const int Seconds = 15;
        await using var simulator = await StartAsync(new SimulatorOptions());
        simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.UnavailableRetryAfter, Seconds: Seconds));
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "schedule: [1s]", Registries.Form)).ServeAsync();
        var first = await FormJourneyTests.PostAsync(gateway, "Bus pelajar tidak lewat Jalan Juanda selama dua hari.");
        await gateway.UntilAsync(list => list.Any(row => (string?)row["state"] == "retrying"));

        var second = await FormJourneyTests.PostAsync(gateway, "Halte di Jalan Juanda tidak beratap.");
        await simulator.WaitForAsync(centre => centre.Complaints == 2, Patience);

        var refused = (await AttemptsAsync(gateway, first))[0]!;
        var again = new[] { (await AttemptsAsync(gateway, first))[1]!, (await AttemptsAsync(gateway, second))[0]! };
        Assert.That(again.Select(attempt => (DateTimeOffset)attempt["begun"]! - (DateTimeOffset)refused["ended"]!),
            Is.All.GreaterThanOrEqualTo(TimeSpan.FromSeconds(Seconds - 1)), "times are shown to the second");
        Assert.That(simulator.CallsOf(CentralCall.Create), Is.EqualTo(3));
    }

    [Test]
    public async Task FilesFullOfDelimitersArriveByteForByte()
    {
        const string Boundary = "batas-4711";
        await using var simulator = await StartAsync(new SimulatorOptions { UploadLimit = null });
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "attachments: {total: 20MB, each: 20MB}", Registries.Form)).ServeAsync();
        byte[][] files = [Hostile(Boundary, 1), Hostile(Boundary, 3_000)];
        using var form = new MultipartFormDataContent(Boundary) { { new StringContent("Foto dan surat terlampir: jembatan di Loa Janan retak."), "isi" } };
        foreach (var (bytes, i) in files.Select((bytes, i) => (bytes, i)))
        {
            form.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }, "lampiran", $"surat {i}.pdf");
        }

        using var answer = await Http.PostAsync(new Uri(gateway.Address, "/intake/dishub-form"), form);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await answer.Content.ReadAsStringAsync());
        await simulator.WaitForAsync(centre => centre.Complaints == 1, Patience);
        var arrived = simulator.Received[0].Attachments.Select(file => simulator.ReadFile(file.Id)!).ToList();
        Assert.That(arrived, Has.Count.EqualTo(2));
        for (var i = 0; i < files.Length; i++) Assert.That(arrived[i].AsSpan().SequenceEqual(files[i]), $"file {i} is the same");
        Assert.That(simulator.OrphanFiles, Is.Zero);
        Assert.That((string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["trackingNumber"], Is.EqualTo(simulator.Received[0].Number));
    }

    // What looks like the end of a part, of the form, or like another field, on the way in and on the way out.
    private static byte[] Hostile(string boundary, int times)
    {
        string[] lines =
        [
            $"\r\n--{boundary[..^1]}\r\n", $"\n--{boundary}\n", $"\r--{boundary}--\r", $"\r\n-{boundary}--\r\n", "\r\n--\r\n", "\r\n----\r\n\r\n", "\0\u0001\n\n\r\r",
            "\r\n--gateway0123456789ABCDEF0123456789ABCDEF01234567--\r\n", "\r\n------WebKitFormBoundaryAAAA\r\n",
            "Content-Disposition: form-data; name=\"attachments[]\"; filename=\"palsu.pdf\"\r\nContent-Type: application/pdf\r\n\r\n",
        ];
        return [.. "%PDF-1.4"u8, .. Enumerable.Repeat(lines, times).SelectMany(all => all).SelectMany(System.Text.Encoding.Latin1.GetBytes), 0xFF, 0x0D, 0x0A];
    }

    private static string Account(string key, CentralSimulator centre, string secrets, int channel, string classification, string institution) => Registries.Destination(
        key,
        centre.BaseUri,
        $"state: open, requestsPerSecond: 100, headers: {{Authorization: \"env:{secrets}_AUTH\", token: \"env:{secrets}_TOKEN\"}}, fields: {{channel: {channel}}}, "
        + $"codes: {{classification: {{pengaduan: \"{classification}\"}}, institution: {{dishub: \"{institution}\", dlh: \"{institution}\"}}}}");

    private static string Codes(Gateway.Simulator.Book.StoredComplaint stored) =>
        string.Join(' ', new[] { "channel", "classification_id", "disposition_id" }.Select(field => stored.Fields.GetProperty(field).ToString()));

    private static string? Reason(JsonObject row) => row["reasons"]!.AsArray() is [var reason, ..] ? (string?)reason!["code"] : null;

    private static async Task<JsonArray> AttemptsAsync(GatewayProcess gateway, string number) => (await gateway.ShowAsync(number))["attemptLog"]!.AsArray();

    private static async Task PostAsync(GatewayProcess gateway, int count, int from = 1)
    {
        for (var i = from; i < from + count; i++) await FormJourneyTests.PostAsync(gateway, $"Rambu di simpang nomor {i} Jalan Gajah Mada roboh.");
    }

    private static Task<CentralSimulator> StartAsync(SimulatorOptions options) => CentralSimulator.StartAsync(options, CancellationToken.None);
}
