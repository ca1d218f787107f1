using Gateway.Server.Commands;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

// What a person typed wrong, and what stands in the way.
internal sealed partial class CommandLineTests
{
    [TestCase("complaints list")]
    [TestCase("complaints show GAAA")]
    [TestCase("quarantine list")]
    [TestCase("quarantine show X")]
    [TestCase("unknown list")]
    [TestCase("doctor")]
    [TestCase("channels list")]
    [TestCase("agencies list")]
    [TestCase("destination list")]
    [TestCase("complaints release GAAA")]
    public async Task AFolderWithoutALedgerStaysWithout(string line)
    {
        var folder = Directory.CreateTempSubdirectory("gateway-empty-");
        try
        {
            var (exit, error) = await RunHereAsync(folder.FullName, line.Split(' '));

            Assert.That(exit, Is.EqualTo(4), error);
            Assert.That(error, Does.Contain(Path.Combine(folder.FullName, "data")).And.Contain("--data"));
            Assert.That(folder.GetFileSystemInfos(), Is.Empty);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase("complaints lst", "'lst' tidak dikenal. Maksud Anda: list?\nBantuan: ./gateway complaints --help\n")]
    [TestCase("complaint list", "'complaint' tidak dikenal. Maksud Anda: complaints?\nBantuan: ./gateway --help\n")]
    [TestCase("complaints list --stat held", "'--stat' tidak dikenal. Maksud Anda: --state?\nBantuan: ./gateway complaints list --help\n")]
    [TestCase("complaints show", "Belum ada: number.\nBantuan: ./gateway complaints show --help\n")]
    [TestCase("import email x.eml", "Opsi --channel wajib diberikan.\nBantuan: ./gateway import email --help\n")]
    [TestCase("complaints list --lang fr", "Perintah ini tidak lengkap atau salah: --lang 'fr': id | en\nBantuan: ./gateway complaints list --help\n")]
    [TestCase("complaints lst --lang en", "'lst' is not known. Did you mean: list?\nHelp: ./gateway complaints --help\n")]
    public async Task AWrongLineNamesTheWrongWordFirst(string line, string said)
    {
        using var error = new StringWriter();
        var context = new CommandContext(TextWriter.Null, error, Path.GetTempPath(), "penguji", Running: null, Interactive: false);

        Assert.That(await CommandRunner.RunAsync(line.Split(' '), context, CancellationToken.None), Is.EqualTo(2));
        Assert.That(error.ToString().ReplaceLineEndings("\n"), Is.EqualTo(said));
    }

    [Test]
    public async Task WhatStandsInTheWayIsOneSentence()
    {
        await using var gateway = new GatewayProcess(Registries.With(Nowhere, "", Registries.Form));
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        await SaysAsync(4, port, ["serve"], $"http://127.0.0.1:{port}");
        await SaysAsync(2, "ngawur", ["serve"], "ngawur");
        await SaysAsync(2, "99999", ["serve"], "http://127.0.0.1:99999");
        await SaysAsync(4, port, ["simulator", "--port", port]);
        await SaysAsync(2, "99999", ["simulator", "--port", "99999"]);
        await SaysAsync(2, gateway.RegistryPath, ["channels", "apply", gateway.RegistryPath, "--data", gateway.RegistryPath]);

        async Task SaysAsync(int exit, string about, string[] line, string urls = "http://127.0.0.1:0")
        {
            var answer = await gateway.With("Gateway__Http__Urls", urls).RunAsync(line);
            Assert.That((answer.ExitCode, answer.Output), Is.EqualTo((exit, "")), answer.Error);
            Assert.That(answer.Error.Trim().Split('\n'), Has.Length.EqualTo(1).And.Some.Contains(about));
            Assert.That(answer.Error, Does.Not.Contain("   at ").And.Not.Contain("Kesalahan program"));
        }
    }
}
