using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

public abstract partial class LedgerSuite
{
    [Test]
    public async Task KeepsAnArrivalOnceHoweverOftenItIsKept()
    {
        var arrival = Some.Arrival();
        await Ledger.KeepAsync(arrival, Ct);
        await Ledger.KeepAsync(arrival, Ct);

        var unfinished = await Ledger.UnfinishedArrivalsAsync("node-1", 10, Ct);
        Assert.That(unfinished, Has.Count.EqualTo(1));
        Assert.That(unfinished[0].Payload.Inline, Is.EqualTo(arrival.Payload.Inline));
        Assert.That(unfinished[0] with { Payload = arrival.Payload, WrappedKey = arrival.WrappedKey, Envelope = arrival.Envelope }, Is.EqualTo(arrival));
    }

    [Test]
    public async Task CountsEachTryToTranslate()
    {
        var arrival = Some.Arrival();
        await Ledger.KeepAsync(arrival, Ct);

        Assert.That(await Ledger.CountTryAsync(arrival.Id, "node-1", Ct), Is.EqualTo(1));
        Assert.That(await Ledger.CountTryAsync(arrival.Id, "node-1", Ct), Is.EqualTo(2));
        Assert.That((await Ledger.ArrivalAsync(arrival.Id, Ct))!.Tries, Is.EqualTo(2));
    }

    [Test]
    public async Task RecordsAComplaintWithItsFirstEventAndItsDesk()
    {
        var complaint = Some.Complaint() with
        {
            Doubts = [new Reason("date-unclear", "11/05")],
            Attachments = [new AttachmentRow(1, "image/jpeg", new StoredPayload(null, "abcd", 90_000))],
        };
        var entry = Some.ItemEntry(complaint);
        Assert.That(await RecordAsync(entry), Is.EqualTo(RecordResult.Done));

        var row = await FindAsync(complaint.Number);
        Assert.That((row.State, row.Version, row.Channel, row.Agency, row.ItemId), Is.EqualTo((ComplaintState.Recorded, 1, "dishub-email", "dishub", entry.Id)));
        Assert.That(row.Reasons, Is.EqualTo(complaint.Doubts));
        Assert.That((row.Judul, row.Klasifikasi, row.Written, row.Seen), Is.EqualTo((complaint.Judul, complaint.Klasifikasi, complaint.Written, entry.Seen)));
        Assert.That(row.Sealed, Is.EqualTo(complaint.Sealed));
        Assert.That(await Ledger.AttachmentsAsync(complaint.Number, Ct), Is.EqualTo(complaint.Attachments));
        Assert.That(await Ledger.OwnersAsync(complaint.Number, Ct), Is.EqualTo(new[] { "dishub" }));

        var events = await Ledger.EventsAsync(complaint.Number, Ct);
        Assert.That(events, Has.Count.EqualTo(1));
        Assert.That((events[0].Id, events[0].Sequence, events[0].Kind, events[0].From, events[0].To),
            Is.EqualTo((complaint.EventId, 1, "recorded", (ComplaintState?)null, ComplaintState.Recorded)));
    }

    [Test]
    public async Task AnswersDoneWhenTheSameItemIsRecordedAgain()
    {
        var entry = Some.ItemEntry();
        await RecordAsync(entry);

        Assert.That(await RecordAsync(entry), Is.EqualTo(RecordResult.Done));
        Assert.That(await Ledger.EventsAsync(entry.Complaints[0].Number, Ct), Has.Count.EqualTo(1));
        Assert.That(await Ledger.ListAsync(new ComplaintQuery(), Ct), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task RefusesASecondItemWithTheSameSourceKeyAndOccurrence()
    {
        var first = Some.ItemEntry();
        await RecordAsync(first);
        var second = Some.ItemEntry() with { SourceKey = first.SourceKey };

        Assert.That(await RecordAsync(second), Is.EqualTo(RecordResult.Conflict));
        Assert.That(await Ledger.FindAsync(second.Complaints[0].Number, Ct), Is.Null);
        Assert.That(await RecordAsync(second with { Occurrence = 1 }), Is.EqualTo(RecordResult.Done));
    }

    [Test]
    public async Task ARepeatNeverCollidesWithWhatItRepeats()
    {
        var first = Some.ItemEntry();
        await RecordAsync(first);
        var repeat = Some.BareItem(ItemOutcome.Repeat) with { SourceKey = first.SourceKey, Occurrence = null, Follows = first.Complaints[0].Number };

        Assert.That(await RecordAsync(repeat), Is.EqualTo(RecordResult.Done));
        Assert.That(await RecordAsync(repeat with { Id = Some.Id("item") }), Is.EqualTo(RecordResult.Done));
        Assert.That((await Ledger.ItemAsync(repeat.Id, Ct))!.Numbers, Is.EqualTo(new[] { first.Complaints[0].Number }));
    }

    [Test]
    public async Task AConflictCostsOnlyItsOwnEntry()
    {
        var taken = Some.ItemEntry();
        await RecordAsync(taken);
        var before = Some.ItemEntry();
        var conflict = Some.ItemEntry() with { SourceKey = taken.SourceKey };
        var after = Some.ItemEntry();

        var results = await Ledger.RecordAsync(null, [before, conflict, after], null, Ct);

        Assert.That(results, Is.EqualTo(new[] { RecordResult.Done, RecordResult.Conflict, RecordResult.Done }));
        Assert.That(await Ledger.FindAsync(before.Complaints[0].Number, Ct), Is.Not.Null);
        Assert.That(await Ledger.FindAsync(conflict.Complaints[0].Number, Ct), Is.Null);
        Assert.That(await Ledger.FindAsync(after.Complaints[0].Number, Ct), Is.Not.Null);
    }

    [Test]
    public async Task APlaceInAnArrivalHasOneOutcome()
    {
        var arrival = Some.Arrival();
        var first = Some.ItemEntry() with { Arrival = arrival.Id, Item = "1-4" };
        await Ledger.RecordAsync(arrival, [first], null, Ct);

        Assert.That(await RecordAsync(Some.ItemEntry() with { Arrival = arrival.Id, Item = "1-4" }), Is.EqualTo(RecordResult.Conflict));
        Assert.That(await RecordAsync(Some.ItemEntry() with { Arrival = arrival.Id, Item = "5-6" }), Is.EqualTo(RecordResult.Done));
        Assert.That((await Ledger.ItemsOfAsync(arrival.Id, Ct)).Select(item => item.Item), Is.EqualTo(new[] { "1-4", "5-6" }));
    }

    [Test]
    public async Task FinishesAnArrivalOnlyWhenNoEntryIsAConflict()
    {
        var taken = Some.ItemEntry();
        await RecordAsync(taken);
        var arrival = Some.Arrival();
        var entry = Some.ItemEntry() with { Arrival = arrival.Id, SourceKey = taken.SourceKey };

        await Ledger.RecordAsync(arrival, [entry], arrival.Id, Ct);
        Assert.That(await Ledger.UnfinishedArrivalsAsync("node-1", 10, Ct), Has.Count.EqualTo(1));

        await Ledger.RecordAsync(arrival, [entry with { Occurrence = 1 }], arrival.Id, Ct);
        Assert.That(await Ledger.UnfinishedArrivalsAsync("node-1", 10, Ct), Is.Empty);
        Assert.That((await Ledger.ArrivalAsync(arrival.Id, Ct))!.Done, Is.True);
    }

    [Test]
    public async Task FindsTheLatestOccurrenceOfASourceKey()
    {
        var first = Some.ItemEntry();
        var second = Some.ItemEntry() with { SourceKey = first.SourceKey, Occurrence = 1, Seen = Some.After(20) };
        await RecordAsync(first);
        await RecordAsync(second);

        var known = await Ledger.KnownAsync([Some.Key("nobody"), first.SourceKey], Ct);

        Assert.That(known, Has.Count.EqualTo(1));
        Assert.That((known[0].Id, known[0].Occurrence, known[0].Seen, known[0].Number, known[0].Outcome),
            Is.EqualTo((second.Id, 1, second.Seen, second.Complaints[0].Number, ItemOutcome.Complaint)));
        Assert.That(known[0].Key, Is.EqualTo(first.SourceKey));
        Assert.That(known[0].ContentKey, Is.EqualTo(second.ContentKey));
    }

    [Test]
    public async Task AMarkBelongsToOneItemOfItsChannel()
    {
        var first = Some.ItemEntry(channel: "dishub-wa") with { Marks = [Some.Key("m1"), Some.Key("m2")] };
        await RecordAsync(first);

        Assert.That(await RecordAsync(Some.ItemEntry(channel: "dishub-wa") with { Marks = [Some.Key("m2")] }), Is.EqualTo(RecordResult.Conflict));
        Assert.That(await RecordAsync(Some.ItemEntry(channel: "pupr-wa") with { Marks = [Some.Key("m2")] }), Is.EqualTo(RecordResult.Done));
        var known = await Ledger.MarksUnderAsync("dishub-wa", [Some.Key("m2"), Some.Key("m3")], 10, Ct);
        Assert.That(known.Select(item => item.Id), Is.EqualTo(new[] { first.Id }));
        Assert.That(known[0].Number, Is.EqualTo(first.Complaints[0].Number));
    }

    [Test]
    public async Task AThreadBelongsToTheComplaintOfItsFirstMail()
    {
        var first = Some.ItemEntry() with { Thread = Some.Key("t1") };
        await RecordAsync(first);
        Assert.That(await RecordAsync(Some.ItemEntry() with { Thread = Some.Key("t1") }), Is.EqualTo(RecordResult.Done));
        await RecordAsync(Some.ItemEntry() with { Outcome = ItemOutcome.Ignored, Complaints = [], Thread = Some.Key("t2") });

        Assert.That(await Ledger.ThreadAsync([Some.Key("t2"), Some.Key("t1")], Ct), Is.EqualTo(first.Complaints[0].Number));
        Assert.That(await Ledger.ThreadAsync([Some.Key("t2")], Ct), Is.Null);
    }

    [Test]
    public async Task MarksAreFoundByWhatTheyBeginWith()
    {
        byte[] first = [0, 0, 0, 7, 1, 1], second = [0, 0, 0, 7, 255, 2], other = [0, 0, 0, 8, 0, 3];
        var entry = Some.ItemEntry(channel: "dishub-wa") with { Marks = [first, second, other] };
        await RecordAsync(entry);
        await RecordAsync(Some.ItemEntry(channel: "pupr-wa") with { Marks = [first] });

        var known = await Ledger.MarksUnderAsync("dishub-wa", [[0, 0, 0, 7], [0, 0, 0, 9]], 10, Ct);

        Assert.That(known.Select(item => (Convert.ToHexString(item.Key), item.Id)), Is.EquivalentTo(new[] { ("000000070101", entry.Id), ("00000007FF02", entry.Id) }));
        Assert.That(await Ledger.MarksUnderAsync("dishub-wa", [[0, 0, 0, 7]], 1, Ct), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ANewReporterWithAKnownPhoneIsAConflict()
    {
        var siti = Some.Reporter(Some.Phone("08110000001"), Some.Name("siti"));
        await RecordAsync(Some.ItemEntry() with { Reporter = siti });
        var same = Some.Reporter(Some.Phone("08110000001"));
        var entry = Some.ItemEntry() with { Reporter = same };

        Assert.That(await RecordAsync(entry), Is.EqualTo(RecordResult.Conflict));
        Assert.That(await Ledger.ReporterAsync(same.Id, Ct), Is.Null);
        Assert.That(await RecordAsync(entry with { Reporter = siti }), Is.EqualTo(RecordResult.Done));
        Assert.That((await FindAsync(entry.Complaints[0].Number)).Reporter, Is.EqualTo(siti.Id));
    }

    [Test]
    public async Task FindsAReporterByWhatIsTheirsAlone()
    {
        var siti = Some.Reporter(Some.Phone("08110000002"), Some.Name("siti"));
        await RecordAsync(Some.ItemEntry() with { Reporter = siti });

        Assert.That((await Ledger.FindReporterAsync([Some.Phone("08110000009"), Some.Phone("08110000002")], Ct))!.Id, Is.EqualTo(siti.Id));
        Assert.That((await Ledger.ReporterAsync(siti.Id, Ct))!.WrappedKey, Is.EqualTo(siti.WrappedKey));
        Assert.That(await Ledger.FindReporterAsync([Some.Name("siti")], Ct), Is.Null, "a name is not one person's alone");
    }

    [Test]
    public async Task TwoPeopleMayBearTheSameName()
    {
        Assert.That(await RecordAsync(Some.ItemEntry() with { Reporter = Some.Reporter(Some.Name("budi")) }), Is.EqualTo(RecordResult.Done));
        Assert.That(await RecordAsync(Some.ItemEntry() with { Reporter = Some.Reporter(Some.Name("budi")) }), Is.EqualTo(RecordResult.Done));
    }

    [Test]
    public async Task ARepeatInTheMailboxOfAnotherAgencyMakesItAnOwnerOnce()
    {
        var first = Some.ItemEntry();
        await RecordAsync(first);
        var number = first.Complaints[0].Number;
        var repeat = Some.BareItem(ItemOutcome.Repeat) with { Agency = "pupr", SourceKey = first.SourceKey, Occurrence = null, Follows = number };
        await RecordAsync(repeat);
        await RecordAsync(repeat with { Id = Some.Id("item") });

        Assert.That(await Ledger.OwnersAsync(number, Ct), Is.EqualTo(new[] { "dishub", "pupr" }));
        var events = await Ledger.EventsAsync(number, Ct);
        Assert.That(events.Select(happened => (happened.Sequence, happened.Kind)), Is.EqualTo(new[] { (1, "recorded"), (2, "owner-added") }));
        Assert.That((await FindAsync(number)).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task JudgesAComplaintOnlyWhenItsRoundIsClosed()
    {
        var round = Some.Round();
        await Ledger.OpenRoundAsync(round, Ct);
        await Ledger.OpenRoundAsync(round, Ct);
        var inRound = await RecordedAsync(Some.Complaint() with { Round = round.Id });
        var alone = await RecordedAsync();

        Assert.That((await Ledger.UnjudgedAsync(10, Ct)).Select(row => row.Number), Is.EqualTo(new[] { alone.Number }));
        Assert.That((await Ledger.OpenRoundsAsync("node-1", Ct)).Select(open => (open.Id, open.Complaints)), Is.EqualTo(new[] { (round.Id, 1) }));

        await Ledger.CloseRoundAsync(round.Id, Some.After(3), Ct);
        await Ledger.CloseRoundAsync(round.Id, Some.After(4), Ct);
        Assert.That((await Ledger.UnjudgedAsync(10, Ct)).Select(row => row.Number), Is.EqualTo(new[] { inRound.Number, alone.Number }));
        Assert.That((await Ledger.RoundAsync(round.Id, Ct))!.Closed, Is.EqualTo(Some.After(3)));
        Assert.That(await Ledger.OpenRoundsAsync("node-1", Ct), Is.Empty);
    }
}
