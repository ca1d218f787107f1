using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Server.Commands;
using Gateway.Server.Composition;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests.Server;

/// <summary>What accuses an office (berkadar pengawasan) is seen by a Penelaah Pengawasan alone, and each look is written down.</summary>
internal sealed class PenelaahTests
{
    private const string Accuses = """{"isi":"Petugas loket Samsat minta 50 ribu supaya berkas saya cepat, tanpa kuitansi.","nama":"Dewi Contoh"}""";
    private const string Ordinary = """{"isi":"Lampu jalan di Jl. Kartini mati sejak dua minggu."}""";

    private string data = "";
    private House house = null!;

    [SetUp]
    public async Task Open()
    {
        data = Directory.CreateTempSubdirectory("gateway-penelaah-").FullName;
        var registry = Path.Combine(data, "registry.yaml");
        await File.WriteAllTextAsync(registry, Registries.With(new Uri("http://127.0.0.1:1"), "", Registries.Form));
        house = await House.OpenAsync(new GatewaySettings { DataDirectory = data, Registry = registry }, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
    }

    [TearDown]
    public async Task Close()
    {
        await house.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Test]
    public async Task TheDeskOfTheAgencyDoesNotSeeIt()
    {
        var (accusing, ordinary) = (await PostAsync(Accuses), await PostAsync(Ordinary));

        var (_, listed) = await RunAsync("complaints", "list", "--json");
        Assert.That(listed, Does.Contain(ordinary).And.Not.Contain(accusing));
        Assert.That((await RunAsync("complaints", "show", accusing)).Exit, Is.EqualTo(1));
        Assert.That((await RunAsync("complaints", "release", accusing, "--by", "Sari")).Exit, Is.EqualTo(1));
        Assert.That((await house.Ledger.FindAsync(accusing, CancellationToken.None))!.State, Is.EqualTo(ComplaintState.Held));
    }

    [Test]
    public async Task TheDoctorCountsItInTheOneSumOfAllThatIsHeld()
    {
        await PostAsync(Accuses);

        var (exit, said) = await RunAsync("doctor");

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("!!  1 pengaduan ditahan: ./gateway complaints list --state held"));
    }

    [Test]
    public async Task ThePenelaahSeesItAndEachLookIsAnEvent()
    {
        var accusing = await PostAsync(Accuses);

        var (_, listed) = await RunAsync("complaints", "list", "--penelaah", "Hadi", "--json");
        var (exit, shown) = await RunAsync("complaints", "show", accusing, "--penelaah", "Hadi", "--json");

        Assert.That(listed, Does.Contain(accusing));
        Assert.That(exit, Is.Zero);
        var contract = JsonNode.Parse(shown)!["contract"]!;
        Assert.That(((bool)contract["anonim"]!, (bool)contract["rahasia"]!), Is.EqualTo((true, true)));
        var looks = (await house.Ledger.EventsAsync(accusing, CancellationToken.None)).Where(happened => happened.Kind == "supervised-viewed");
        Assert.That(looks.Select(look => look.Actor), Is.EqualTo(new[] { "Hadi", "Hadi" }));
        Assert.That((await RunAsync("complaints", "release", accusing, "--penelaah", "Hadi", "--reason", "diteruskan sebagai WBS")).Exit, Is.Zero);
    }

    private async Task<string> PostAsync(string json)
    {
        var post = new RawItem { File = "post", MediaType = "application/json", Content = new BytesContent(System.Text.Encoding.UTF8.GetBytes(json)) };
        var number = (await house.Intake.AcceptAsync("dishub-form", null, post, CancellationToken.None)).Items.Single().Numbers.Single();
        await house.JudgeAsync(CancellationToken.None);
        return number;
    }

    private async Task<(int Exit, string Output)> RunAsync(params string[] args)
    {
        await using var written = new StringWriter();
        await using var errors = new StringWriter();
        var exit = await CommandRunner.RunAsync(args, new CommandContext(written, errors, data, "tester", house, Interactive: false), CancellationToken.None);
        return (exit, written.ToString());
    }
}
