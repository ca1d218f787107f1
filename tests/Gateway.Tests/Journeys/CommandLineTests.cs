using System.Text.Json.Nodes;
using Gateway.Server.Commands;
using Gateway.Simulator;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>The command line over the real process: exit codes, languages, the shapes scripts read, and the socket of a running serve.</summary>
[Category("Journey")]
internal sealed partial class CommandLineTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly Uri Nowhere = new("http://127.0.0.1:1");
    private static readonly string Samples = Path.Combine(GatewayProcess.Root, "docs", "samples");

    private static readonly string[] Row =
        ["number", "state", "reasons", "channel", "agency", "destination", "klasifikasi", "judul", "received", "seen", "centralId", "attempts", "due", "version", "linked"];

    [TestCase("")]
    [TestCase("ngawur")]
    [TestCase("complaints")]
    [TestCase("complaints list --ngawur")]
    [TestCase("complaints list --state ngawur")]
    [TestCase("complaints release")]
    [TestCase("import whatsapp x.txt")]
    [TestCase("import whatsapp x.txt --channel tidak-ada")]
    [TestCase("import email x.eml --channel dishub-form")]
    [TestCase("unknown settle GAAA-AAAA-AAAA-AA")]
    [TestCase("quarantine fix X --set isi=lampu --isi isi.txt")]
    [TestCase("quarantine fix X --set tanpa-sama-dengan")]
    [TestCase("serve --only ngawur")]
    [TestCase("complaints link X Y")]
    [TestCase("complaints delivered X --id 7")]
    [TestCase("destination try")]
    [TestCase("audit verify --from 1")]
    [TestCase("identity erase X")]
    [TestCase("backup")]
    [TestCase("restore")]
    [TestCase("reconcile")]
    [TestCase("user add budi")]
    public async Task AWrongOrUnbuiltLineIsTwoAndSaysWhy(string line)
    {
        // In this process: a wrong line needs no other, and there are many of them.
        var folder = Directory.CreateTempSubdirectory("gateway-line-");
        try
        {
            var registry = Path.Combine(folder.FullName, "registry.yaml");
            await File.WriteAllTextAsync(registry, Registries.With(Nowhere, "", Registries.Form));
            Assert.That(await RunHereAsync(folder.FullName, ["channels", "apply", registry, "--yes"]), Is.EqualTo((0, "")));

            var (exit, error) = await RunHereAsync(folder.FullName, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

            Assert.That(exit, Is.EqualTo(2), error);
            Assert.That(error, Is.Not.Empty.And.Not.Contain("Exception").And.Not.Contain("   at "));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task AVerbOfALaterPartSaysNotYet()
    {
        await using var gateway = new GatewayProcess("");

        var answer = await gateway.RunAsync("audit", "verify");

        Assert.That((answer.ExitCode, answer.Output), Is.EqualTo((2, "")));
        Assert.That(answer.Error, Does.Contain("not yet"));
    }

    [Test]
    public async Task InputThatCannotBeOpenedIsThreeAfterTheOthersWereTaken()
    {
        await using var gateway = new GatewayProcess(Registries.With(Nowhere, "", Registries.Mail));

        var imported = await gateway.RunAsync(
            "import", "email", Path.Combine(gateway.Data, "tidak-ada.eml"), Path.Combine(Samples, "email", "01-lampu-jalan-mati.eml"), "--channel", "dishub-email", "--json");

        Assert.That(imported.ExitCode, Is.EqualTo(3), imported.Output);
        Assert.That((long)imported.Lines().Single()["complaints"]!, Is.EqualTo(1));
        Assert.That(imported.Error, Does.Contain("tidak-ada.eml"));
        Assert.That((await gateway.RunAsync("channels", "apply", "tidak-ada.yaml", "--yes")).ExitCode, Is.EqualTo(3));
        Assert.That((await gateway.RunAsync("inspect", "email", "x.eml", "--options", "tidak-ada.yaml")).ExitCode, Is.EqualTo(3));
    }

    [Test]
    public async Task AMissingKeyIsFour()
    {
        await using var gateway = new GatewayProcess(Registries.With(Nowhere, "", Registries.Form)).With("Gateway__Identity__MasterKey", "env:TIDAK_ADA");

        var answer = await gateway.RunAsync("migrate");

        Assert.That(answer.ExitCode, Is.EqualTo(4), answer.Output + answer.Error);
        Assert.That(answer.Error, Does.Contain("TIDAK_ADA").And.Not.Contain("   at "));
    }

    [Test]
    public async Task AFolderHeldByAProcessThatDoesNotAnswerIsFour()
    {
        await using var gateway = new GatewayProcess(Registries.With(Nowhere, "", Registries.Form));
        await using var held = new FileStream(Path.Combine(gateway.Data, "gateway.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var answer = await gateway.RunAsync("complaints", "list");

        Assert.That(answer.ExitCode, Is.EqualTo(4), answer.Output + answer.Error);
        Assert.That(answer.Error, Does.Contain(gateway.Data).And.Not.Contain("   at "));
    }

    [Test]
    public async Task OnlyTheOwnerGetsAtTheSocketAndTheFolderAndASecondServeIsRefused()
    {
        await using var gateway = await new GatewayProcess(Registries.With(Nowhere, "", Registries.Form)).ServeAsync();

        Assert.That(File.GetUnixFileMode(Path.Combine(gateway.Data, "gateway.sock")), Is.EqualTo(OwnerOnly));
        Assert.That(File.GetUnixFileMode(gateway.Data), Is.EqualTo(OwnerOnly | UnixFileMode.UserExecute));
        var second = await gateway.RunAsync("serve");

        Assert.That(second.ExitCode, Is.EqualTo(4), second.Output + second.Error);
        Assert.That(second.Error, Does.Contain(gateway.Data));
        Assert.That((await gateway.RunAsync("serve", "--lang", "en")).Error, Does.StartWith("Another gateway"));
        Assert.That(gateway.HasExited, Is.False);
    }

    [TestCase("demo", "--once")]
    [TestCase("migrate")]
    public async Task WhatNeedsTheFolderForItselfIsNotHandedToTheGatewayThatHasIt(params string[] line)
    {
        await using var gateway = await new GatewayProcess(Registries.With(Nowhere, "", Registries.Form)).ServeAsync();

        var refused = await gateway.RunAsync(line);

        Assert.That((refused.ExitCode, refused.Output), Is.EqualTo((4, "")), refused.Error);
        Assert.That(refused.Error.Trim().Split('\n'), Has.Length.EqualTo(1).And.Some.Contains(gateway.Data));
        Assert.That((await gateway.RunAsync([.. line, "--lang", "en"])).Error, Does.StartWith("Another gateway"));
        Assert.That((await gateway.RunAsync("complaints", "list")).ExitCode, Is.Zero, "it still answers");
    }

    [Test]
    public async Task ANewDataFolderIsItsOwnersAlone()
    {
        await using var gateway = new GatewayProcess(Registries.With(Nowhere, "", Registries.Form));
        var data = Path.Combine(gateway.Data, "baru");

        Assert.That((await gateway.RunAsync("migrate", "--data", data)).ExitCode, Is.Zero);

        Assert.That(File.GetUnixFileMode(data), Is.EqualTo(OwnerOnly | UnixFileMode.UserExecute));
        foreach (var file in new[] { "gateway.db", "master.key" }) Assert.That(File.GetUnixFileMode(Path.Combine(data, file)), Is.EqualTo(OwnerOnly), file);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task AnOfficerHoldsReleasesAndDiscardsWithAReason(bool whileServing)
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = new GatewayProcess(Registries.With(
            simulator.BaseUri, "", "{key: dishub-email, agency: dishub, kind: email, policy: review}"));
        if (whileServing) await gateway.ServeAsync();
        var imported = await gateway.RunAsync(
            "import", "email", Path.Combine(Samples, "email", "01-lampu-jalan-mati.eml"), Path.Combine(Samples, "email", "03-foto-jalan-berlubang.eml"), "--channel", "dishub-email", "--json");
        Assert.That(imported.Lines().Single().Select(pair => pair.Key), Is.EqualTo(new[] { "channel", "files", "items", "outcomes", "reasons", "batch", "complaints", "numbers" }));
        Assert.That(imported.Lines()[0]["outcomes"]!.AsObject().Select(pair => pair.Key), Is.EquivalentTo(new[] { "complaint", "followup", "repeat", "ignored", "quarantined" }));
        var numbers = imported.Lines()[0]["numbers"]!.AsArray().Select(number => (string)number!).ToArray();

        var rows = await gateway.ComplaintsAsync();
        Assert.That(rows.Select(row => row.Select(pair => pair.Key)), Has.All.EqualTo(Row));
        Assert.That(rows.Select(row => ((string?)row["state"], (string?)row["reasons"]![0]!["code"])), Has.All.EqualTo(("held", "review")));

        Assert.That((await gateway.RunAsync("complaints", "discard", numbers[1])).ExitCode, Is.EqualTo(1), "a reason is needed");
        var discarded = await gateway.RunAsync("complaints", "discard", numbers[1], "--reason", "sudah ditangani lewat telepon", "--by", "Sari");
        Assert.That(discarded.ExitCode, Is.Zero, discarded.Error);
        var typed = numbers[0].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        Assert.That((await gateway.RunAsync("complaints", "hold", numbers[1], "--reason", "dilihat lagi")).ExitCode, Is.Zero, "undo");
        Assert.That((await gateway.RunAsync("complaints", "release", typed, "--by", "Sari")).ExitCode, Is.Zero);
        Assert.That((await gateway.RunAsync("complaints", "release", numbers[0][..^1] + "#")).ExitCode, Is.EqualTo(1), "no number");
        Assert.That((await gateway.RunAsync("replay", numbers[1], "--reason", "coba")).ExitCode, Is.EqualTo(1), "only parked ones");

        var shown = JsonNode.Parse((await gateway.RunAsync("complaints", "show", numbers[1], "--json")).Output)!;
        Assert.That(shown["events"]!.AsArray().Select(happened => (string?)happened!["to"]), Is.EqualTo(new[] { "recorded", "held", "discarded", "held" }));
        Assert.That((string?)shown["events"]![2]!["actor"], Is.EqualTo("Sari"));
        Assert.That((string?)shown["events"]![2]!["reasons"]![0]!["text"], Does.Contain("sudah ditangani lewat telepon"));
        if (whileServing) await gateway.UntilAsync(list => list.Any(row => (string?)row["state"] == "delivered"));
    }

    [Test]
    public async Task AQuarantinedPostIsMendedTypedOrIgnored()
    {
        await using var gateway = await new GatewayProcess(Registries.With(Nowhere, "", Registries.Form)).ServeAsync();
        foreach (var sample in new[] { "06-tanpa-isi.post", "05-json-rusak.post", "10-kunci-dipakai-lagi.post" })
            await gateway.RunAsync("import", "webform", Path.Combine(Samples, "webform", sample), "--channel", "dishub-form");
        var broken = Path.Combine(gateway.Data, "rusak.post");
        await File.WriteAllTextAsync(broken, "Content-Type: application/json\n\n{\"isi\": putus");
        await gateway.RunAsync("import", "webform", broken, "--channel", "dishub-form");

        var items = (await gateway.RunAsync("quarantine", "list", "--json")).Lines();
        Assert.That(items.Select(item => item.Select(pair => pair.Key)), Has.All.EqualTo(new[] { "id", "channel", "item", "outcome", "reasons", "received", "seen", "numbers", "resolved" }));
        Assert.That(items, Has.Count.EqualTo(3));
        var empty = (string)items.Single(item => (string?)item["reasons"]![0]!["code"] == "no-isi")["id"]!;
        var others = items.Select(item => (string)item["id"]!).Where(id => id != empty).ToArray();

        Assert.That((await gateway.RunAsync("quarantine", "fix", empty, "--set", "judul=Rambu hilang", "--reason", "x")).ExitCode, Is.EqualTo(1), "still says nothing");
        var mended = await gateway.RunAsync("quarantine", "fix", empty, "--set", "isi=Rambu di simpang Jalan Gajah Mada roboh.", "--reason", "dari telepon", "--by", "Sari");
        Assert.That(mended.ExitCode, Is.Zero, mended.Error);
        Assert.That(mended.Output, Does.Match("^G[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}\n"));
        var text = Path.Combine(gateway.Data, "isi.txt");
        await File.WriteAllTextAsync(text, "Antrean di loket sudah dua jam tidak bergerak.");
        Assert.That((await gateway.RunAsync("quarantine", "fix", others[0], "--isi", Path.Combine(gateway.Data, "tidak-ada.txt"))).ExitCode, Is.EqualTo(3));
        Assert.That((await gateway.RunAsync("quarantine", "fix", others[0], "--isi", text, "--set", "isi=x")).ExitCode, Is.EqualTo(2), "one of both");
        Assert.That((await gateway.RunAsync("quarantine", "fix", others[0], "--isi", text, "--reason", "dibaca dari berkas")).ExitCode, Is.Zero);
        Assert.That((await gateway.RunAsync("quarantine", "fix", others[0], "--isi", text, "--reason", "sekali lagi")).ExitCode, Is.EqualTo(1), "resolved already");
        Assert.That((await gateway.RunAsync("quarantine", "ignore", others[1])).ExitCode, Is.EqualTo(1), "a reason is needed");
        Assert.That((await gateway.RunAsync("quarantine", "ignore", others[1], "--reason", "uji coba formulir")).ExitCode, Is.Zero);

        Assert.That((await gateway.RunAsync("quarantine", "list", "--json")).Output, Is.Empty);
        Assert.That((await gateway.RunAsync("quarantine", "list", "--all", "--json")).Lines().Select(item => (string?)item["resolved"]), Is.EquivalentTo(new[] { "fixed", "fixed", "discarded" }));
        var isis = new List<string?>();
        foreach (var row in await gateway.ComplaintsAsync()) isis.Add((string?)JsonNode.Parse((await gateway.RunAsync("complaints", "show", (string)row["number"]!, "--json")).Output)!["contract"]!["isi"]);
        Assert.That(isis, Is.SupersetOf(new[] { "Rambu di simpang Jalan Gajah Mada roboh.", "Antrean di loket sudah dua jam tidak bergerak." }));
    }

    [Test]
    public async Task AParkedComplaintIsReplayedWithAReason()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        simulator.AddFaults(Gateway.Simulator.Faults.SimulatorFaults.Parse("""[{"call":"create","nth":1,"times":1,"fault":"503-retry-after","seconds":0}]""").Faults);
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "attempts: 1, schedule: [1s]", Registries.Form)).ServeAsync();
        var number = await FormJourneyTests.PostAsync(gateway, "Halte di Jalan Pahlawan bocor.");
        await gateway.UntilAsync(list => list.All(row => (string?)row["state"] == "parked"));

        Assert.That((await gateway.RunAsync("replay", number)).ExitCode, Is.EqualTo(1), "a reason is needed");
        var replayed = await gateway.RunAsync("replay", number, "--reason", "pusat sudah kembali");

        Assert.That(replayed.ExitCode, Is.Zero, replayed.Error);
        await gateway.UntilAsync(list => list.All(row => (string?)row["state"] == "delivered"));
        Assert.That(simulator.Complaints, Is.EqualTo(1));
    }

    [TestCase("id", "Tidak ada. Folder data: ")]
    [TestCase("en", "None. Data folder: ")]
    public async Task WordsFollowTheLanguage(string language, string words)
    {
        await using var gateway = new GatewayProcess(Registries.With(Nowhere, "", Registries.Form));
        Assert.That((await gateway.RunAsync("migrate")).ExitCode, Is.Zero);
        Assert.That((await gateway.RunAsync("complaints", "list", "--lang", language)).Output.Trim(), Is.EqualTo(words + gateway.Data));
        await gateway.ServeAsync();

        Assert.That((await gateway.RunAsync("complaints", "list", "--lang", language)).Output.Trim(), Is.EqualTo(words + gateway.Data));
        Assert.That((await gateway.RunAsync("complaints", "show", "GAAA", "--lang", language)).ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task TheDemoTellsEachItemAndTheSums()
    {
        await using var gateway = new GatewayProcess("");

        var demo = await gateway.RunAsync("demo", "--once", "--json");

        Assert.That(demo.ExitCode, Is.Zero, demo.Error);
        var lines = demo.Lines();
        Assert.That(lines.SkipLast(1).Select(line => line.Select(pair => pair.Key)), Has.All.EqualTo(new[] { "channel", "file", "item", "outcome", "reasons", "numbers", "states", "centralIds" }));
        Assert.That(lines[^1].Select(pair => pair.Key), Is.EqualTo(new[] { "sums", "simulator" }));
        Assert.That(lines[^1]["sums"]!.AsObject().Sum(sum => (long)sum.Value!), Is.EqualTo(lines.Count - 1));
        Assert.That((long)lines[^1]["simulator"]!["doubled"]!, Is.Zero);
    }

    private static async Task<(int Exit, string Error)> RunHereAsync(string data, string[] line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CommandContext(output, error, data, "penguji", Running: null, Interactive: false);
        return (await CommandRunner.RunAsync(line.Length == 0 ? [] : [.. line, "--data", Path.Combine(data, "data")], context, CancellationToken.None), error.ToString());
    }
}
