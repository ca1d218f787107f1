using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

// What comes after a complaint and belongs to it.
public abstract partial class LedgerSuite
{
    [Test]
    public async Task AmendsAHeldComplaint()
    {
        var held = await HeldAsync();
        var amendment = new ComplaintAmendment(Some.Id("event"), held.Number, held.Version, [1, 1], "Lampu jalan mati, dua tiang.", Some.Key("grown"), [new Reason("group-grew")], []);
        var entry = Some.BareItem(ItemOutcome.FollowUp) with { Follows = held.Number, Amends = amendment };

        Assert.That(await RecordAsync(entry), Is.EqualTo(RecordResult.Done));
        var row = await FindAsync(held.Number);
        Assert.That((row.State, row.Version, row.Isi), Is.EqualTo((ComplaintState.Held, held.Version + 1, amendment.MaskedIsi)));
        Assert.That(row.ContentKey, Is.EqualTo(amendment.ContentKey));
        Assert.That((await Ledger.EventsAsync(held.Number, Ct))[^1].Kind, Is.EqualTo("amended"));
    }

    [Test]
    public async Task AmendsWhatHasNotMetTheGates()
    {
        var recorded = await RecordedAsync();
        var amendment = new ComplaintAmendment(Some.Id("event"), recorded.Number, recorded.Version, [1, 1], "Dua tiang.", Some.Key("grown"), [new Reason("group-grew")], []);

        Assert.That(await RecordAsync(Some.BareItem(ItemOutcome.FollowUp) with { Follows = recorded.Number, Amends = amendment }), Is.EqualTo(RecordResult.Done));
        var grown = await FindAsync(recorded.Number);
        Assert.That((grown.State, grown.Isi, grown.Version), Is.EqualTo((ComplaintState.Recorded, "Dua tiang.", recorded.Version + 1)));
    }

    [Test]
    public async Task WhatFollowsAComplaintThatLeftIsAnEventOfIt()
    {
        var queued = await QueuedAsync();
        await RecordAsync(Some.BareItem(ItemOutcome.FollowUp, new Reason("thread-reply")) with { Follows = queued.Number, FollowUp = [1, 2, 3] });

        var events = await Ledger.EventsAsync(queued.Number, Ct);
        var last = events[^1];
        Assert.That((last.Kind, last.To, last.Reasons[0].Code), Is.EqualTo(("followed-up", ComplaintState.Queued, "thread-reply")));
        Assert.That((events[0].By, last.By, last.Actor), Is.EqualTo((ActorKind.Rule, ActorKind.Rule, "intake")));
    }

    [Test]
    public async Task WhatFollowsAComplaintThatWasSplitMeanwhileIsAConflictUntilNothingStandsInItsPlace()
    {
        var whole = await HeldAsync();
        var parts = new[] { Some.Complaint(), Some.Complaint() };
        await Ledger.RegroupAsync(Split(whole, parts), Ct);
        var entry = Some.BareItem(ItemOutcome.FollowUp, new Reason("thread-reply")) with { Follows = whole.Number, FollowUp = [1, 2, 3] };

        Assert.That(await RecordAsync(entry), Is.EqualTo(RecordResult.Conflict));
        Assert.That(await Ledger.ItemAsync(entry.Id, Ct), Is.Null);

        foreach (var part in parts)
        {
            var held = await MovedAsync(Some.Move(await FindAsync(part.Number), ComplaintState.Held, ActorKind.Rule));
            await MovedAsync(Some.Move(held, ComplaintState.Discarded));
        }

        Assert.That(await RecordAsync(entry), Is.EqualTo(RecordResult.Done));
    }

    [Test]
    public async Task WhatFollowsAPartThatWasTakenBackIsAConflict()
    {
        var whole = await HeldAsync();
        var part = Some.Complaint();
        await Ledger.RegroupAsync(Split(whole, part, Some.Complaint()), Ct);
        var parts = await Ledger.LineageAsync(whole.Number, Ct);
        List<Move> moves = [];
        foreach (var kin in parts)
            moves.Add(Some.Move(await MovedAsync(Some.Move(await FindAsync(kin.Child), ComplaintState.Held, ActorKind.Rule)), ComplaintState.Discarded));
        moves.Add(Some.Move(await FindAsync(whole.Number), ComplaintState.Held));
        Assert.That(await Ledger.RegroupAsync(new Regrouping(moves, [], parts), Ct), Is.EqualTo(MoveResult.Done));

        var entry = Some.BareItem(ItemOutcome.FollowUp, new Reason("thread-reply")) with { Follows = part.Number, FollowUp = [1, 2, 3] };
        Assert.That(await RecordAsync(entry), Is.EqualTo(RecordResult.Conflict));
    }

    [Test]
    public async Task AnAmendmentThatComesTooLateIsAConflictAndLeavesNothing()
    {
        var held = await HeldAsync();
        await MovedAsync(Some.Move(held, ComplaintState.Queued));
        var amendment = new ComplaintAmendment(Some.Id("event"), held.Number, held.Version, [1, 1], "Lampu jalan mati, dua tiang.", Some.Key("grown"), [new Reason("group-grew")], []);
        var entry = Some.BareItem(ItemOutcome.FollowUp) with { Follows = held.Number, Amends = amendment };

        Assert.That(await RecordAsync(entry), Is.EqualTo(RecordResult.Conflict));
        Assert.That(await Ledger.ItemAsync(entry.Id, Ct), Is.Null);
        Assert.That((await FindAsync(held.Number)).Isi, Is.EqualTo(held.Isi));
    }
}
