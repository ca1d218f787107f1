using System.Runtime.Versioning;
using Gateway.Server.Commands;
using Gateway.Server.Composition;

namespace Gateway.Tests.Server;

/// <summary>What the command line says when a ledger on SQL Server cannot be used. No message repeats its password.</summary>
[SupportedOSPlatform("linux")]
[NonParallelizable]
internal sealed class SharedLedgerTests
{
    private const string Secret = "Rahasia-4711";

    private string _data = "";

    [SetUp]
    public void Prepare() => _data = Directory.CreateTempSubdirectory("gateway-shared-").FullName;

    [TearDown]
    public void Clean()
    {
        foreach (var name in new[] { "Provider", "ConnectionString" }) Environment.SetEnvironmentVariable("Gateway__Ledger__" + name, null);
        Environment.SetEnvironmentVariable("Gateway__Identity__MasterKey", null);
        Environment.SetEnvironmentVariable("GATEWAY_SHARED_KEY", null);
        Directory.Delete(_data, recursive: true);
    }

    [TestCase("SqlServer", "payloads", true)]
    [TestCase("SqlServer", "/srv/gateway/files/../payloads", true)]
    [TestCase("SqlServer", "/srv/gateway-shared/payloads", false)]
    [TestCase("Sqlite", "payloads", false)]
    public void FilesOfASharedLedgerInADataFolderAreHidden(string provider, string folder, bool hidden) => Assert.That(
        LedgerPlace.HidesPayloads(new GatewaySettings { DataDirectory = "/srv/gateway/", Ledger = new() { Provider = provider }, Payloads = new() { Directory = folder } }),
        Is.EqualTo(hidden));

    [TestCase("Oracle", "x", true, 2, "Sqlite | SqlServer")]
    [TestCase("SqlServer", null, true, 2, "Gateway:Ledger:ConnectionString")]
    [TestCase("SqlServer", "Server=127.0.0.1;Password=" + Secret, false, 2, "Gateway:Identity:MasterKey")]
    [TestCase("SqlServer", "Server=127.0.0.1;Pasword " + Secret, true, 2, "Gateway:Ledger:ConnectionString")]
    [TestCase("SqlServer", "env:GATEWAY_NO_SUCH_VARIABLE", true, 2, "GATEWAY_NO_SUCH_VARIABLE")]
    [TestCase("SqlServer", "Server=127.0.0.1,9;Database=gateway;User ID=sa;Password=" + Secret + ";Connect Timeout=1;ConnectRetryCount=0;Encrypt=false", true, 4, "Basis data ledger")]
    public async Task SaysWhatIsWrongAndKeepsThePassword(string provider, string? connection, bool key, int exit, string told)
    {
        Environment.SetEnvironmentVariable("Gateway__Ledger__Provider", provider);
        Environment.SetEnvironmentVariable("Gateway__Ledger__ConnectionString", connection);
        if (key)
        {
            Environment.SetEnvironmentVariable("GATEWAY_SHARED_KEY", Convert.ToBase64String(new byte[32]));
            Environment.SetEnvironmentVariable("Gateway__Identity__MasterKey", "env:GATEWAY_SHARED_KEY");
        }

        await using var written = new StringWriter();
        var answered = await CommandRunner.RunAsync(
            ["complaints", "list", "--data", _data], new CommandContext(written, written, _data, "tester", null, Interactive: false), CancellationToken.None);

        Assert.That(answered, Is.EqualTo(exit), written.ToString());
        Assert.That(written.ToString(), Does.Contain(told).And.Not.Contain(Secret));
        Assert.That(File.Exists(Path.Combine(_data, "master.key")), Is.False, "a node of its own key would be an island");
    }
}
