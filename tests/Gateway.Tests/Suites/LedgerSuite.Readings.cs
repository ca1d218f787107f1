using Gateway.Contracts;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

// What was read back of delivered complaints.
public abstract partial class LedgerSuite
{
    [Test]
    public async Task ADeliveredComplaintIsTakenToBeReadOnceItIsDue()
    {
        var queued = await QueuedAsync();
        Assert.That(await Ledger.TakeReadingAsync(queued.Destination, Some.After(100), Some.After(110), Ct), Is.Null, "it is not there yet");
        await MovedAsync(Some.Move(queued, ComplaintState.Delivered) with { CentralId = Some.Id("7"), Due = Some.After(30) });

        Assert.That(await Ledger.TakeReadingAsync(queued.Destination, Some.After(29), Some.After(40), Ct), Is.Null);
        Assert.That((await Ledger.TakeReadingAsync(queued.Destination, Some.After(30), Some.After(40), Ct))?.Number, Is.EqualTo(queued.Number));
        Assert.That(await Ledger.TakeReadingAsync(queued.Destination, Some.After(31), Some.After(40), Ct), Is.Null, "somebody has it");
        Assert.That((await Ledger.TakeReadingAsync(queued.Destination, Some.After(40), Some.After(50), Ct))?.Number, Is.EqualTo(queued.Number), "who did not come back");
    }

    [Test]
    public async Task AReadingIsKeptForTheVersionThatWasSeen()
    {
        var delivered = await DeliveredAsync();
        Assert.That(await Ledger.ReadingAsync(delivered.Number, Ct), Is.Null);
        var reading = new Reading
        {
            Number = delivered.Number,
            Since = Some.Noon,
            Looked = Some.After(10),
            Changed = Some.After(10),
            Status = "Selesai",
            Closed = Some.After(10),
            Fingerprint = Some.Key("answer"),
            Content = [1, 2],
            Due = Some.After(60),
        };
        var changed = new LedgerEvent(Some.Id("event"), delivered.Number, 0, Some.After(10), "read-back", delivered.State, delivered.State, ActorKind.Worker, "read-back", [new Reason("read-back", "Selesai, 1")]);

        Assert.That(await Ledger.KeepReadingAsync(reading, changed, Ct), Is.True);
        Assert.That(await Ledger.KeepReadingAsync(reading, changed, Ct), Is.True, "the same again");
        Assert.That(await Ledger.KeepReadingAsync(reading with { Looked = Some.After(11) }, null, Ct), Is.False, "another in between");
        var row = await FindAsync(delivered.Number);
        Assert.That((row.CentralStatus, row.IsKnownClosed, row.State, row.Version), Is.EqualTo(("Selesai", true, ComplaintState.Delivered, delivered.Version + 1)));
        var stored = (await Ledger.ReadingAsync(delivered.Number, Ct))!;
        Assert.That(stored with { Fingerprint = null, Content = null }, Is.EqualTo(reading with { Version = 1, Fingerprint = null, Content = null }));
        Assert.That((stored.Fingerprint, stored.Content), Is.EqualTo((reading.Fingerprint, reading.Content)));

        Assert.That(await Ledger.KeepReadingAsync(stored with { Looked = Some.After(60), Due = null }, null, Ct), Is.True);
        Assert.That((await FindAsync(delivered.Number)).Version, Is.EqualTo(delivered.Version + 1), "no event when nothing changed");
        Assert.That(await Ledger.TakeReadingAsync(delivered.Destination, Some.After(9999), Some.After(9999), Ct), Is.Null);
    }
}
