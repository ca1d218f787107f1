using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

public abstract partial class LedgerSuite
{
    [Test]
    public async Task ANodeIsKnownFromItsFirstBeat()
    {
        await Ledger.BeatAsync("node-b", "loket-2", Some.After(1), Ct);
        await Ledger.BeatAsync("node-a", "loket-1", Some.After(2), Ct);
        await Ledger.BeatAsync("node-a", "loket-1", Some.After(3), Ct);

        Assert.That(await Ledger.NodesAsync(Ct), Is.EqualTo(new[] { new NodeRow("node-a", "loket-1", 2, Some.After(3)), new NodeRow("node-b", "loket-2", 1, Some.After(1)) }));
    }

    [Test]
    public async Task OnlyANodeThatDoesNotBeatIsStruckOff()
    {
        await BeatAsync("node-a");
        await BeatAsync("node-a");

        Assert.That(await Ledger.RetireAsync("node-a", 1, Ct), Is.False, "it beat since");
        Assert.That(await Ledger.RetireAsync("node-a", 2, Ct), Is.True);
        Assert.That(await Ledger.RetireAsync("node-a", 2, Ct), Is.False, "it is gone");
        Assert.That(await Ledger.NodesAsync(Ct), Is.Empty);
    }

    [Test]
    public async Task ADutyHasOneNodeUntilThatIsGone()
    {
        await BeatAsync("node-a");
        await BeatAsync("node-b");

        Assert.That(await TakeAsync("node-a"), Is.EqualTo(1));
        Assert.That(await TakeAsync("node-a"), Is.EqualTo(1), "it has it already");
        Assert.That(await TakeAsync("node-b"), Is.Null);
        Assert.That(await TakeAsync("node-b", "masters"), Is.EqualTo(1), "another duty");

        await Ledger.RetireAsync("node-a", 1, Ct);
        Assert.That(await TakeAsync("node-b"), Is.EqualTo(2));
        await BeatAsync("node-a");
        Assert.That(await TakeAsync("node-a"), Is.Null, "it was away too long");
    }

    [Test]
    public async Task WhoIsNotKnownGetsNoDuty()
    {
        Assert.That(await TakeAsync("node-a"), Is.Null);
        await BeatAsync("node-a");
        Assert.That(await TakeAsync("node-a"), Is.EqualTo(1));
    }

    [Test]
    public async Task WhoWasStruckOffKeepsADutyThatNobodyTook()
    {
        await BeatAsync("node-a");
        await TakeAsync("node-a");
        await Ledger.RetireAsync("node-a", 1, Ct);

        await BeatAsync("node-a");

        Assert.That(await TakeAsync("node-a"), Is.EqualTo(1));
    }

    [Test]
    public async Task AMoveUnderADutyThatWentToAnotherIsStale()
    {
        await BeatAsync("node-a");
        await BeatAsync("node-b");
        var before = new DutyHold("gates", (await TakeAsync("node-a"))!.Value);
        var (first, second) = (await RecordedAsync(), await RecordedAsync());
        await MovedAsync(Some.Move(first, ComplaintState.Queued, ActorKind.Rule) with { Under = before });

        await Ledger.RetireAsync("node-a", 1, Ct);
        var after = new DutyHold("gates", (await TakeAsync("node-b"))!.Value);

        Assert.That(await Ledger.MoveAsync(Some.Move(second, ComplaintState.Queued, ActorKind.Rule) with { Under = before }, Ct), Is.EqualTo(MoveResult.Stale));
        Assert.That((await FindAsync(second.Number)).State, Is.EqualTo(ComplaintState.Recorded));
        await MovedAsync(Some.Move(second, ComplaintState.Held, ActorKind.Rule) with { Under = after });
    }

    private Task BeatAsync(string node) => Ledger.BeatAsync(node, node, Some.Noon, Ct);

    private Task<long?> TakeAsync(string node, string duty = "gates") => Ledger.TakeDutyAsync(duty, node, Some.Noon, Ct);
}
