using System.Text.Json.Nodes;
using Gateway.Server.Commands;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>What an officer reads after a command: where the complaint stands now, why something is refused, what to type next.</summary>
internal sealed class DeskTests
{
    private static readonly string Samples = Path.Combine(GatewayProcess.Root, "docs", "samples");
    private const string Mail = "{key: dishub-email, agency: dishub, kind: email, policy: review, email: {path: tidak-ada}}";
    private const string Register = "{key: dishub-register, agency: dishub, kind: register, policy: auto}";

    private string data = "";

    [SetUp]
    public async Task Begin()
    {
        data = Directory.CreateTempSubdirectory("gateway-desk-").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "registry.yaml"), Registries.With(new Uri("http://127.0.0.1:1"), "", Mail, Register));
        Assert.That((await RunAsync("channels", "apply", "registry.yaml")).Exit, Is.Zero);
    }

    [TearDown]
    public void End() => Directory.Delete(data, recursive: true);

    [Test]
    public async Task ARefusalSaysWhereTheComplaintStandsInTheUsersLanguage()
    {
        var number = await MailAsync();
        var released = await RunAsync("complaints", "release", number);

        var again = await RunAsync("complaints", "release", number);
        var english = await RunAsync("complaints", "release", number, "--lang", "en");

        Assert.That(released.Output, Does.StartWith($"{number}: sekarang Antre.\nBelum ada serve yang berjalan").And.EndWith($"./gateway --data {data} serve\n"));
        Assert.That(again, Is.EqualTo((1, "", $"{number}: tidak dapat diteruskan; keadaannya Antre. Sudah menunggu giliran dikirim.\n")));
        Assert.That(english.Error, Does.StartWith($"{number}: cannot be sent on; it is Queued."));
    }

    [TestCase("--by", "", "--by kosong")]
    [TestCase("--by", " \t", "--by kosong")]
    [TestCase("--penelaah", "", "--penelaah kosong")]
    [TestCase("--reason", " ", "--reason kosong")]
    [TestCase("--by", null, "--by terlalu panjang")]
    [TestCase("--penelaah", null, "--penelaah terlalu panjang")]
    [TestCase("--reason", null, "--reason terlalu panjang")]
    public async Task WhoActsHasANameAndBothItAndTheReasonHaveALength(string option, string? value, string told)
    {
        var number = await MailAsync();

        var held = await RunAsync("complaints", "release", number, option, value ?? new string('x', 100_000));

        Assert.That((held.Exit, held.Error.Contains(told, StringComparison.Ordinal)), Is.EqualTo((2, true)), held.Error);
        Assert.That((await RunAsync("complaints", "show", number)).Output, Does.Contain("Ditahan"), "nothing was done");
    }

    [Test]
    public async Task ASwitchOfAChannelHasANameToo()
    {
        Assert.That((await RunAsync("channels", "pause", "dishub-email", "--by", "")).Exit, Is.EqualTo(2));
        Assert.That((await RunAsync("channels", "apply", "registry.yaml", "--by", " ")).Exit, Is.EqualTo(2));
    }

    [Test]
    public async Task ANameThatBeginsWithAnAtSignIsTakenAsItIs()
    {
        var number = await MailAsync();

        var (exit, _, wrong) = await RunAsync("complaints", "release", number, "--by", "@rina", "--reason", "@budi yang minta");

        Assert.That(exit, Is.Zero, wrong);
        Assert.That((await RunAsync("complaints", "show", number)).Output, Does.Contain("(@rina)").And.Contain("@budi yang minta"));
    }

    [Test]
    public async Task WhatIsBroughtBackKeepsTheReasonItWasHeldFor()
    {
        var number = await MailAsync();
        await RunAsync("complaints", "discard", number, "--reason", "salah tekan");

        await RunAsync("complaints", "hold", number);

        var listed = (await RunAsync("complaints", "list")).Output;
        Assert.That(listed, Does.Contain("Ditahan oleh petugas.; Menunggu diperiksa petugas"));
        Assert.That(JsonNode.Parse((await RunAsync("complaints", "show", number, "--json")).Output)!["reasons"]!.AsArray().Select(reason => (string?)reason!["code"]), Is.EqualTo(new[] { "held-by-officer", "review" }));
    }

    [Test]
    public async Task ShowIsAPageForPeopleAndJsonForScripts()
    {
        var number = await MailAsync();

        var page = (await RunAsync("complaints", "show", number)).Output;

        Assert.That(page, Does.StartWith($"{number}  v2  Ditahan\n  - Menunggu diperiksa petugas"));
        Assert.That(page, Does.Contain("WITA").And.Contain("Riwayat:").And.Contain("Judul").And.Not.Contain("{"));
        Assert.That(JsonNode.Parse((await RunAsync("complaints", "show", number, "--json")).Output)!["contract"], Is.Not.Null);
    }

    [Test]
    public async Task TheDoctorCountsWhatIsHeldAndMissesAFolder()
    {
        await MailAsync();

        var said = (await RunAsync("doctor")).Output;

        Assert.That(said, Does.Contain($"!!  1 pengaduan ditahan: ./gateway --data {data} complaints list --state held"));
        Assert.That(said, Does.Contain($"!!  Kanal dishub-email: {Path.Combine(data, "tidak-ada")} tidak ada."));
        Assert.That(await RunAsync("doctor", "--channel", "ngawur"), Is.EqualTo((1, "", "Kanal 'ngawur' tidak ada. Yang ada: dishub-email, dishub-register.\n")));
    }

    [Test]
    public async Task TheListOfDestinationsTellsWhoPausedOrOpenedOne()
    {
        await RunAsync("destination", "pause", "default", "--by", "Budi", "--reason", "pemeliharaan");
        Assert.That((await RunAsync("destination", "list")).Output, Does.Contain("Dijeda oleh petugas: Budi: pemeliharaan"));

        await RunAsync("destination", "open", "default", "--by", "Rina");

        Assert.That((await RunAsync("destination", "list")).Output, Does.Contain("Dibuka oleh petugas: Rina").And.Not.Contain("Budi"));
        Assert.That((string?)JsonNode.Parse((await RunAsync("destination", "list", "--json")).Output)!["reasons"]![0]!["code"], Is.EqualTo("opened-by-officer"));
    }

    [TestCase("complaints show GAAA-AAAA-AAAA-AB", "mistyped")]
    [TestCase("unknown show GAAA-AAAA-AAAA-AB", "mistyped")]
    [TestCase("quarantine show X", "no such item")]
    [TestCase("quarantine fix X --set isi=lampu", "no such item")]
    [TestCase("quarantine ignore X --reason iklan", "no such item")]
    [TestCase("destination open X", "no such destination")]
    [TestCase("channels pause X", "no such channel")]
    [TestCase("complaints release --batch X", "Batch X: no complaint")]
    [TestCase("complaints list --channel X", "There are: dishub-email, dishub-register.")]
    [TestCase("complaints list --agency X", "There are: dishub, dlh.")]
    [TestCase("complaints list --destination X", "There are: default.")]
    [TestCase("quarantine list --channel X", "There are: dishub-email, dishub-register.")]
    public async Task WhatIsNotThereIsCalledByItsKind(string line, string said)
    {
        var (exit, output, error) = await RunAsync([.. line.Split(' '), "--lang", "en"]);

        Assert.That((exit, output), Is.EqualTo((1, "")), error);
        Assert.That(error, Does.Contain(said));
    }

    [TestCase("channels list")]
    [TestCase("agencies list")]
    [TestCase("destination list")]
    [TestCase("complaints list")]
    [TestCase("quarantine list")]
    [TestCase("unknown list")]
    public async Task AnEmptyListNamesTheFolderItLookedIn(string line)
    {
        var other = Path.Combine(data, "baru");
        Assert.That((await RunAsync("migrate", "--data", other)).Exit, Is.Zero);

        Assert.That(await RunAsync([.. line.Split(' '), "--data", other]), Is.EqualTo((0, $"Tidak ada. Folder data: {other}\n", "")));
    }

    [Test]
    public async Task OnlyAnUnknownOneIsSettled()
    {
        var number = await MailAsync();

        Assert.That((await RunAsync("unknown", "show", number)).Output, Does.Contain("keadaannya Ditahan").And.Not.Contain("settle"));
    }

    [Test]
    public async Task AMendedRegisterRowKeepsItsDayAndPlaceAndNamesItsNumber()
    {
        await RunAsync("import", "register", Path.Combine(Samples, "register"), "--channel", "dishub-register");
        var ragged = (await RunAsync("quarantine", "list", "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!).Single(item => (string?)item["reasons"]![0]!["code"] == "row-ragged");
        var id = (string)ragged["id"]!;
        Assert.That(JsonNode.Parse((await RunAsync("quarantine", "show", id)).Output)!["fields"]!.ToJsonString(), Does.Contain("2026-06-09").And.Contain("[disamarkan]").And.Not.Contain("Herman"));

        Assert.That(await RunAsync("quarantine", "fix", id, "--set", "warna=biru"), Is.EqualTo((2, "", $"Nama kolom 'warna' tidak dikenal. Yang dikenal: {string.Join(", ", QuarantinedFields.Names)}.\n")));
        var mended = await RunAsync("quarantine", "fix", id, "--set", "isi=Halte rusak; bangkunya patah", "--reason", "dibaca dari register");

        Assert.That(mended.Exit, Is.Zero, mended.Error);
        var number = mended.Output.Split('\n')[0];
        Assert.That((string?)JsonNode.Parse((await RunAsync("quarantine", "show", id)).Output)!["became"]![0], Is.EqualTo(number));
        var contract = JsonNode.Parse((await RunAsync("complaints", "show", number, "--json")).Output)!["contract"]!;
        Assert.That(((string?)contract["tanggalKejadian"], (string?)contract["lokasi"]), Is.EqualTo(("2026-06-09", "Melak, Kutai Barat")));
    }

    [Test]
    public async Task APausedChannelTakesNothingInUnlessSomebodyInsists()
    {
        var mail = Path.Combine(Samples, "email", "01-lampu-jalan-mati.eml");
        await RunAsync("channels", "pause", "dishub-email");

        var refused = await RunAsync("import", "email", mail, "--channel", "dishub-email");
        Assert.That((refused.Exit, refused.Error.Contains("sedang dijeda", StringComparison.Ordinal)), Is.EqualTo((1, true)), refused.Error);
        Assert.That((await RunAsync("complaints", "list", "--json")).Output, Is.Empty);
        Assert.That((await RunAsync("import", "email", mail, "--channel", "dishub-email", "--anyway")).Exit, Is.Zero);
    }

    [Test]
    public async Task TheRawBytesGoIntoANewFileOnly()
    {
        await RunAsync("import", "register", Path.Combine(Samples, "register"), "--channel", "dishub-register");
        var id = (string)JsonNode.Parse((await RunAsync("quarantine", "list", "--json")).Output.Split('\n')[0])!["id"]!;

        // Another row of this register accuses an office.
        var refused = await RunAsync("quarantine", "show", id, "--raw", "asli.csv");
        var exists = await RunAsync("quarantine", "show", id, "--raw", "registry.yaml", "--penelaah", "Hadi");
        var nowhere = await RunAsync("quarantine", "show", id, "--raw", "tidak-ada/asli.csv", "--penelaah", "Hadi");

        Assert.That(refused.Exit, Is.EqualTo(1));
        Assert.That(refused.Error, Does.Contain("Penelaah Pengawasan"));

        Assert.That((exists.Exit, nowhere.Exit), Is.EqualTo((2, 2)), exists.Error + nowhere.Error);
        Assert.That(exists.Error, Does.EndWith("registry.yaml sudah ada dan tidak ditimpa. Sebut nama berkas lain.\n"));
        Assert.That(nowhere.Error.Trim().Split('\n'), Has.Length.EqualTo(1));
        Assert.That((await RunAsync("quarantine", "show", id, "--raw", "asli.csv", "--penelaah", "Hadi")).Exit, Is.Zero);
    }

    private async Task<string> MailAsync()
    {
        var imported = await RunAsync("import", "email", Path.Combine(Samples, "email", "01-lampu-jalan-mati.eml"), "--channel", "dishub-email", "--json");
        Assert.That(imported.Exit, Is.Zero, imported.Error);
        return (string)JsonNode.Parse(imported.Output)!["numbers"]![0]!;
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(params string[] line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var context = new CommandContext(output, error, data, "penguji", Running: null, Interactive: false);
        var exit = await CommandRunner.RunAsync(line.Contains("--data") ? line : [.. line, "--data", data], context, CancellationToken.None);
        return (exit, output.ToString(), error.ToString());
    }
}
