using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Intake;

/// <summary>New, repeated, grown, too old, or a key used twice: one verdict for each thing a source shows.</summary>
internal sealed class SightingTests
{
    private static readonly Translation Mail = new()
    {
        Item = "1",
        KeyParts = ["mail", "<1@warga.example>"],
        Outcome = ItemOutcome.Complaint,
        Content = "c1",
        Complaints = [new Complaint { Isi = "Lampu jalan mati", Written = Some.Noon, Source = new Provenance("1.eml", "1") }],
    };

    [Test]
    public void WhatWasNeverSeenIsWhatTheTranslatorSays()
    {
        var doubted = Mail with { Reasons = [new Reason("forwarded-mail")] };

        Expect(Judge(doubted), ItemOutcome.Complaint, "forwarded-mail", occurrence: 0);
        Expect(Judge(Bare(ItemOutcome.Ignored, "auto-reply")), ItemOutcome.Ignored, "auto-reply", occurrence: 0);
    }

    [Test]
    public void WhatWasSeenIsARepeatOfItsComplaint()
    {
        var sighting = Judge(Mail, Known(number: "G1"));

        Expect(sighting, ItemOutcome.Repeat, "already-taken", occurrence: null);
        Assert.That(sighting.Follows, Is.EqualTo("G1"));
    }

    [Test]
    public void ARepeatOfWhatWasIgnoredStillSaysWhy() =>
        Expect(Judge(Bare(ItemOutcome.Ignored, "auto-reply"), Known()), ItemOutcome.Repeat, "already-taken auto-reply", occurrence: null);

    [TestCase(10, ItemOutcome.Repeat)]
    [TestCase(10.1, ItemOutcome.Complaint)]
    public void ALivePostRepeatsWithinItsWindowOnly(double minutes, ItemOutcome outcome)
    {
        var post = Mail with { KeyParts = ["form", "content", "c1"], RepeatWithin = TimeSpan.FromMinutes(10) };
        var arrival = Some.Arrival() with { Seen = Some.After(minutes) };

        Assert.That(Judge(post, Known(number: "G1"), arrival).Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public void TheNextOccurrenceOfAKeyCountsOn() =>
        Assert.That(
            Judge(Mail with { RepeatWithin = TimeSpan.FromMinutes(10) }, Known() with { Occurrence = 3 }, Some.Arrival() with { Seen = Some.After(99) }).Occurrence,
            Is.EqualTo(4));

    [Test]
    public void AFileTakenInAgainIsARepeatHoweverLate()
    {
        var post = Mail with { RepeatWithin = TimeSpan.FromMinutes(10) };

        Assert.That(Judge(post, Known(), Some.Arrival() with { Seen = Some.After(9_999), Round = "import" }).Outcome, Is.EqualTo(ItemOutcome.Repeat));
    }

    [Test]
    public void AnIdempotencyKeyUsedForOtherWordsIsQuarantined()
    {
        var post = Mail with { KeyParts = ["form", "key", "dishub-form", "k1"] };

        var reused = Judge(post, Known() with { ContentKey = Some.Key("other") });

        Expect(reused, ItemOutcome.Quarantined, "idempotency-key-reused", occurrence: 0);
        Assert.That(reused.Reuses, Is.True);
        Expect(Judge(post, Known() with { ContentKey = Some.Key("other") }, reuse: Known()), ItemOutcome.Repeat, "idempotency-key-reused", occurrence: null);
        Expect(Judge(post, Known()), ItemOutcome.Repeat, "already-taken", occurrence: null);
        Expect(Judge(Mail, Known() with { ContentKey = Some.Key("other") }), ItemOutcome.Repeat, "already-taken", occurrence: null);
    }

    [TestCase(-1, ItemOutcome.Ignored)]
    [TestCase(0, ItemOutcome.Complaint)]
    public void WhatTheAgencyReceivedBeforeTheCutOverStaysThere(double minutes, ItemOutcome outcome)
    {
        var arrival = Some.Arrival() with { CutOver = Some.Noon, Received = Some.After(minutes) };

        var sighting = Judge(Mail, arrival: arrival);

        Assert.That(sighting.Outcome, Is.EqualTo(outcome));
        Assert.That(sighting.Reasons.Select(reason => reason.Code), outcome == ItemOutcome.Ignored ? Is.EqualTo(new[] { "before-cut-over" }) : Is.Empty);
    }

    [Test]
    public void TheContentTellsTheReceivingBetterThanTheSource()
    {
        var arrival = Some.Arrival() with { CutOver = Some.Noon, Received = Some.After(5) };

        Assert.That(Judge(Mail with { Received = Some.After(-5) }, arrival: arrival).Outcome, Is.EqualTo(ItemOutcome.Ignored));
        Assert.That(Judge(Mail, arrival: arrival with { Received = null }).Outcome, Is.EqualTo(ItemOutcome.Complaint), "The day of writing decides when nothing else is known.");
        Assert.That(Judge(Mail with { Complaints = [] }, arrival: arrival with { Received = null }).Outcome, Is.EqualTo(ItemOutcome.Complaint), "Unknown is not old.");
    }

    [Test]
    public void AChatWhoseMessagesAreAllKnownIsARepeat()
    {
        var sighting = Chat(["a", "b"], Marked("a", "G1"), Marked("b", "G1"));

        Expect(sighting, ItemOutcome.Repeat, "already-taken", occurrence: null);
        Assert.That(sighting.Follows, Is.EqualTo("G1"));
    }

    [Test]
    public void AChatThatGrewFollowsItsComplaintWithTheNewWordsOnly()
    {
        var sighting = Chat(["a", "b", "c"], Marked("a", "G1"));

        Expect(sighting, ItemOutcome.FollowUp, "group-grew", occurrence: null);
        Assert.That((sighting.Follows, sighting.NewText), Is.EqualTo(("G1", "kata b\nkata c")));
        Assert.That(sighting.NewMarks.Select(mark => Encoding.UTF8.GetString(mark)), Is.EqualTo(new[] { "b", "c" }));
    }

    [Test]
    public void AChatThatGrewFromAGreetingToAComplaintIsNew()
    {
        var sighting = Chat(["a", "b"], Marked("a", null));

        Expect(sighting, ItemOutcome.Complaint, "", occurrence: 0);
        Assert.That(sighting.NewMarks, Has.Count.EqualTo(1));
    }

    [Test]
    public void AChatThatBeganWithAGreetingIsNotDoubledWhenItGrowsAgain()
    {
        // First export: only the greeting, ignored. Second: greeting and complaint, which became G1. Third: one more message.
        var grown = Chat(["a", "b", "c"], Marked("a", null), Marked("b", "G1"));
        var same = Chat(["a", "b"], Marked("a", null), Marked("b", "G1"));

        Assert.That((grown.Outcome, grown.Follows, grown.NewText), Is.EqualTo((ItemOutcome.FollowUp, "G1", "kata c")));
        Assert.That((same.Outcome, same.Follows), Is.EqualTo((ItemOutcome.Repeat, "G1")));
    }

    private static Sighting Judge(Translation translation, KnownItem? known = null, ArrivalRow? arrival = null, KnownItem? reuse = null) =>
        Sighting.Judge(arrival ?? Some.Arrival(), translation, [], Some.Key("c1"), known, reuse);

    private static Sighting Chat(string[] marks, params KnownItem[] known) =>
        Sighting.Judge(
            Some.Arrival(),
            Mail with { Marks = marks, MarkTexts = [.. marks.Select(mark => "kata " + mark)] },
            [.. marks.Select(mark => See(mark, Array.Find(known, item => Encoding.UTF8.GetString(item.Key) == mark)))],
            Some.Key("c1"),
            null,
            null);

    private static SeenLine See(string mark, KnownItem? item) => new(item, item is not null, item is null ? [Encoding.UTF8.GetBytes(mark)] : []);

    private static KnownItem Known(string? number = null) => new(Some.Key("key"), "item", ItemOutcome.Complaint, 0, Some.Noon, Some.Key("c1"), number);

    private static KnownItem Marked(string mark, string? number) => Known(number) with { Key = Encoding.UTF8.GetBytes(mark) };

    private static Translation Bare(ItemOutcome outcome, string code) => Mail with { Outcome = outcome, Reasons = [new Reason(code)], Complaints = [] };

    private static void Expect(Sighting sighting, ItemOutcome outcome, string codes, int? occurrence)
    {
        Assert.That(sighting.Outcome, Is.EqualTo(outcome));
        Assert.That(string.Join(' ', sighting.Reasons.Select(reason => reason.Code)), Is.EqualTo(codes));
        Assert.That(sighting.Occurrence, Is.EqualTo(occurrence));
    }
}
