using System.Text.Json.Nodes;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary><c>gateway inspect</c> on whatever bytes there are: valid JSON Lines of the fixed shape, never an exception.</summary>
[Category("Journey")]
internal sealed class InspectTests
{
    private static readonly string[] Line = ["file", "item", "sourceKey", "outcome", "reasons", "complaints", "reporter"];
    private static readonly string[] Message = ["file", "line", "lines", "at", "sender", "kind", "text", "attachment"];
    private static readonly string[] Reporter = ["name", "phone", "email", "nik", "address", "handle"];

    private static readonly string[] Contract =
    [
        "number", "klasifikasi", "judul", "isi", "tanggalKejadian", "lokasi", "instansiTujuan", "kategori", "anonim", "rahasia", "lampiran", "derived",
        "written", "received", "seen", "channel", "agency", "source",
    ];

    [TestCase("email")]
    [TestCase("whatsapp")]
    [TestCase("webform")]
    [TestCase("register")]
    public async Task AnyBytesBecomeLinesAndAMissingPathIsToldAfterTheOthersWereRead(string kind)
    {
        await using var gateway = new GatewayProcess("");
        var files = MadeBytes.Write(Path.Combine(gateway.Data, "masukan"));

        var all = await gateway.RunAsync(["inspect", kind, .. files]);

        Assert.That(all.ExitCode, Is.Zero, all.Error);
        Assert.That(all.Error, Is.Empty);
        AssertLines(all, files.Where(file => new FileInfo(file).Length > 0));

        var half = await gateway.RunAsync("inspect", kind, Path.Combine(gateway.Data, "tidak-ada"), files[3], Path.GetDirectoryName(files[0])!);

        Assert.That(half.ExitCode, Is.EqualTo(3));
        Assert.That(half.Error, Does.Contain("tidak-ada").And.Not.Contain("Exception"));
        AssertLines(half, [files[3]]);
    }

    [TestCase("email")]
    [TestCase("whatsapp")]
    [TestCase("webform")]
    [TestCase("register")]
    public async Task TheSamplesAreReadAsAFolder(string kind)
    {
        await using var gateway = new GatewayProcess("");
        var folder = Path.Combine(GatewayProcess.Root, "docs", "samples", kind);

        var inspected = await gateway.RunAsync("inspect", kind, folder);

        Assert.That(inspected.ExitCode, Is.Zero, inspected.Error);
        AssertLines(inspected, Directory.GetFiles(folder));
        Assert.That(inspected.Lines().Select(line => (string?)line["outcome"]), Has.Some.EqualTo("complaint"));
    }

    [Test]
    public async Task MessagesOfAnyBytesAreLinesToo()
    {
        await using var gateway = new GatewayProcess("");
        var files = MadeBytes.Write(Path.Combine(gateway.Data, "masukan"));
        var sample = Path.Combine(GatewayProcess.Root, "docs", "samples", "whatsapp");

        var inspected = await gateway.RunAsync(["inspect", "whatsapp", "--messages", sample, .. files]);

        Assert.That(inspected.ExitCode, Is.Zero, inspected.Error);
        Assert.That(inspected.Error, Is.Empty);
        foreach (var line in inspected.Lines()) Assert.That(Names(line), Is.EqualTo(Message));
        Assert.That(inspected.Lines().Select(line => (string?)line["kind"]).Distinct(), Is.SubsetOf(new[] { "text", "media", "deleted", "system" }));
    }

    private static void AssertLines(GatewayProcess.Answer answer, IEnumerable<string> files)
    {
        Assert.That(answer.Output, Does.Not.Contain("Exception").And.Not.Contain("   at "));
        var lines = answer.Lines();
        Assert.That(files, Is.SubsetOf(lines.Select(line => (string?)line["file"])), "each file has a line");
        foreach (var line in lines) AssertShape(line);
    }

    private static void AssertShape(JsonObject line)
    {
        Assert.That(Names(line).Where(name => name != "marks"), Is.EqualTo(Line));
        Assert.That((string?)line["sourceKey"], Does.Match("^[0-9a-f]{64}$"));
        Assert.That((string?)line["outcome"], Is.AnyOf("complaint", "followup", "ignored", "quarantined"));
        foreach (var reason in line["reasons"]!.AsArray())
        {
            Assert.That(Names(reason!.AsObject()), Is.EqualTo(new[] { "code", "text" }));
            Assert.That((string?)reason["text"], Is.Not.Empty.And.Not.EqualTo((string?)reason["code"]), "a reason has words");
        }

        var complaints = line["complaints"]!.AsArray();
        if ((string?)line["outcome"] is "ignored" or "quarantined") Assert.That(complaints, Is.Empty);
        else Assert.That(complaints, Is.Not.Empty);
        foreach (var complaint in complaints)
        {
            Assert.That(Names(complaint!.AsObject()), Is.EquivalentTo(Contract));
            Assert.That(new[] { "number", "seen", "channel", "agency" }.Select(name => complaint[name]), Has.All.Null);
            Assert.That((string?)complaint["isi"], Is.Not.Empty);
        }

        if (line["reporter"] is JsonObject reporter) Assert.That(Names(reporter), Is.EqualTo(Reporter));
    }

    private static IEnumerable<string> Names(JsonObject node) => node.Select(pair => pair.Key);
}
