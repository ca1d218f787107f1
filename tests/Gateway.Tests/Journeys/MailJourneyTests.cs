using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.Simulator;
using Gateway.Tests.Adapters.Email;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>Mails on their whole way: a real Dovecot, the real process, SQLite on disk and the simulator over HTTP.</summary>
[Category("Dovecot")]
[Category("Journey")]
[SupportedOSPlatform("linux")]
internal sealed class MailJourneyTests
{
    private const string Since = "cutOver: \"2026-06-01T00:00:00+08:00\"";

    private static readonly DateTimeOffset June = new(2026, 6, 15, 20, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private int opened;
    private string user = "";
    private string neighbour = "";
    private DovecotServer server = null!;
    private CentralSimulator simulator = null!;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [OneTimeSetUp]
    public void StartServer() => server = DovecotServer.Start([.. Enumerable.Range(1, 20).Select(Box)]);

    [OneTimeTearDown]
    public void StopServer() => server?.Dispose();

    [SetUp]
    public async Task Open()
    {
        (user, neighbour) = (Box(++opened), Box(++opened));
        simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
    }

    [TearDown]
    public async Task Close() => await simulator.DisposeAsync();

    [Test]
    public async Task AMailReachesTheCentreOnceAlsoOverARestartAndTheMailboxStaysAsItWas()
    {
        var read = server.Deliver(user, Letter(1), June);
        File.Move(read, Path.Combine(server.Maildir(user), "cur", Path.GetFileName(read) + ":2,RS"));
        server.Deliver(user, Letter(2), June);
        var before = Mails();
        await using var gateway = await Gateway(Mailbox("dishub-email", "dishub", user, Since)).ServeAsync();
        await simulator.WaitForAsync(centre => centre.Complaints == 2, Patience);
        Assert.That(Mails(), Is.EqualTo(before), "names, flags and bytes of the mails");

        Assert.That(await gateway.StopAsync(), Is.Zero);
        await gateway.ServeAsync();
        server.Deliver(user, Letter(3), Now);
        await simulator.WaitForAsync(centre => centre.Received.Any(stored => Content(stored).Contains("nomor 3 ", StringComparison.Ordinal)), Patience);

        var rows = await gateway.UntilAsync(list => list.All(row => (string?)row["state"] == "delivered"));
        Assert.That(rows, Has.Count.EqualTo(3));
        Assert.That((simulator.Complaints, simulator.Doubled), Is.EqualTo((3, 0)));
        Assert.That(await gateway.ItemsAsync("dishub-email", "repeat"), Is.Zero, "a restart does not even look into a mail again");
    }

    [Test]
    public async Task AnOldMailboxQueuesNothingAndWhatComesAfterIsTaken()
    {
        for (var i = 0; i < 3_000; i++) File.SetUnixFileMode(server.Deliver(user, Letter(i), Now.AddDays(-30).AddMinutes(-i)), UnixFileMode.None);
        await using var gateway = await Gateway(Mailbox("dishub-email", "dishub", user)).ServeAsync();
        await Eventually.HoldsAsync(async () => await gateway.ItemsAsync("dishub-email", "ignored") == 3_000, "3,000 mails are ignored", Patience);
        Assert.That(await gateway.ComplaintsAsync(), Is.Empty);

        server.Deliver(user, Letter(3_001), Now);

        await simulator.WaitForAsync(centre => centre.Complaints == 1, Patience);
        Assert.That(Content(simulator.Received[0]), Does.Contain("nomor 3001 "));
        Assert.That(await gateway.ComplaintsAsync(), Has.Count.EqualTo(1));
        Assert.That(
            (await gateway.ItemsAsync("dishub-email", "ignored"), await gateway.ItemsAsync("dishub-email", "complaint")), Is.EqualTo((3_000L, 1L)));
    }

    [Test]
    public async Task TheSameMailInTwoBridgedMailboxesIsOneComplaintOfBothAgencies()
    {
        server.Deliver(user, Letter(1), June);
        server.Deliver(neighbour, Letter(1), June);
        await using var gateway = await Gateway(
            Mailbox("dishub-email", "dishub", user, Since), Mailbox("dlh-email", "dlh", neighbour, Since)).ServeAsync();

        await Eventually.HoldsAsync(async () => await SumAsync(gateway, "complaint") + await SumAsync(gateway, "repeat") == 2, "both mails have an outcome", Patience);
        var row = (await gateway.UntilAsync(list => list.Any(complaint => (string?)complaint["state"] == "delivered"))).Single();

        Assert.That((await SumAsync(gateway, "complaint"), await SumAsync(gateway, "repeat")), Is.EqualTo((1L, 1L)));
        var shown = await gateway.ShowAsync((string)row["number"]!);
        Assert.That(shown["owners"]!.AsArray().Select(owner => (string?)owner), Is.EquivalentTo(new[] { "dishub", "dlh" }));
        Assert.That((simulator.Complaints, simulator.Doubled), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task AWrongPasswordIsNamedButNotShownTheOthersGoOnAndItMendsItself()
    {
        const string Secret = "kata-kunci-lama-4711";
        server.Deliver(user, Letter(1), June);
        server.Deliver(neighbour, Letter(2), June);
        await using var gateway = await Gateway(Mailbox("dishub-email", "dishub", user, Since), Mailbox("dlh-email", "dlh", neighbour, Since))
            .With(Registries.Secret("dishub-email"), Secret).ServeAsync();

        await Eventually.HoldsAsync(() => gateway.Log.Contains("refused the login", StringComparison.Ordinal), "the refused login is in the log", Patience);
        await simulator.WaitForAsync(centre => centre.Complaints == 1, Patience);
        Assert.That(Content(simulator.Received[0]), Does.Contain("nomor 2 "), "the other mailbox goes on");
        Assert.That(gateway.Log, Does.Contain($"{user}@127.0.0.1").And.Contain("env:DISHUB_EMAIL").And.Contain("gateway doctor --channel dishub-email"));

        server.SetPassword(user, Secret);

        await simulator.WaitForAsync(centre => centre.Complaints == 2, Patience);
        Assert.That(gateway.Log, Does.Not.Contain(Secret).And.Not.Contain(DovecotServer.Password));
    }

    [Test]
    public async Task ARoundOfMoreThanTwentyFiveMailsIsOneBatchAndOneDecision()
    {
        for (var i = 1; i <= 30; i++) server.Deliver(user, Letter(i), June.AddMinutes(i));
        await using var gateway = await Gateway(Mailbox("dishub-email", "dishub", user, Since)).ServeAsync();
        var rows = await gateway.UntilAsync(list => list.Count == 30 && list.All(row => (string?)row["state"] == "held"));
        Assert.That(rows.Select(Codes), Is.All.EqualTo("batch"));
        var batch = (string)(await gateway.ShowAsync((string)rows[0]["number"]!))["batch"]!;
        Assert.That(await gateway.ComplaintsAsync("--batch", batch), Has.Count.EqualTo(30), "all are of the one batch");
        Assert.That(simulator.Complaints, Is.Zero);

        var released = await gateway.RunAsync("complaints", "release", "--batch", batch, "--reason", "sudah dilihat");

        Assert.That(released.ExitCode, Is.Zero, released.Error);
        await gateway.UntilAsync(list => list.All(row => (string?)row["state"] == "delivered"));
        Assert.That((simulator.Complaints, simulator.Doubled), Is.EqualTo((30, 0)));
    }

    private GatewayProcess Gateway(params string[] channels) =>
        new GatewayProcess(Registries.With(simulator.BaseUri, "", channels))
            .With(Registries.Secret("dishub-email"), DovecotServer.Password)
            .With(Registries.Secret("dlh-email"), DovecotServer.Password);

    private string Mailbox(string key, string agency, string mailbox, string settings = "") => Registries.Mailbox(server, key, agency, mailbox, settings);

    private List<string> Mails() =>
        [.. new[] { "cur", "new" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(server.Maildir(user), folder)))
            // An untouched mail may stand in cur/ as in new/: then nobody gave it a flag.
            .Select(file => $"{Path.GetFileName(file).Replace(":2,", "|", StringComparison.Ordinal).TrimEnd('|')} {Convert.ToBase64String(File.ReadAllBytes(file))}")
            .Order(StringComparer.Ordinal)];

    private static async Task<long> SumAsync(GatewayProcess gateway, string outcome) =>
        await gateway.ItemsAsync("dishub-email", outcome) + await gateway.ItemsAsync("dlh-email", outcome);

    private static string Content(Gateway.Simulator.Book.StoredComplaint stored) => stored.Fields.GetProperty("content").GetString()!;

    private static string Codes(JsonObject row) => string.Join(' ', row["reasons"]!.AsArray().Select(reason => (string?)reason!["code"]));

    private static string Box(int number) => "kotak" + number.ToString(CultureInfo.InvariantCulture);

    private static byte[] Letter(int number) => Encoding.UTF8.GetBytes(Letters.Mail(
        string.Create(CultureInfo.InvariantCulture, $"Lampu jalan nomor {number} di Jalan Kartini mati sejak tiga hari yang lalu."),
        id: string.Create(CultureInfo.InvariantCulture, $"<{number}@warga.example>")));
}
