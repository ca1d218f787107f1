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
    public async Task ADutyThatIsGivenBackIsFreeUnderAHigherToken()
    {
        await BeatAsync("node-a");
        await BeatAsync("node-b");
        await TakeAsync("node-a");

        await Ledger.LeaveDutyAsync("gates", "node-b", Ct);
        Assert.That(await TakeAsync("node-b"), Is.Null, "nobody gives back what another has");
        await Ledger.LeaveDutyAsync("gates", "node-a", Ct);
        Assert.That(await TakeAsync("node-b"), Is.EqualTo(2));
        Assert.That(await TakeAsync("node-a"), Is.Null);
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

    [Test]
    public async Task AnArrivalIsTheWorkOfOneNodeUntilThatIsGone()
    {
        await BeatAsync("node-a");
        await BeatAsync("node-b");
        var arrival = Some.Arrival() with { Node = "node-a" };
        await Ledger.KeepAsync(arrival, Ct);

        Assert.That(await Ledger.CountTryAsync(arrival.Id, "node-b", Ct), Is.Null);
        Assert.That(await Ledger.UnfinishedArrivalsAsync("node-b", 10, Ct), Is.Empty);
        Assert.That(await Ledger.CountTryAsync(arrival.Id, "node-a", Ct), Is.EqualTo(1));
        Assert.That(await UnfinishedAsync("node-a"), Is.EqualTo(new[] { arrival.Id }));

        await Ledger.RetireAsync("node-a", 1, Ct);
        Assert.That(await UnfinishedAsync("node-b"), Is.EqualTo(new[] { arrival.Id }));
        Assert.That(await Ledger.CountTryAsync(arrival.Id, "node-b", Ct), Is.EqualTo(2), "tries of the dead count");
        await BeatAsync("node-a");
        Assert.That(await Ledger.CountTryAsync(arrival.Id, "node-a", Ct), Is.Null, "it was away too long");
        Assert.That((await Ledger.ArrivalAsync(arrival.Id, Ct))!.Node, Is.EqualTo("node-b"));
    }

    [Test]
    public async Task WhatIsDoneIsNotTriedAgain()
    {
        var arrival = Some.Arrival() with { Node = null };
        await Ledger.KeepAsync(arrival, Ct);
        await Ledger.RecordAsync(null, [Some.ItemEntry() with { Arrival = arrival.Id }], arrival.Id, Ct);

        Assert.That(await Ledger.CountTryAsync(arrival.Id, "node-a", Ct), Is.Null);
        Assert.That(await Ledger.CountTryAsync("nothing", "node-a", Ct), Is.Null);
    }

    [Test]
    public async Task ARoundIsClosedByWhoFillsItOrAfterThatIsGone()
    {
        await BeatAsync("node-a");
        await BeatAsync("node-b");
        var round = Some.Round() with { Node = "node-a" };
        await Ledger.OpenRoundAsync(round, Ct);

        Assert.That(await Ledger.OpenRoundsAsync("node-b", Ct), Is.Empty);
        Assert.That(await Ledger.OpenRoundsAsync("node-a", Ct), Is.EqualTo(new[] { round }));

        await Ledger.RetireAsync("node-a", 1, Ct);
        Assert.That(await Ledger.OpenRoundsAsync("node-b", Ct), Has.Count.EqualTo(1));
        await Ledger.KeepAsync(Some.Arrival() with { Round = round.Id, Node = "node-c" }, Ct);
        Assert.That(await Ledger.OpenRoundsAsync("node-b", Ct), Is.Empty, "what lies in it waits");
    }

    private async Task<IEnumerable<string>> UnfinishedAsync(string node) => (await Ledger.UnfinishedArrivalsAsync(node, 10, Ct)).Select(row => row.Id);

    private Task BeatAsync(string node) => Ledger.BeatAsync(node, node, Some.Noon, Ct);

    private Task<long?> TakeAsync(string node, string duty = "gates") => Ledger.TakeDutyAsync(duty, node, Some.Noon, Ct);
}
