using Gateway.Core.Ledger;
using Gateway.Core.Nodes;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Suites;

// Duties and the beat of hearts: who is dead, by whose clock, and what becomes of what it had.
public abstract partial class NodesSuite
{
    private static readonly NodeLease Lease = NodeLease.Default;

    [Test]
    public async Task ADeadNodesDutyAndWorkAreTakenOverWithinTwoLeases()
    {
        var time = new FakeTimeProvider();
        var (dead, living) = (await JoinAsync(0, time), await JoinAsync(1, time));
        var arrival = Some.Arrival() with { Node = dead.Self.Id };
        await _nodes[0].KeepAsync(arrival, Ct);
        Assert.That((await dead.Duties.HoldsAsync("gates", Ct), await living.Duties.HoldsAsync("gates", Ct)), Is.EqualTo((true, false)));

        var waited = TimeSpan.Zero;
        while (!await living.Duties.HoldsAsync("gates", Ct) && waited < Lease.Length * 3)
        {
            time.Advance(Lease.Beat);
            waited += Lease.Beat;
            await living.Heartbeat.StepAsync(Ct);
        }

        Assert.That(waited, Is.GreaterThanOrEqualTo(Lease.Length).And.LessThan(Lease.Length * 2));
        Assert.That(await _nodes[1].CountTryAsync(arrival.Id, living.Self.Id, Ct), Is.EqualTo(1));
    }

    [Test]
    public async Task WhoBeatsKeepsItsDutyHoweverTheClocksAreSet()
    {
        var (time, otherTime) = (new FakeTimeProvider(), new FakeTimeProvider());
        var (judge, other) = (await JoinAsync(0, time), await JoinAsync(1, otherTime));
        await judge.Duties.HoldsAsync("gates", Ct);

        foreach (var hours in new[] { 7, -7, 0, 48 })
        {
            otherTime.AdjustTime(otherTime.GetUtcNow().AddHours(hours));
            for (var beat = 0; beat < 10; beat++)
            {
                time.Advance(Lease.Beat);
                otherTime.Advance(Lease.Beat);
                await judge.Heartbeat.StepAsync(Ct);
                Assert.That(await other.Heartbeat.StepAsync(Ct), Is.Zero);
            }

            Assert.That((await judge.Duties.HoldsAsync("gates", Ct), await other.Duties.HoldsAsync("gates", Ct)), Is.EqualTo((true, false)), $"{hours} hours");
        }
    }

    [Test]
    public async Task WhoCouldNotLookTakesNobodyForDead([Values(0.5, 3)] double leases, [Values(0, 5)] int missed)
    {
        var time = new FakeTimeProvider();
        var (judge, other) = (await JoinAsync(0, time), await JoinAsync(1, time));
        await judge.Duties.HoldsAsync("gates", Ct);
        await other.Heartbeat.StepAsync(Ct);
        for (; missed > 0; missed--)
        {
            time.Advance(Lease.Beat);
            await other.Heartbeat.StepAsync(Ct);
        }

        // The database was away, for both of them.
        time.Advance(Lease.Length * leases);

        Assert.That(await other.Heartbeat.StepAsync(Ct), Is.Zero);
        time.Advance(Lease.Beat);
        await judge.Heartbeat.StepAsync(Ct);
        Assert.That(await other.Heartbeat.StepAsync(Ct), Is.Zero);
        Assert.That(await other.Duties.HoldsAsync("gates", Ct), Is.False);
    }

    [Test]
    public async Task WhoThawsAfterItLostTheDutyWritesNoVerdict()
    {
        var time = new FakeTimeProvider();
        var (frozen, other) = (await JoinAsync(0, time), await JoinAsync(1, time));
        var entry = Some.ItemEntry();
        await _nodes[0].RecordAsync(null, [entry], null, Ct);
        var seen = (await _nodes[0].FindAsync(entry.Complaints[0].Number, Ct))!;
        var verdict = Some.Move(seen, ComplaintState.Queued, ActorKind.Rule) with { Under = await frozen.Duties.HoldAsync("gates", Ct) };

        await other.Heartbeat.RetireOthersAsync(Ct);
        await other.Duties.HoldsAsync("gates", Ct);

        Assert.That(await _nodes[0].MoveAsync(verdict, Ct), Is.EqualTo(MoveResult.Stale));
        await frozen.Heartbeat.BeatAsync(Ct);
        time.Advance(Lease.Answer);
        Assert.That(await frozen.Duties.HoldsAsync("gates", Ct), Is.False);
    }

    [Test]
    public async Task OneOfManyThatAskAtOnceGetsTheDuty()
    {
        var nodes = new List<(ThisNode Self, Heartbeat Heartbeat, Duties Duties)>();
        for (var i = 0; i < 8; i++) nodes.Add(await JoinAsync(i % 2, new FakeTimeProvider()));

        foreach (var duty in Enumerable.Range(0, 10).Select(i => $"duty-{i}"))
        {
            var holds = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Duties.HoldsAsync(duty, Ct), Ct)));
            Assert.That(holds.Count(held => held), Is.EqualTo(1), duty);
        }
    }

    [Test]
    public async Task WhoLeavesWaitsForNobody()
    {
        var time = new FakeTimeProvider();
        var (leaving, other) = (await JoinAsync(0, time), await JoinAsync(1, time));
        await leaving.Duties.HoldsAsync("gates", Ct);

        await leaving.Heartbeat.LeaveAsync(Ct);

        Assert.That(await other.Duties.HoldsAsync("gates", Ct), Is.True);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task WhoAsksForTheOthersAtWorkHearsOfThoseWhoseHeartBeats(bool beats)
    {
        var time = new FakeTimeProvider();
        var (other, asking) = (await JoinAsync(0, time), await JoinAsync(1, time));

        var asked = asking.Heartbeat.OthersAtWorkAsync(Ct);
        while (!asked.IsCompleted)
        {
            if (beats) await other.Heartbeat.BeatAsync(Ct);
            await asking.Heartbeat.StepAsync(Ct);
            time.Advance(Lease.Beat / 2);
            await Task.WhenAny(asked, Task.Delay(5, Ct));
        }

        Assert.That(await asked, Is.EqualTo(beats ? new[] { "loket-0" } : []));
    }

    private async Task<(ThisNode Self, Heartbeat Heartbeat, Duties Duties)> JoinAsync(int ledger, TimeProvider time)
    {
        var self = new ThisNode(Some.Id("node"), $"loket-{ledger}");
        var heartbeat = new Heartbeat(_nodes[ledger], self, Lease, time, NullLogger<Heartbeat>.Instance);
        await heartbeat.BeatAsync(Ct);
        return (self, heartbeat, new Duties(_nodes[ledger], self, Lease, time));
    }
}
