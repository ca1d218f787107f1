using Gateway.Core;
using Gateway.Simulator;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>
/// The process kills itself at each named point of the walk, is started again, and the source offers the mail again as one that got no
/// receipt would. Nothing is lost, nothing is doubled, and only what is truly unknown waits in Unknown.
/// </summary>
[Category("Journey")]
internal sealed class CrashPointTests
{
    private static readonly CrashPoint[] Ambiguous = [CrashPoint.CreateBegun, CrashPoint.CreateAnswered];

    // Those of a task have a journey of their own.
    private static IEnumerable<CrashPoint> Points => Enum.GetValues<CrashPoint>().Except([CrashPoint.TaskBegun, CrashPoint.TaskAnswered]);

    [TestCaseSource(nameof(Points))]
    public async Task ADeathAtAnyPointLosesNothingAndDoublesNothing(CrashPoint point)
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = new GatewayProcess(Registries.With(simulator.BaseUri, "schedule: [1s]", Registries.Mail));
        await gateway.With("GATEWAY_CRASH_AT", point.ToString()).ServeAsync();
        var mail = Path.Combine(GatewayProcess.Root, "docs", "samples", "email", "03-foto-jalan-berlubang.eml");
        await gateway.RunAsync("import", "email", mail, "--channel", "dishub-email");
        await gateway.ExitedAsync();

        await gateway.With("GATEWAY_CRASH_AT", null).ServeAsync();
        var again = await gateway.RunAsync("import", "email", mail, "--channel", "dishub-email", "--json");
        Assert.That(again.ExitCode, Is.Zero, again.Error);
        var rows = await gateway.UntilAsync(list => list.Count > 0 && list.All(row => (string?)row["state"] is "delivered" or "unknown"));

        Assert.That(rows, Has.Count.EqualTo(1));
        Assert.That((string?)rows[0]["state"], Is.EqualTo(Ambiguous.Contains(point) ? "unknown" : "delivered"));
        Assert.That(simulator.Complaints, Is.EqualTo(point == CrashPoint.CreateBegun ? 0 : 1));
    }

    [Test]
    public async Task AMailThatKillsTheProcessTwiceIsQuarantinedAndTheRestFlows()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = new GatewayProcess(Registries.With(simulator.BaseUri, "", Registries.Mail));
        var samples = Path.Combine(GatewayProcess.Root, "docs", "samples", "email");
        await gateway.With("GATEWAY_CRASH_AT", nameof(CrashPoint.TryCounted)).ServeAsync();
        await gateway.RunAsync("import", "email", Path.Combine(samples, "01-lampu-jalan-mati.eml"), "--channel", "dishub-email");
        await gateway.ExitedAsync();
        // The second start takes the mail up again and dies of it again, before it serves.
        await Assert.ThatAsync(() => gateway.ServeAsync(), Throws.InvalidOperationException);

        await gateway.With("GATEWAY_CRASH_AT", null).ServeAsync();
        await gateway.RunAsync("import", "email", Path.Combine(samples, "16-permintaan-informasi-trayek.eml"), "--channel", "dishub-email");
        await gateway.UntilAsync(list => list.Count == 1 && (string?)list[0]["state"] == "delivered");
        var quarantined = (await gateway.RunAsync("quarantine", "list", "--json")).Lines();

        Assert.That(quarantined.Select(item => (string?)item["reasons"]![0]!["code"]), Is.EqualTo(new[] { "translator-died" }));
        var text = Path.Combine(gateway.Data, "isi.txt");
        await File.WriteAllTextAsync(text, "Lampu jalan di Jalan Kartini mati.");
        var mended = await gateway.RunAsync("quarantine", "fix", (string)quarantined[0]["id"]!, "--isi", text, "--reason", "diketik dari surel asli");
        Assert.That(mended.ExitCode, Is.Zero, mended.Error);
        await gateway.UntilAsync(list => list.Count == 2 && list.All(row => (string?)row["state"] == "delivered"));
        Assert.That((await gateway.RunAsync("quarantine", "list", "--json")).Lines(), Is.Empty);
    }
}
