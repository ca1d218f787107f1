using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;

namespace Gateway.Tests.Endurance;

/// <summary>
/// The process stands still longer than its leases (SIGSTOP, SIGCONT), with a create under way and one that has its permit and has not left:
/// what wakes up late neither sends nor doubles.
/// </summary>
[Category("Journey")]
[Parallelizable]
internal sealed class FrozenProcessTests
{
    // With the one that has not left fewer than pause a destination, should all become unknown.
    private const int UnderWay = 1;

    // The shortest lease there is: a create time-out of ten seconds, enough on a busy machine, and sixty.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(70);

    [Test]
    public async Task AProcessThatSleepsOverItsLeasesSendsNothingLate()
    {
        await using var trial = await Trial.PrepareAsync("requestsPerSecond: 100, maxConcurrency: 8, schedule: [1s], createTimeout: 10s, leaseLength: 1s");
        trial.Centre.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.Slow, Times: UnderWay, Seconds: 3));
        // With its permit, before the first byte.
        await trial.Gateway.With("GATEWAY_FREEZE_AT", $"CreateBegun:{UnderWay + 1}").ServeAsync();
        for (var i = 0; i < UnderWay; i++) await trial.Load.PostAsync();
        await trial.Centre.WaitForAsync(centre => centre.CallsOf(CentralCall.Create) == UnderWay, TimeSpan.FromMinutes(1));
        var notLeft = await trial.Load.PostAsync();
        await Eventually.HoldsAsync(() => trial.Gateway.IsFrozen, "it stands still");
        trial.Load.Start(TimeSpan.FromMilliseconds(500));

        await Task.Delay(Lease + TimeSpan.FromSeconds(2));
        Assert.That(trial.Centre.CallsOf(CentralCall.Create), Is.AtMost(UnderWay), "what stands still sends nothing");
        var second = await trial.Gateway.RunAsync("serve");
        Assert.That(second.ExitCode, Is.EqualTo(4), "one that stands still has its folder all the same");
        await trial.Gateway.ThawAsync();

        await Eventually.HoldsAsync(() => trial.Load.Receipts > UnderWay + 3, "it takes posts again");
        var books = await trial.ReckonAsync(1);
        Assert.That(books.Unknown, Has.Count.AtMost(UnderWay + 1));
        // Its permit was too old when it woke up, whether its lease had been taken away by then or not.
        var first = (string?)(await trial.Gateway.ShowAsync(notLeft))["attemptLog"]![0]!["outcome"];
        Assert.That(first, Is.Not.EqualTo("done"), "what has its permit since a minute does not leave any more");
        Assert.That(books.Unknown.Contains(notLeft) && books.Book.Any(line => line.Number == notLeft), Is.False);
    }
}
