using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Forwarding;

/// <summary>What lines of the delivery journal leave in doubt: an end ends its own begin, and nothing else's.</summary>
internal sealed class JournaledCreatesTests
{
    private const string Number = "G1";

    private CreatesSince _since = new();

    [SetUp]
    public void Forget() => _since = new CreatesSince();

    [Test]
    public void WhatAPersonWasRefusedClearsNoDoubtOfACreate()
    {
        Add(Create("a1"), Create("a1", AttemptOutcome.Unknown), ByHand("h1"), ByHand("h1", AttemptOutcome.NotSent));

        Assert.That(Known, Is.EqualTo(new CreateSince(true, null)));
    }

    [Test]
    public void WhatAPersonWasRefusedClearsNoDoubtOfACreateThatBeganMeanwhile()
    {
        Add(ByHand("h1"), Create("a1"), ByHand("h1", AttemptOutcome.NotSent));

        Assert.That(Known, Is.EqualTo(new CreateSince(true, null)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void InAnOlderJournalWhatWasNotSentKeepsTheDoubtBeforeIt(bool ended)
    {
        if (ended) Add(Create(null), Create(null, AttemptOutcome.Unknown));
        else Add(Create(null));
        Add(Create(null), Create(null, AttemptOutcome.NotSent));

        Assert.That(Known, Is.EqualTo(new CreateSince(true, null)));
    }

    [TestCase("")]
    [TestCase("a")]
    public void ARefusalAfterAPersonSettledTheDoubtLeavesNone(string attempt)
    {
        var (first, second) = attempt.Length == 0 ? (null, null) : (attempt + "1", attempt + "2");
        Add(Create(first), Create(first, AttemptOutcome.Unknown), Create(second), Create(second, AttemptOutcome.Unavailable));

        Assert.That(Known, Is.EqualTo(new CreateSince(false, null)));
    }

    [Test]
    public void WhatWasNotSentAloneLeavesNoDoubt()
    {
        Add(Create("a1"), Create("a1", AttemptOutcome.NotSent), ByHand("h1"), ByHand("h1", AttemptOutcome.NotSent));

        Assert.That(Known, Is.EqualTo(new CreateSince(false, null)));
    }

    [Test]
    public void ARefusalOfAMachineDoesNotAnswerForAPerson()
    {
        Add(ByHand("h1"), Create("a1"), Create("a1", AttemptOutcome.Rejected));

        Assert.That(Known, Is.EqualTo(new CreateSince(true, null) { IsTypedInDoubt = true }), "it may have been typed, and the line of its end be missing");
    }

    [Test]
    public void ANumberOnceGivenStaysAndTheLatestCounts()
    {
        Add(Create("a1"), Create("a1", AttemptOutcome.Unknown), Create("a2"), Create("a2", AttemptOutcome.Done, "7000001"));
        Assert.That(Known, Is.EqualTo(new CreateSince(false, "7000001")));

        Add(ByHand("h1"), ByHand("h1", AttemptOutcome.Done, "7000002"), Create("a3"), Create("a3", AttemptOutcome.Rejected));
        Assert.That(Known, Is.EqualTo(new CreateSince(false, "7000002")), "corrected by a person");
    }

    [Test]
    public void AnIdInAnAnswerThatProvesNothingIsNone()
    {
        Add(Create("a1"), Create("a1", AttemptOutcome.Unknown, "7000001"));

        Assert.That(Known, Is.EqualTo(new CreateSince(true, null)));
    }

    [Test]
    public void AWholeIsInDoubtWhileAPartOfItMayBeThere()
    {
        Add(Part("P1", "a1"), Part("P1", "a1", AttemptOutcome.Rejected));
        Assert.That(Known, Is.EqualTo(new CreateSince(false, null)), "nothing of it is there");

        Add(Part("P2", "a2"), Part("P2", "a2", AttemptOutcome.Done, "7000001"), Part("P1", "a3"), Part("P1", "a3", AttemptOutcome.Rejected));
        Assert.That(Known, Is.EqualTo(new CreateSince(true, null)));
        Assert.That(_since.ByNumber["P2"], Is.EqualTo(new CreateSince(false, "7000001")));
    }

    [Test]
    public void AHandOnThatWasDoneLeavesNoDoubtOfAnEarlierOne()
    {
        Add(HandOn("a1", "102"), HandOn("a1", "102", AttemptOutcome.Unknown), HandOn("a2", "102"), HandOn("a2", "102", AttemptOutcome.Done));
        Assert.That(Known.HandOns.Select(handOn => (handOn.Attempt, handOn.IsDone)), Is.EqualTo(new[] { ("a2", true) }));

        Add(HandOn("a3", "103"), HandOn("a3", "103", AttemptOutcome.Unknown));
        Assert.That(Known.HandOns.Select(handOn => (handOn.Attempt, handOn.IsDone)), Is.EqualTo(new[] { ("a2", true), ("a3", false) }), "one that came later is in doubt");
    }

    private CreateSince Known => _since.ByNumber[Number];

    private void Add(params JournalEntry[] lines)
    {
        foreach (var line in lines) _since.Add(line);
    }

    private static JournalEntry Create(string? attempt, AttemptOutcome? outcome = null, string? id = null) => new(Some.Noon, Number, "default", outcome, id) { Attempt = attempt };

    private static JournalEntry ByHand(string act, AttemptOutcome? outcome = null, string? id = null) => Create(act, outcome, id) with { ByHand = true };

    private static JournalEntry HandOn(string attempt, string institution, AttemptOutcome? outcome = null) => Create(attempt, outcome) with { Institution = institution };

    private static JournalEntry Part(string number, string attempt, AttemptOutcome? outcome = null, string? id = null) =>
        new(Some.Noon, number, "default", outcome, id) { Attempt = attempt, InPlaceOf = [Number] };
}
