using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;

namespace Gateway.Tests.Endurance;

/// <summary>The centre answers 504 to everything for a minute: few complaints become Unknown, then nothing is sent, and afterwards all of it is.</summary>
[Category("Journey")]
[Parallelizable]
internal sealed class CentreOutageTests
{
    // The third in a row pauses; as many as were under way together cannot be called back.
    private const int Most = 4;

    private static readonly HttpClient Http = new();

    [Test]
    public async Task AMinuteOf504CostsFewUnknownAndNothingElse()
    {
        await using var trial = await Trial.PrepareAsync($"requestsPerSecond: 20, maxConcurrency: {Most}, schedule: [1s], createTimeout: 1s, leaseLength: 1s, settleAfter: 1s");
        trial.Centre.AddFaults(new SimulatorFault(CentralCall.Any, FaultKind.Status, Times: 0, Status: 504));
        await trial.Gateway.ServeAsync();
        trial.Load.Start(TimeSpan.FromMilliseconds(250));

        var (code, _) = await trial.Gateway.PausedAsync();
        Assert.That(code, Is.EqualTo("unknown-outcomes"));
        await Task.Delay(TimeSpan.FromMinutes(1));
        await trial.Load.StopAsync();
        Assert.That(trial.Centre.CallsOf(CentralCall.Create), Is.InRange(3, Most), "paused, nothing more is sent");
        // The last mails may wait for the gates still.
        var rows = await trial.Gateway.UntilAsync(list => list.All(row => (string?)row["state"] != "recorded"));
        Assert.That(rows.Select(row => (string?)row["state"]).Distinct(), Is.EquivalentTo(new[] { "unknown", "queued" }));
        var unknown = rows.Where(row => (string?)row["state"] == "unknown").Select(row => (string)row["number"]!).ToList();
        Assert.That(unknown, Has.Count.EqualTo(trial.Centre.CallsOf(CentralCall.Create)));

        using var cleared = await Http.DeleteAsync(new Uri(trial.Centre.BaseUri, "/_simulator/faults"));
        foreach (var number in unknown) await SettleAsync(trial.Gateway, number);
        await trial.Gateway.OpenDestinationAsync();

        var books = await trial.ReckonAsync(1);
        Assert.That((books.Delivered, books.Unknown.Count), Is.EqualTo((books.Ledger.Count, 0)), "all are drained");
    }

    /// <summary>An officer who was refused because the centre may still be storing it, and comes back.</summary>
    private static Task SettleAsync(GatewayProcess gateway, string number) => Eventually.HoldsAsync(
        async () => (await gateway.RunAsync("unknown", "settle", number, "--not-delivered", "--reason", "dicari, tidak ada")).ExitCode == 0, $"{number} is settled");
}
