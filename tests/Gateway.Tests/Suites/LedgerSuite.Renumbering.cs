using Gateway.Contracts;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

// A number of the centre that was wrong.
public abstract partial class LedgerSuite
{
    [Test]
    public async Task AWrongNumberIsCorrectedAndStillFound()
    {
        var row = await DeliveredAsync();
        var (was, right) = (row.CentralId!, Some.Id("8"));
        await Ledger.KeepReadingAsync(Looked(row) with { Closed = Some.After(10), Status = "Selesai", Content = [1] }, null, Ct);
        var renumbered = Renumbered(row, was, right);

        Assert.That(await Ledger.RenumberAsync(renumbered, was, right, Ct), Is.EqualTo(MoveResult.Done));
        Assert.That(await Ledger.RenumberAsync(renumbered, was, right, Ct), Is.EqualTo(MoveResult.Done), "the same again");

        var after = await FindAsync(row.Number);
        Assert.That((after.CentralId, after.State, after.Version, after.IsKnownClosed, after.CentralStatus), Is.EqualTo((right, ComplaintState.Delivered, row.Version + 1, false, (string?)null)));
        Assert.That((await Ledger.EventsAsync(row.Number, Ct))[^1].Kind, Is.EqualTo("renumbered"));
        foreach (var number in new[] { was, right })
            Assert.That((await Ledger.ListAsync(new ComplaintQuery { CentralId = number }, Ct)).Select(found => found.Number), Is.EqualTo(new[] { row.Number }), number);
        Assert.That(await Ledger.ListAsync(new ComplaintQuery { CentralId = Some.Id("9") }, Ct), Is.Empty);
    }

    [Test]
    public async Task WhatWasReadUnderTheWrongNumberIsForgottenAndALookUnderWayCannotBringItBack()
    {
        var (known, fresh) = (await DeliveredAsync(), await DeliveredAsync());
        await Ledger.KeepReadingAsync(Looked(known) with { Closed = Some.After(10), Content = [1], Due = null }, null, Ct);
        var underWay = (await Ledger.ReadingAsync(known.Number, Ct))!;
        foreach (var row in new[] { known, fresh })
        {
            var right = Some.Id("8");
            Assert.That(await Ledger.RenumberAsync(Renumbered(await FindAsync(row.Number), row.CentralId!, right), row.CentralId!, right, Ct), Is.EqualTo(MoveResult.Done));
        }

        Assert.That(await Ledger.ReadingAsync(known.Number, Ct) is { Content: null, Closed: null, Changed: null, Due: not null });
        Assert.That(await Ledger.KeepReadingAsync(underWay with { Content = [2], Looked = Some.After(11) }, null, Ct), Is.False);
        Assert.That(await Ledger.KeepReadingAsync(Looked(fresh) with { Content = [2] }, null, Ct), Is.False, "the first look");
        Assert.That((await Ledger.TakeReadingAsync(known.Destination, Some.After(9), Some.After(20), Ct))?.Number, Is.EqualTo(known.Number), "read anew at once");
    }

    [Test]
    public async Task ANumberIsCorrectedOnlyAsItWasSeenAndNotToThatOfAnother()
    {
        var (row, other, queued) = (await DeliveredAsync(), await DeliveredAsync(), await QueuedAsync());
        var right = Some.Id("8");

        Assert.That(await Ledger.RenumberAsync(Renumbered(row, row.CentralId!, other.CentralId!), row.CentralId!, other.CentralId!, Ct), Is.EqualTo(MoveResult.IdTaken));
        Assert.That(await Ledger.RenumberAsync(Renumbered(row, "70", right), "70", right, Ct), Is.EqualTo(MoveResult.Stale));
        Assert.That(await Ledger.RenumberAsync(Renumbered(row with { Version = row.Version + 1 }, row.CentralId!, right), row.CentralId!, right, Ct), Is.EqualTo(MoveResult.Stale));
        Assert.That(await Ledger.RenumberAsync(Renumbered(queued, "70", right), "70", right, Ct), Is.EqualTo(MoveResult.Stale));
        Assert.That((await FindAsync(row.Number)).CentralId, Is.EqualTo(row.CentralId));
    }

    [Test]
    public async Task ATaskUnderWayKeepsTheNumber()
    {
        var task = await ClaimedTaskAsync();
        var row = await FindAsync(task.Number);

        Assert.That(await Ledger.RenumberAsync(Renumbered(row, row.CentralId!, Some.Id("8")), row.CentralId!, Some.Id("8"), Ct), Is.EqualTo(MoveResult.Stale));
    }

    private static Reading Looked(ComplaintRow row) => new() { Number = row.Number, Since = Some.Noon, Looked = Some.After(10), Due = Some.After(60) };

    private static LedgerEvent Renumbered(ComplaintRow row, string was, string right) => new(
        Some.Id("event"), row.Number, row.Version + 1, Some.After(9), "renumbered", row.State, row.State, ActorKind.Person, "budi", [new Reason("renumbered-from", was), new Reason("renumbered-to", right)]);
}
