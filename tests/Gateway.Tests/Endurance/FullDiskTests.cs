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
        await trial.ReckonAsync(1);
    }
}
