using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

public abstract partial class LedgerSuite
{
    [Test]
    public async Task ListsQuarantinedItemsUntilTheyAreResolved()
    {
        var unreadable = Some.BareItem(ItemOutcome.Quarantined, new Reason("unreadable"));
        await RecordAsync(unreadable);
        await RecordAsync(Some.BareItem(ItemOutcome.Ignored, new Reason("auto-reply")));

        Assert.That((await Ledger.ItemsAsync(ItemOutcome.Quarantined, null, false, 10, Ct)).Select(item => item.Id), Is.EqualTo(new[] { unreadable.Id }));
        Assert.That(await Ledger.ItemsAsync(ItemOutcome.Quarantined, "pupr-email", false, 10, Ct), Is.Empty);

        Assert.That(await Ledger.ResolveItemAsync(unreadable.Id, "discarded", "budi", "kosong", Some.After(9), null, Ct), Is.True);
        Assert.That(await Ledger.ItemsAsync(ItemOutcome.Quarantined, null, false, 10, Ct), Is.Empty);
        Assert.That((await Ledger.ItemsAsync(ItemOutcome.Quarantined, null, true, 10, Ct))[0].Resolved, Is.EqualTo("discarded"));
    }

    [Test]
    public async Task ResolvesAnItemOnceAndRecognisesItsOwnRetry()
    {
        var unreadable = Some.BareItem(ItemOutcome.Quarantined, new Reason("unreadable"));
        await RecordAsync(unreadable);

        Assert.That(await Ledger.ResolveItemAsync(unreadable.Id, "discarded", "budi", "kosong", Some.After(9), null, Ct), Is.True);
        Assert.That(await Ledger.ResolveItemAsync(unreadable.Id, "discarded", "budi", "kosong", Some.After(9), null, Ct), Is.True);
        Assert.That(await Ledger.ResolveItemAsync(unreadable.Id, "discarded", "siti", "kosong", Some.After(10), null, Ct), Is.False);
    }

    [Test]
    public async Task AMendedItemBecomesAComplaintInTheSameTransaction()
    {
        var unreadable = Some.BareItem(ItemOutcome.Quarantined, new Reason("no-isi"));
        await RecordAsync(unreadable);
        var mended = Some.ItemEntry();

        Assert.That(await Ledger.ResolveItemAsync(unreadable.Id, "fixed", "budi", "isi dilengkapi", Some.After(9), mended, Ct), Is.True);
        Assert.That((await FindAsync(mended.Complaints[0].Number)).State, Is.EqualTo(ComplaintState.Recorded));
        Assert.That((await Ledger.ItemAsync(unreadable.Id, Ct))!.Resolved, Is.EqualTo("fixed"));
    }

    [Test]
    public async Task TalliesEachChannelAndDay()
    {
        var complaint = Some.ItemEntry();
        await RecordAsync(complaint);
        await RecordAsync(Some.BareItem(ItemOutcome.Ignored, new Reason("auto-reply")));
        var day = Wita.Day(complaint.Seen);

        var tally = (await Ledger.TallyAsync(day, day, Ct)).Single();

        Assert.That((tally.Channel, tally.Day, tally.Arrivals, tally.Complaints), Is.EqualTo((complaint.Channel, day, 0L, 1L)));
        Assert.That(tally.Outcomes, Is.EquivalentTo(new Dictionary<ItemOutcome, long> { [ItemOutcome.Complaint] = 1, [ItemOutcome.Ignored] = 1 }));
        Assert.That(await Ledger.TallyAsync(day.AddDays(1), day.AddDays(9), Ct), Is.Empty);
        Assert.That(await Ledger.TallyAsync(day.AddDays(-9), day.AddDays(-1), Ct), Is.Empty);
    }

    [Test]
    public async Task SumsOutcomesPerChannel()
    {
        await RecordAsync(Some.ItemEntry());
        await RecordAsync(Some.ItemEntry());
        await RecordAsync(Some.BareItem(ItemOutcome.Ignored, new Reason("auto-reply")));
        await RecordAsync(Some.ItemEntry(channel: "pupr-form"));

        Assert.That(await Ledger.SumsAsync(Ct), Is.EquivalentTo(new[]
        {
            ("dishub-email", ItemOutcome.Complaint, 2L),
            ("dishub-email", ItemOutcome.Ignored, 1L),
            ("pupr-form", ItemOutcome.Complaint, 1L),
        }));
    }

    [Test]
    public async Task RemembersWhatAnAdapterNotedOfItsSource()
    {
        await Ledger.PutAsync("dishub-email", new Dictionary<string, string> { ["uid/1"] = "a", ["uid/2"] = "b", ["other"] = "c" }, Ct);
        await Ledger.PutAsync("dishub-email", new Dictionary<string, string> { ["uid/1"] = "d" }, Ct);
        await Ledger.PutAsync("pupr-email", new Dictionary<string, string> { ["uid/3"] = "e" }, Ct);

        Assert.That(await Ledger.GetAsync("dishub-email", "uid/1", Ct), Is.EqualTo("d"));
        Assert.That(await Ledger.GetAsync("dishub-email", "uid/3", Ct), Is.Null);
        Assert.That(await Ledger.FindAsync("dishub-email", "uid/", Ct), Is.EquivalentTo(new Dictionary<string, string> { ["uid/1"] = "d", ["uid/2"] = "b" }));
        Assert.That(await Ledger.FindAsync("dishub-email", "", Ct), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task APrefixWithWildcardsIsTakenAsItStands()
    {
        await Ledger.PutAsync("dishub-email", new Dictionary<string, string> { ["50%/a"] = "1", ["500/a"] = "2", ["_/x"] = "3" }, Ct);

        Assert.That((await Ledger.FindAsync("dishub-email", "50%", Ct)).Keys, Is.EqualTo(new[] { "50%/a" }));
        Assert.That((await Ledger.FindAsync("dishub-email", "_", Ct)).Keys, Is.EqualTo(new[] { "_/x" }));
    }

    [Test]
    public async Task ListsComplaintsOldestFirstAndPageByPage()
    {
        var first = await RecordedAsync();
        var second = await QueuedAsync(agency: "pupr");
        var third = await RecordedAsync();

        Assert.That((await Ledger.ListAsync(new ComplaintQuery { Limit = 2 }, Ct)).Select(row => row.Number), Is.EqualTo(new[] { first.Number, second.Number }));
        Assert.That((await Ledger.ListAsync(new ComplaintQuery { After = second.Position }, Ct)).Select(row => row.Number), Is.EqualTo(new[] { third.Number }));
        Assert.That((await Ledger.ListAsync(new ComplaintQuery { States = [ComplaintState.Queued, ComplaintState.Held] }, Ct)).Select(row => row.Number), Is.EqualTo(new[] { second.Number }));
        Assert.That((await Ledger.ListAsync(new ComplaintQuery { Agency = "pupr", Channel = "dishub-email", Destination = "default" }, Ct)).Select(row => row.Number), Is.EqualTo(new[] { second.Number }));
        Assert.That(await Ledger.ListAsync(new ComplaintQuery { Round = "none" }, Ct), Is.Empty);
    }

    [Test]
    public async Task FindsEarlierComplaintsWithTheSameContentThatWereJudgedNewestFirst()
    {
        var content = Some.Key("same words");
        var first = await MovedAsync(Some.Move(await RecordedAsync(Some.Complaint() with { ContentKey = content }), ComplaintState.Queued, ActorKind.Rule));
        var second = await MovedAsync(Some.Move(await RecordedAsync(Some.Complaint() with { ContentKey = content }), ComplaintState.Held, ActorKind.Rule));
        await RecordedAsync(Some.Complaint() with { ContentKey = content });
        var third = await RecordedAsync(Some.Complaint() with { ContentKey = content });
        await RecordedAsync();

        Assert.That((await Ledger.SameContentAsync(content, third.Position, Ct)).Select(row => row.Number), Is.EqualTo(new[] { second.Number, first.Number }));
    }
}
