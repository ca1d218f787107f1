using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.WebForm;

/// <summary>The Apps Script as it is handed out, run in node with stand-ins for Google's services, against the real door.</summary>
[Category("Relay")]
internal sealed class GoogleFormsRelayTests
{
    private static readonly object[] Responses =
    [
        Answer("r1", 0, ("Nama Lengkap", "TEXT", "Siti Rahmah"), ("No. HP/WA", "TEXT", "0811-0000-0001"), ("Isi laporan", "PARAGRAPH_TEXT", "Lampu jalan mati \u2013 gelap 😢"), ("Foto", "FILE_UPLOAD", new[] { "1AbC" })),
        Answer("r2", 1, ("Nama Lengkap", "TEXT", "Budi"), ("Isi laporan", "PARAGRAPH_TEXT", "Halte bocor")),
    ];

    private OpenDoor _door = null!;

    [SetUp]
    public async Task Open() => _door = await OpenDoor.StartAsync(now: TimeProvider.System.GetUtcNow());

    [TearDown]
    public async Task Close() => await _door.DisposeAsync();

    [Test]
    public async Task SendsEachAnswerOnceSignedWithItsQuestions()
    {
        var seen = await RunAsync(OpenDoor.WebhookSecret, "onFormSubmit", "sendWaiting");

        Assert.That(seen["errors"]!.AsArray(), Is.Empty);
        Assert.That((int)seen["calls"]!, Is.EqualTo(2));
        Assert.That((string?)seen["properties"]!["SINCE"], Is.EqualTo("2026-06-15T01:01:00.000Z"));
        var channel = Posts.Channel("""{"preset":"google-forms"}""");
        var first = Posts.Translate(_door.Intake.Kept[0], channel);
        Assert.That(first.Complaints.Single().Isi, Is.EqualTo("Lampu jalan mati \u2013 gelap 😢"));
        Assert.That(first.Complaints[0].Written, Is.EqualTo(new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.FromHours(8))));
        Assert.That(first.Reporter, Is.EqualTo(new Reporter("Siti Rahmah", "0811-0000-0001", "r1@warga.example")));
        Assert.That(first.Reasons, Is.EqualTo(new[] { new Reason("file-elsewhere", "drive.google.com") }));
        Assert.That(Posts.Translate(_door.Intake.Kept[1], channel).Complaints.Single().Isi, Is.EqualTo("Halte bocor"));
    }

    [Test]
    public async Task WhatTheGatewayDidNotTakeWaitsAndIsSentLater()
    {
        _door.Intake.IsClosed = true;
        var down = await RunAsync(OpenDoor.WebhookSecret, "onFormSubmit");
        _door.Intake.IsClosed = false;

        Assert.That((string?)down["errors"]![0], Does.StartWith("2 answers wait for the gateway: HTTP 503"));
        Assert.That(((int)down["calls"]!, (int)down["slept"]!), Is.EqualTo((6, 12_000)));
        Assert.That((string?)down["properties"]!["SINCE"], Is.EqualTo("2026-06-15T00:00:00.000Z"));

        var up = await RunAsync(OpenDoor.WebhookSecret, "sendWaiting");

        Assert.That(up["errors"]!.AsArray(), Is.Empty);
        Assert.That(_door.Intake.Kept, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task AWrongSecretIsToldAndNothingIsForgotten()
    {
        var seen = await RunAsync("whsec_c2FsYWg=", "sendWaiting");

        Assert.That((string?)seen["errors"]![0], Is.EqualTo("2 answers wait for the gateway: HTTP 401"));
        Assert.That((int)seen["calls"]!, Is.EqualTo(2));
        Assert.That((string?)seen["properties"]!["SINCE"], Is.EqualTo("2026-06-15T00:00:00.000Z"));
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [Test]
    public async Task AnAddressWhereNobodyAnswersIsAnErrorToo()
    {
        var seen = await RunAsync(OpenDoor.WebhookSecret, ["sendWaiting"], "http://127.0.0.1:1/intake/signed");

        Assert.That((string?)seen["errors"]![0], Does.StartWith("2 answers wait for the gateway: "));
    }

    [TestCase(400, "<html>Bad Request</html>")]
    [TestCase(422, "{\"status\":422}")]
    [TestCase(400, "{\"code\":\"idempotency-key-unusable\"}")]
    [TestCase(202, "{}")]
    [TestCase(202, "Accepted")]
    public async Task WhatSomebodyElseAnswersCountsForNothing(int status, string body)
    {
        await using var proxy = new ScriptedServer(Acts.Respond(status, body));

        var seen = await RunAsync(OpenDoor.WebhookSecret, ["sendWaiting"], proxy.Url + "/intake/signed");

        Assert.That((string?)seen["errors"]![0], Is.EqualTo($"2 answers wait for the gateway: HTTP {status}"));
        Assert.That(seen["properties"]!.AsObject().Any(property => property.Key.StartsWith("sent/", StringComparison.Ordinal)), Is.False);
    }

    [Test]
    public async Task WhatTheGatewayKeepsInQuarantineIsNotSentAgain()
    {
        await using var gateway = new ScriptedServer(Acts.Respond(422, "{\"status\":422,\"code\":\"no-isi\"}"));

        var seen = await RunAsync(OpenDoor.WebhookSecret, ["sendWaiting", "sendWaiting"], gateway.Url + "/intake/signed");

        Assert.That((seen["errors"]!.AsArray().Count, (int)seen["calls"]!), Is.EqualTo((0, 2)));
    }

    [Test]
    public async Task InstallingSetsBothTriggersAndTheBeginning()
    {
        var seen = await RunAsync(OpenDoor.WebhookSecret, "install");

        Assert.That(seen["triggers"]!.AsArray().Select(name => (string?)name), Is.EqualTo(new[] { "onFormSubmit", "sendWaiting" }));
        Assert.That((int)seen["calls"]!, Is.Zero);
    }

    private Task<JsonObject> RunAsync(string secret, params string[] runs) => RunAsync(secret, runs, new Uri(_door.Client.BaseAddress!, "/intake/signed").ToString());

    private static async Task<JsonObject> RunAsync(string secret, string[] runs, string url)
    {
        var input = JsonSerializer.Serialize(new
        {
            script = Path.Combine(GatewayProcess.Root, "deploy/relay/google-forms.gs"),
            properties = new { SINCE = "2026-06-15T00:00:00.000Z", GATEWAY_URL = url, GATEWAY_SECRET = secret },
            responses = Responses,
            rounds = runs.Select(run => new { run }),
        });
        var services = Path.Combine(GatewayProcess.Root, "tests/Gateway.Tests/Adapters/WebForm/Relay/google-services.js");
        return JsonNode.Parse(await OutsideProgram.RunAsync("node", "nodejs", input, services))!.AsObject();
    }

    private static object Answer(string id, int minute, params (string Title, string Type, object Value)[] answers) => new
    {
        id,
        at = $"2026-06-15T01:0{minute}:00.000Z",
        email = id + "@warga.example",
        answers = answers.Select(answer => new { title = answer.Title, type = answer.Type, value = answer.Value }),
    };
}
