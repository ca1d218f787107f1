using CsCheck;
using Gateway.Core;
using Gateway.Core.Destinations;
using Gateway.Infrastructure.Identity;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Destinations;

/// <summary>Breaker, pause, limits and the single probe.</summary>
internal sealed class DestinationRulesTests
{
    private static readonly DestinationRow Open = new() { Key = "default", State = DestinationState.Open };
    private static readonly Destination Settings = new() { Key = "default", MaxConcurrency = 4 };

    [TestCase(DestinationState.New)]
    [TestCase(DestinationState.Trying)]
    [TestCase(DestinationState.Paused)]
    public void NothingGoesUntilAPersonOpensIt(DestinationState state) =>
        Assert.That(DestinationRules.Judge(Open with { State = state }, Some.Noon).Verdict, Is.EqualTo(AdmissionVerdict.Closed));

    [Test]
    public void GoesWhenNothingIsWrong() => Assert.That(DestinationRules.Judge(Open, Some.Noon).Verdict, Is.EqualTo(AdmissionVerdict.Go));

    [Test]
    public void TheFifthFailureInARowOpensTheBreaker()
    {
        Assert.That(Failed(4).BreakerUntil, Is.Null);
        Assert.That(Failed(5).BreakerUntil, Is.EqualTo(Some.Noon.AddSeconds(30)));
        Assert.That(Failed(6).BreakerUntil, Is.EqualTo(Some.Noon.AddSeconds(60)));
        Assert.That(Failed(200).BreakerUntil, Is.EqualTo(Some.After(5)), "Never longer than five minutes.");
    }

    [Test]
    public void ASuccessInBetweenStartsTheCountAgain() =>
        Assert.That(DestinationRules.AfterUnavailable(DestinationRules.AfterSuccess(Failed(4)), Some.Noon, null).BreakerUntil, Is.Null);

    [Test]
    public void WhileTheBreakerIsOpenNothingGoesThenOneProbe()
    {
        var broken = Failed(5);

        Assert.That(DestinationRules.Judge(broken, Some.Noon), Is.EqualTo(new Admission(AdmissionVerdict.Wait, Some.Noon.AddSeconds(30))));
        Assert.That(DestinationRules.Judge(broken, Some.After(1)).Verdict, Is.EqualTo(AdmissionVerdict.Probe));
        var probing = DestinationRules.TakeProbe(broken, Some.After(1));
        Assert.That(DestinationRules.Judge(probing, Some.After(1.5)), Is.EqualTo(new Admission(AdmissionVerdict.Wait, Some.After(2))), "Only one node probes.");
        Assert.That(DestinationRules.Judge(probing, Some.After(2)).Verdict, Is.EqualTo(AdmissionVerdict.Probe), "A node that died probing does not hold the others up.");
    }

    [Test]
    public void AProbeThatSucceedsClosesTheBreaker() =>
        Assert.That(DestinationRules.Judge(DestinationRules.AfterProbe(Failed(5), true, Some.After(1)), Some.After(1)).Verdict, Is.EqualTo(AdmissionVerdict.Go));

    [Test]
    public void AReadTellsThatTheCentreIsThereAndNothingOfCreates()
    {
        var troubled = Refused(Open, out _, "G1", "G2") with { Failures = 5, Unknowns = 2, BreakerUntil = Some.After(1), NotBefore = Some.After(10) };

        Assert.That(DestinationRules.AfterRead(troubled), Is.EqualTo(troubled with { Failures = 0, BreakerUntil = null }));
    }

    [Test]
    public void AProbeThatFailsWaitsLonger() =>
        Assert.That(DestinationRules.AfterProbe(Failed(5), false, Some.After(1)).BreakerUntil, Is.EqualTo(Some.After(2)));

    [Test]
    public void WaitsAsLongAsTheCentreAsks()
    {
        var asked = DestinationRules.AfterUnavailable(Open, Some.Noon, Some.After(10));

        Assert.That(DestinationRules.Judge(asked, Some.After(9)), Is.EqualTo(new Admission(AdmissionVerdict.Wait, Some.After(10))));
        Assert.That(DestinationRules.Judge(asked, Some.After(10)).Verdict, Is.EqualTo(AdmissionVerdict.Go));
        Assert.That(DestinationRules.AfterUnavailable(asked, Some.After(1), Some.After(3)).NotBefore, Is.EqualTo(Some.After(10)), "A shorter wish does not cut a longer one.");
    }

    [Test]
    public void SpreadsCallsOverTheSecond()
    {
        var taken = DestinationRules.TakeSlot(Open, Settings with { RequestsPerSecond = 4 }, Some.Noon);

        Assert.That(DestinationRules.Judge(taken, Some.Noon), Is.EqualTo(new Admission(AdmissionVerdict.Wait, Some.Noon.AddMilliseconds(250))));
        Assert.That(DestinationRules.Judge(taken, Some.Noon.AddMilliseconds(250)).Verdict, Is.EqualTo(AdmissionVerdict.Go));
        Assert.That(DestinationRules.TakeSlot(Open, Settings with { RequestsPerSecond = 0 }, Some.Noon).NextSlot, Is.Null);
    }

    [Test]
    public void TheFirstUnknownNarrowsTheThirdPauses()
    {
        Assert.That(DestinationRules.Concurrency(Open, Settings), Is.EqualTo(4));
        var first = DestinationRules.AfterUnknown(Open, Some.Noon, redirected: false);
        Assert.That((DestinationRules.Concurrency(first, Settings), first.State), Is.EqualTo((1, DestinationState.Open)));
        var second = DestinationRules.AfterUnknown(first, Some.Noon, redirected: false);
        Assert.That(second.State, Is.EqualTo(DestinationState.Open));
        var third = DestinationRules.AfterUnknown(second, Some.Noon, redirected: false);
        Assert.That((third.State, third.Reasons.Single().Code), Is.EqualTo((DestinationState.Paused, "unknown-outcomes")));
    }

    [Test]
    public void AnUnknownCountsAsAFailureForTheBreaker() => Assert.That(DestinationRules.AfterUnknown(Failed(4), Some.Noon, false).BreakerUntil, Is.Not.Null);

    [Test]
    public void ASuccessWidensAgain()
    {
        var narrowed = DestinationRules.AfterUnknown(Open, Some.Noon, redirected: false);

        Assert.That(DestinationRules.Concurrency(DestinationRules.AfterSuccess(narrowed), Settings), Is.EqualTo(4));
    }

    [Test]
    public void ARedirectPausesAtOnce()
    {
        var paused = DestinationRules.AfterUnknown(Open, Some.Noon, redirected: true);

        Assert.That((paused.State, paused.Reasons.Single().Code), Is.EqualTo((DestinationState.Paused, "redirected")));
    }

    [Test]
    public void ThreeDifferentComplaintsRefusedInARowPause()
    {
        var row = Refused(Open, out _, "G1", "G2");
        Assert.That(row.State, Is.EqualTo(DestinationState.Open));

        row = DestinationRules.AfterRefusal(row, new Refusal("G3", 422), out var returned);

        Assert.That((row.State, row.Reasons.Single().Code), Is.EqualTo((DestinationState.Paused, "refused-in-a-row")));
        Assert.That(returned, Is.EqualTo(new[] { "G1", "G2" }), "The earlier two go back to the queue.");
        Assert.That(row.Refusals.Select(refusal => refusal.Number), Is.EqualTo(new[] { "G1", "G2", "G3" }), "kept until a person opens it: who was under way joins them");
        Assert.That(DestinationRules.Opened(row, Some.Opener).Refusals, Is.Empty);
    }

    [Test]
    public void TheSameComplaintRefusedAgainDoesNotCount()
    {
        var row = Refused(Open, out var returned, "G1", "G2", "G2", "G1");

        Assert.That(row.State, Is.EqualTo(DestinationState.Open));
        Assert.That(returned, Is.Empty);
    }

    [Test]
    public void TheTasksOfOneComplaintCountOnce()
    {
        var (one, two, three) = (TrackingNumber.New(new RandomIdentifiers()), TrackingNumber.New(new RandomIdentifiers()), TrackingNumber.New(new RandomIdentifiers()));
        var row = Refused(Open, out _, $"{one}.1", $"{one}.2", $"{one}.3", two);
        Assert.That(row.State, Is.EqualTo(DestinationState.Open));
        Assert.That(DestinationRules.Returns(row with { State = DestinationState.Paused }, two), Is.False, "paused for another reason");

        row = Refused(row, out var returned, $"{three}.1");
        Assert.That((row.State, returned), Is.EqualTo((DestinationState.Paused, new[] { $"{one}.1", $"{one}.2", $"{one}.3", two })));
    }

    [Test]
    public void AnotherStatusOrASuccessBreaksTheRow()
    {
        var other = DestinationRules.AfterRefusal(Refused(Open, out _, "G1", "G2"), new Refusal("G3", 413), out _);
        var success = DestinationRules.AfterRefusal(DestinationRules.AfterSuccess(Refused(Open, out _, "G1", "G2")), new Refusal("G3", 422), out _);

        Assert.That((other.State, success.State), Is.EqualTo((DestinationState.Open, DestinationState.Open)));
    }

    [Test]
    public void ARefusalOfUsPausesWithTheStatus()
    {
        var paused = DestinationRules.AfterMisconfigured(Open, 401);

        Assert.That((paused.State, paused.Reasons.Single().ToString()), Is.EqualTo((DestinationState.Paused, "misconfigured: HTTP 401")));
    }

    [Test]
    public void APersonWhoOpensItStartsWithACleanSlate()
    {
        var opened = DestinationRules.Opened(DestinationRules.AfterMisconfigured(DestinationRules.AfterUnknown(Failed(6), Some.Noon, false), 401), Some.Opener);

        Assert.That(opened.State, Is.EqualTo(DestinationState.Open));
        Assert.That(opened.Reasons, Is.EqualTo(new[] { Some.Opener }));
        Assert.That(DestinationRules.IsUntroubled(opened), Is.True);
        Assert.That(DestinationRules.Judge(opened, Some.Noon).Verdict, Is.EqualTo(AdmissionVerdict.Go));
    }

    [Test]
    public void OnlyAPersonLeavesAPause() =>
        Gen.Int[0, 5].Array[1, 12].Sample(steps =>
        {
            var row = DestinationRules.Paused(Open, new Gateway.Contracts.Reason("paused-by-officer"));
            foreach (var step in steps) row = After(row, step);
            return row.State == DestinationState.Paused;
        });

    [Test]
    public void ALeaseAndASettlementOutliveTheCreate()
    {
        var hasty = Settings with { CreateTimeout = TimeSpan.FromSeconds(300), LeaseLength = TimeSpan.FromSeconds(10), SettleAfter = TimeSpan.Zero };

        Assert.That(hasty.SafeLease, Is.EqualTo(TimeSpan.FromSeconds(360)));
        Assert.That(hasty.SafeSettleAfter, Is.EqualTo(TimeSpan.FromSeconds(660)));
    }

    private static DestinationRow After(DestinationRow row, int step) => step switch
    {
        0 => DestinationRules.AfterSuccess(row),
        1 => DestinationRules.AfterUnavailable(row, Some.Noon, null),
        2 => DestinationRules.AfterUnknown(row, Some.Noon, false),
        3 => DestinationRules.AfterRefusal(row, new Refusal("G1", 422), out _),
        4 => DestinationRules.AfterProbe(row, true, Some.Noon),
        _ => DestinationRules.AfterMisconfigured(row, null),
    };

    private static DestinationRow Failed(int times)
    {
        var row = Open;
        for (var i = 0; i < times; i++) row = DestinationRules.AfterUnavailable(row, Some.Noon, null);
        return row;
    }

    private static DestinationRow Refused(DestinationRow row, out IReadOnlyList<string> returned, params string[] numbers)
    {
        returned = [];
        foreach (var number in numbers) row = DestinationRules.AfterRefusal(row, new Refusal(number, 422), out returned);
        return row;
    }
}
