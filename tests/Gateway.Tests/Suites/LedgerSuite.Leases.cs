using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.FollowUps;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Parts;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Suites;

// Leases and who takes them away: of complaints and of tasks alike.
public abstract partial class LedgerSuite
{
    private static readonly Destination Leasing = new() { Key = "default" };
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    [Test]
    public async Task ALeaseIsTakenAwayWhenItsHeartStoodStillForItsLength([Values] bool ofATask)
    {
        var time = new FakeTimeProvider(Some.Noon);
        var (reaper, _) = await LeasedAsync(ofATask, time);
        await WatchUntilNearlyDeadAsync(reaper, time);

        time.Advance(BetweenLooks);
        Assert.That(await reaper.StepAsync(Ct), Is.EqualTo(1));
        Assert.That(await reaper.StepAsync(Ct), Is.Zero);
    }

    [Test]
    public async Task WhoCouldNotLookTakesNoLeaseAway([Values] bool ofATask, [Values(1, 60, 3 * 60 * 60)] int secondsBeyond)
    {
        var time = new FakeTimeProvider(Some.Noon);
        var (reaper, renewAsync) = await LeasedAsync(ofATask, time);
        await WatchUntilNearlyDeadAsync(reaper, time);

        // This observer is frozen, or the ledger goes away for everybody.
        time.Advance((Leasing.SafeLease / 3) + TimeSpan.FromSeconds(secondsBeyond));

        Assert.That(await reaper.StepAsync(Ct), Is.Zero, "the first look");
        time.Advance(BetweenLooks);
        Assert.That(await reaper.StepAsync(Ct), Is.Zero, "the second");
        Assert.That(await renewAsync(), Is.True);
    }

    private static async Task WatchUntilNearlyDeadAsync(LeaseReaper reaper, FakeTimeProvider time)
    {
        await reaper.StepAsync(Ct);
        for (var watched = BetweenLooks; watched < Leasing.SafeLease; watched += BetweenLooks)
        {
            time.Advance(BetweenLooks);
            Assert.That(await reaper.StepAsync(Ct), Is.Zero, $"after {watched}");
        }
    }

    private async Task<(LeaseReaper Reaper, Func<Task<bool>> RenewAsync)> LeasedAsync(bool ofATask, TimeProvider time)
    {
        var (task, row) = ofATask ? (await ClaimedTaskAsync(), null) : ((TaskRow?)null, await ClaimedAsync());
        var ids = new SimulatedIdentifiers();
        ILeases leases = ofATask ? new TaskLeases(Ledger, ids, time) : new ComplaintLeases(Ledger, ids, time);
        var reaper = new LeaseReaper(leases, new FixedRegistry(new Registry { Destinations = [Leasing] }), time, NullLogger<LeaseReaper>.Instance);
        return (reaper, () => task is null ? Ledger.RenewAsync(row!.Number, row.LeaseToken!, Ct) : Ledger.RenewTaskAsync(task.Id, task.LeaseToken!, Ct));
    }
}
