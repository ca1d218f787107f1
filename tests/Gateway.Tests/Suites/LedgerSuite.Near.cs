using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

public abstract partial class LedgerSuite
{
    private static readonly long[] Lamp = [11, 12, long.MinValue];
    private static readonly long[] Road = [21, 12];

    [Test]
    public async Task WhatSharesMostIsFoundFirst()
    {
        var lamp = await JudgedAsync(Lamp);
        var road = await JudgedAsync(Road);

        var near = await Ledger.NearAsync([11, 12, 99], Some.Noon, 20, Ct);

        Assert.That(near.Rows.Select(row => row.Number), Is.EqualTo(new[] { lamp.Number, road.Number }));
        Assert.That((await Ledger.NearAsync([99], Some.Noon, 20, Ct)).Rows, Is.Empty);
        Assert.That((await Ledger.NearAsync(Lamp, Some.After(2), 20, Ct)).Rows, Is.Empty, "older than the look-back");
        Assert.That((await Ledger.NearAsync(Lamp, Some.Noon, 1, Ct)).Rows, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task WhatIsDiscardedIsNotFound()
    {
        var lamp = await JudgedAsync(Lamp, ComplaintState.Held);
        await MovedAsync(Some.Move(lamp, ComplaintState.Discarded));

        Assert.That((await Ledger.NearAsync(Lamp, Some.Noon, 20, Ct)).Rows, Is.Empty);
    }

    [Test]
    public async Task AVerdictThatDidNotSeeAnotherOfTheSameValueIsStale()
    {
        var (one, other) = (await RecordedAsync(), await RecordedAsync());
        var upTo = (await Ledger.NearAsync(Lamp, Some.Noon, 20, Ct)).UpTo;

        Assert.That(await Ledger.MoveAsync(Judged(one, Lamp, upTo), Ct), Is.EqualTo(MoveResult.Done));
        Assert.That(await Ledger.MoveAsync(Judged(other, Road, upTo), Ct), Is.EqualTo(MoveResult.Stale), "they share a value");
        Assert.That(await Ledger.MoveAsync(Judged(other, Road, upTo, one.Number), Ct), Is.EqualTo(MoveResult.Done), "it was compared");
        Assert.That((await Ledger.NearAsync(Road, Some.Noon, 20, Ct)).Rows, Has.Count.EqualTo(2));
    }

    private async Task<ComplaintRow> JudgedAsync(long[] bands, ComplaintState to = ComplaintState.Queued) =>
        await MovedAsync(Judged(await RecordedAsync(), bands, (await Ledger.NearAsync(bands, Some.Noon, 20, Ct)).UpTo, to: to));

    private static Move Judged(ComplaintRow row, long[] bands, long upTo, string? beside = null, ComplaintState to = ComplaintState.Queued) =>
        Some.Move(row, to, ActorKind.Rule) with { Judgement = new Judgement(bands, upTo, beside is null ? [] : [beside]) };
}
