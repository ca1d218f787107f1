using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;

namespace Gateway.Tests.Endurance;

/// <summary>
/// The disk fills up under load: intake refuses first, then nothing new is claimed, what is under way is still written down, and when
/// there is room again everything goes on.
/// </summary>
[Category("Journey")]
[Parallelizable]
internal sealed class FullDiskTests
{
    private const int UnderWay = 2;
    private const long Megabyte = 1 << 20;
    private const long Reserve = 32 * Megabyte;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task ADiskThatFillsUpLosesNothing()
    {
        using var disk = new SmallDisk(96);
        await using var trial = await Trial.PrepareAsync("requestsPerSecond: 100, schedule: [1s], createTimeout: 60s", data: Directory.CreateDirectory(Path.Combine(disk.Root, "data")).FullName);
        trial.Gateway.With("Gateway__Ledger__DiskReserveBytes", $"{Reserve}");
        await trial.Gateway.ServeAsync();
        trial.Load.Start(TimeSpan.FromMilliseconds(100));
        await trial.FlowsAsync();

        // Below the reserve no post and no mail is taken; what is in the ledger goes on.
        disk.Leave(Reserve - (4 * Megabyte));
        await Eventually.HoldsAsync(() => trial.Load.TurnedAway > 3, "posts are turned away", Patience);
        await trial.Gateway.UntilAsync(list => list.All(row => (string?)row["state"] == "delivered"), Patience);
        Assert.That(trial.Load.Receipts, Is.LessThan(trial.Load.Handed.Count));

        disk.Clear();
        await trial.FlowsAsync();

        // Below half of the reserve nothing is claimed any more; what is under way comes to its end.
        trial.Centre.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.Slow, Seconds: 6), new SimulatorFault(CentralCall.Create, FaultKind.Slow, Nth: 2, Seconds: 12));
        await trial.Centre.WaitForAsync(centre => centre.HeldCalls == UnderWay, Patience);
        await SwitchAsync(trial, "pause");
        await trial.Gateway.UntilAsync(list => list.Count(row => (string?)row["state"] == "queued") > 5, Patience);
        disk.Leave((Reserve / 2) - (4 * Megabyte));
        await SwitchAsync(trial, "open");
        var calls = trial.Centre.CallsOf(CentralCall.Create);
        await trial.Gateway.UntilAsync(list => list.Count(row => (string?)row["state"] == "forwarding") == UnderWay - 1, Patience);
        Assert.That(trial.Centre.CallsOf(CentralCall.Create), Is.EqualTo(calls), "nothing new was sent while the first came to its end");

        // And when not one byte is left, what is known by then is written as soon as there is room.
        disk.Fill();
        await trial.Centre.WaitForAsync(centre => centre.HeldCalls == 0, Patience);
        disk.Clear();
        await trial.FlowsAsync();
        var books = await trial.ReckonAsync(3);
        Assert.That(books.Unknown, Is.Empty, "the process stood all of it");
    }

    private static async Task SwitchAsync(Trial trial, string way)
    {
        var answer = await trial.Gateway.RunAsync("destination", way, "default", "--reason", "cakram penuh");
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
    }
}
