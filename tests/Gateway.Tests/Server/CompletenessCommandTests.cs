using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Gateway.Server.Commands;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary><c>gateway audit completeness</c> on a real ledger.</summary>
[SupportedOSPlatform("linux")]
internal sealed class CompletenessCommandTests
{
    [Test]
    public async Task SumsADayAndFindsNoGap()
    {
        await using var house = await OpenedHouse.NewAsync(null, Registries.Form);
        var folder = Directory.CreateTempSubdirectory("gateway-completeness-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "satu.post"), """{"isi":"Lampu jalan di Jl. Kartini mati sejak dua minggu."}""");
        await File.WriteAllTextAsync(Path.Combine(folder, "dua.post"), """{"isi":""}""");

        Assert.That((await RunAsync("import", "webform", folder, "--channel", "dishub-form")).Exit, Is.Zero);
        var (exit, output) = await RunAsync("audit", "completeness", "--json");

        var day = JsonNode.Parse(output)!;
        Assert.That(exit, Is.Zero, output);
        Assert.That(((long)day["arrivals"]!, (long)day["unfinished"]!, (long)day["items"]!, (long)day["complaints"]!), Is.EqualTo((2L, 0L, 2L, 1L)));
        Assert.That(((long)day["outcomes"]!["complaint"]!, (long)day["outcomes"]!["quarantined"]!), Is.EqualTo((1L, 1L)));
        Assert.That((await RunAsync("audit", "completeness", "--from", "kemarin")).Exit, Is.EqualTo(2));
        foreach (var verb in new[] { "completeness", "log" })
            Assert.That(await RunAsync("audit", verb, "--from", "2026-11-02", "--to", "2026-11-01"), Is.EqualTo((2, "--from 2026-11-02 sesudah --to 2026-11-01. Tukar keduanya.\n")));
        Directory.Delete(folder, recursive: true);

        async Task<(int Exit, string Output)> RunAsync(params string[] args)
        {
            await using var written = new StringWriter();
            var exit = await CommandRunner.RunAsync(args, new CommandContext(written, written, folder, "tester", house.House, Interactive: false), CancellationToken.None);
            return (exit, written.ToString());
        }
    }
}
