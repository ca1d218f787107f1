using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Simulator;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>A form post on its whole way, over the real process, SQLite on disk and the simulator over HTTP.</summary>
[Category("Journey")]
internal sealed class FormJourneyTests
{
    private static readonly HttpClient Http = new();

    [Test]
    public async Task APostReachesTheCentreOnceAndTheCitizenCanTrackIt()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "", Registries.Form)).ServeAsync();
        var number = await PostAsync(gateway, "Lampu jalan di depan SDN 012 Samarinda mati sejak Senin.");

        var rows = await gateway.UntilAsync(list => list.Any(row => (string?)row["state"] == "delivered"));

        Assert.That((string?)rows[0]["number"], Is.EqualTo(number));
        Assert.That(simulator.Received[0].Number, Is.EqualTo(number));
        var tracked = await Http.GetFromJsonAsync<JsonObject>(new Uri(gateway.Address, $"/track/{number.Replace("-", "", StringComparison.Ordinal)}"));
        Assert.That((string?)tracked!["state"], Is.EqualTo("forwarded"));
        Assert.That(await gateway.StopAsync(), Is.Zero);
    }

    [Test]
    public async Task APostThatWasAnswered202SurvivesKillAtOnce()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "", Registries.Form)).ServeAsync();
        var numbers = new List<string>();
        for (var i = 0; i < 10; i++) numbers.Add(await PostAsync(gateway, $"Angkutan kota nomor {i} tidak berhenti di halte Jalan Awang Long."));

        await gateway.KillAsync();
        await gateway.ServeAsync();
        var rows = await gateway.UntilAsync(list => list.Count(row => (string?)row["state"] is "delivered" or "unknown") == 10);

        Assert.That(rows.Select(row => (string?)row["number"]), Is.EquivalentTo(numbers));
        Assert.That(simulator.Doubled, Is.Zero);
    }

    [Test]
    public async Task CentreDownThenBackDeliversEverythingOnce()
    {
        var first = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        var address = first.BaseUri;
        await first.DisposeAsync();
        await using var gateway = await new GatewayProcess(
            Registries.With(address, "schedule: [1s]", Registries.Form)).ServeAsync();
        for (var i = 0; i < 3; i++) await PostAsync(gateway, $"Rambu di simpang {i} Jalan Gajah Mada roboh.");
        await gateway.UntilAsync(list => list.Count == 3 && list.All(row => (int)row["attempts"]! > 0));

        await using var back = await CentralSimulator.StartAsync(new SimulatorOptions { Port = address.Port }, CancellationToken.None);
        await gateway.UntilAsync(list => list.All(row => (string?)row["state"] == "delivered"), TimeSpan.FromMinutes(3));

        Assert.That((back.Complaints, back.Doubled), Is.EqualTo((3, 0)));
    }

    [TestCase("500-after-storing")]
    [TestCase("time-out-after-storing")]
    [TestCase("reset-after")]
    public async Task AnOutcomeNobodyKnowsWaitsInUnknownAndIsNotSentAgain(string fault)
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await AddFaultAsync(simulator, $$"""[{"call":"create","nth":1,"times":1,"fault":"{{fault}}","seconds":20}]""");
        await using var gateway = await new GatewayProcess(
            Registries.With(simulator.BaseUri, "createTimeout: 2s, schedule: [1s]", Registries.Form)).ServeAsync();
        var number = await PostAsync(gateway, "Trotoar di Jalan Bhayangkara rusak dan membahayakan pejalan kaki.");
        await gateway.UntilAsync(list => list.Any(row => (string?)row["state"] == "unknown"));

        // A restart, and another complaint that goes all the way after it: the first had its chance to be sent again.
        await gateway.StopAsync();
        await gateway.ServeAsync();
        await PostAsync(gateway, "Halte di Jalan Pahlawan bocor.");
        await gateway.UntilAsync(list => list.Count(row => (string?)row["state"] == "delivered") == 1);

        Assert.That(simulator.Received.Count(stored => stored.Number == number), Is.EqualTo(1));
        var early = await gateway.RunAsync("unknown", "settle", number, "--not-delivered", "--reason", "dicari tidak ada");
        Assert.That(early.ExitCode, Is.EqualTo(1), early.Output + early.Error);
        var settled = await gateway.RunAsync("unknown", "settle", number, "--delivered", "7000001", "--reason", "ditemukan di SP4N-LAPOR!");
        Assert.That(settled.ExitCode, Is.Zero, settled.Error);
        await gateway.UntilAsync(list => list.All(row => (string?)row["state"] == "delivered"));
    }

    [Test]
    public async Task ATooManyRequestsWithRetryAfterIsObeyed()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await AddFaultAsync(simulator, """[{"call":"create","nth":1,"times":1,"fault":"429","seconds":3}]""");
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "schedule: [1s]", Registries.Form)).ServeAsync();
        var number = await PostAsync(gateway, "Bus pelajar tidak lewat Jalan Juanda selama dua hari.");

        await gateway.UntilAsync(list => list.All(row => (string?)row["state"] == "delivered"));

        var shown = JsonNode.Parse((await gateway.RunAsync("complaints", "show", number, "--json")).Output)!;
        var attempts = shown["attemptLog"]!.AsArray();
        var waited = (DateTimeOffset)attempts[1]!["begun"]! - (DateTimeOffset)attempts[0]!["ended"]!;
        Assert.That(attempts.Select(attempt => (string?)attempt!["outcome"]), Is.EqualTo(new[] { "unavailable", "done" }));
        Assert.That(waited, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(2)), "times are shown to the second");
    }

    [Test]
    public async Task APostOverTheLimitIsRefusedWithAClearAnswerAndNotKept()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "", Registries.Form))
            .With("Gateway__Http__PostLimitBytes", "65536").ServeAsync();
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("isi", new string('a', 100_000))]);

        using var answer = await Http.PostAsync(new Uri(gateway.Address, "/intake/dishub-form"), body);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(await gateway.ComplaintsAsync(), Is.Empty);
    }

    internal static async Task<string> PostAsync(GatewayProcess gateway, string isi, string channel = "dishub-form")
    {
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("isi", isi), KeyValuePair.Create("nama", "Rahmawati Contoh"), KeyValuePair.Create("hp", "0811-0000-0101")]);
        using var answer = await Http.PostAsync(new Uri(gateway.Address, $"/intake/{channel}"), body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await answer.Content.ReadAsStringAsync());
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["trackingNumber"]!;
    }

    private static async Task AddFaultAsync(CentralSimulator simulator, string faults)
    {
        using var answer = await Http.PostAsync(new Uri(simulator.BaseUri, "/_simulator/faults"), new StringContent(faults));
        Assert.That(answer.IsSuccessStatusCode, Is.True);
    }
}
