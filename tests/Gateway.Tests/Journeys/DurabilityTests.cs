using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Simulator;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>Under strace: what the gateway promised was on the disk before it said so, not only before it was asked again.</summary>
[Category("Journey")]
internal sealed class DurabilityTests
{
    private static readonly HttpClient Http = new();

    [Test]
    public async Task AComplaintIsOnDiskBeforeThe202AndItsAttemptBeforeTheCreate()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = new GatewayProcess(Registries.With(simulator.BaseUri, "", Registries.Form));
        var trace = Path.Combine(gateway.Data, "strace.txt");
        await gateway.ServeAsync(Strace(trace));

        var number = await FormJourneyTests.PostAsync(gateway, "Lampu jalan di depan SDN 012 Samarinda mati sejak Senin.");
        await gateway.UntilAsync(list => list.Any(row => (string?)row["state"] == "delivered"));

        var calls = SystemCall.Parse(await File.ReadAllLinesAsync(trace));
        Assert.That(WrittenOrder.FaultsOfReceipt(calls, number), Is.Empty);
        Assert.That(WrittenOrder.FaultsOfCreate(calls, number), Is.Empty);
    }

    [Test]
    public async Task ALargePostIsAFileOnDiskUnderItsNameBeforeTheLedgerAndThe202()
    {
        await using var gateway = new GatewayProcess(Registries.With(new Uri("http://127.0.0.1:1"), "", Registries.Form));
        var trace = Path.Combine(gateway.Data, "strace.txt");
        await gateway.ServeAsync(Strace(trace));
        using var content = new MultipartFormDataContent { { new StringContent("Jembatan di Jl. Gerilya retak, foto terlampir."), "isi" }, { new ByteArrayContent(new byte[200_000]), "foto", "jembatan.jpg" } };

        using var answer = await Http.PostAsync(new Uri(gateway.Address, "/intake/dishub-form"), content);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await answer.Content.ReadAsStringAsync());
        var number = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["trackingNumber"]!;
        Assert.That(WrittenOrder.FaultsOfPayload(SystemCall.Parse(await File.ReadAllLinesAsync(trace)), number), Is.Empty);
    }

    /// <summary>The judge itself can say no: the same trace with the sync after the answer, without it, failed, or still under way.</summary>
    [TestCase("Wal Sync Told", 0)]
    [TestCase("Wal Told Sync", 1)]
    [TestCase("Sync Wal Told", 1)]
    [TestCase("Wal Told", 1)]
    [TestCase("Sync Told", 1)]
    [TestCase("Wal Failed Told", 1)]
    [TestCase("Wal Begun Told Resumed", 1)]
    [TestCase("Wal Begun Resumed Told", 0)]
    [TestCase("Wal Sync", 1)]
    public void AWrongOrderIsFound(string order, int faults)
    {
        const string Wal = "12</data/gateway.db-wal>";
        var lines = new Dictionary<string, string[]>
        {
            ["Wal"] = [$"7 pwrite64({Wal}, \"...GAAA-BBBB-CCCC-DDdefaultcreate...\", 4096, 4152) = 4096"],
            ["Sync"] = [$"7 fdatasync({Wal}) = 0"],
            ["Failed"] = [$"7 fdatasync({Wal}) = -1 EIO (Input/output error)"],
            ["Begun"] = [$"7 fdatasync({Wal} <unfinished ...>"],
            ["Resumed"] = ["7 <... fdatasync resumed>)        = 0"],
            ["Told"] =
            [
                "8 sendto(20<socket:[1]>, \"HTTP/1.1 202 Accepted\\r\\n\"..., 300, MSG_NOSIGNAL, NULL, 0) = 300",
                "8 sendto(21<socket:[2]>, \"POST /complaints/complaint HTTP/1.1\\r\\n\"..., 600, MSG_NOSIGNAL, NULL, 0) = 600",
            ],
        };

        var calls = SystemCall.Parse(order.Split(' ').SelectMany(name => lines[name]));

        Assert.That(WrittenOrder.FaultsOfReceipt(calls, "GAAA-BBBB-CCCC-DD").Count(), Is.EqualTo(faults));
        Assert.That(WrittenOrder.FaultsOfCreate(calls, "GAAA-BBBB-CCCC-DD").Count(), Is.EqualTo(faults));
    }

    private static string[] Strace(string file)
    {
        using var probe = Process.Start(new ProcessStartInfo("strace", "-V") { RedirectStandardOutput = true })
            ?? throw new AssertionException("strace is missing: apt-get install strace");
        return
        [
            "strace", "-f", "--seccomp-bpf", "-y", "-s", "4200", "-o", file,
            "-e", "trace=fsync,fdatasync,sendto,sendmsg,write,writev,pwrite64,rename,renameat,renameat2",
        ];
    }
}
