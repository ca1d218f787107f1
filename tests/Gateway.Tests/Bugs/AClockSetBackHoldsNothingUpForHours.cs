using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Bugs;

/// <summary>
/// The clock of the machine was seven hours ahead and was set right. Slots and breaks of the destination then lay seven hours away, and a
/// wake-up that was lost was not published again until the clock had caught up. Found by the simulation.
/// </summary>
internal sealed class AClockSetBackHoldsNothingUpForHours
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(7);

    [Test]
    public void ASlotFurtherAwayThanASlotIsLongIsNone()
    {
        var settings = new Destination { Key = "default", RequestsPerSecond = 2 };
        var open = new DestinationRow { Key = "default", State = DestinationState.Open };
        var taken = DestinationRules.TakeSlot(open, settings, Now + Ahead);
        Assert.That(DestinationRules.Judge(taken, Now).Verdict, Is.EqualTo(AdmissionVerdict.Wait));
        Assert.That(DestinationRules.Judge(DestinationRules.Believable(taken, settings, Now), Now).Verdict, Is.EqualTo(AdmissionVerdict.Go));

        var soon = DestinationRules.TakeSlot(open, settings, Now);
        Assert.That(DestinationRules.Believable(soon, settings, Now), Is.EqualTo(soon));
    }

    [Test]
    public void ABreakLongerThanTheLongestEndsInAProbe()
    {
        var settings = new Destination { Key = "default" };
        var broken = new DestinationRow { Key = "default", State = DestinationState.Open, BreakerUntil = Now + Ahead };
        Assert.That(DestinationRules.Judge(DestinationRules.Believable(broken, settings, Now), Now).Verdict, Is.EqualTo(AdmissionVerdict.Probe));
    }

    [TestCase(30)]
    [TestCase(3600)]
    public void AWaitThatWasAskedForUnderThatClockIsOver(int seconds)
    {
        var settings = new Destination { Key = "default", RequestsPerSecond = 2 };
        var open = new DestinationRow { Key = "default", State = DestinationState.Open };
        var wait = TimeSpan.FromSeconds(seconds);
        var ahead = DestinationRules.AfterUnavailable(DestinationRules.TakeSlot(open, settings, Now + Ahead), Now + Ahead, Now + Ahead + wait);
        Assert.That(DestinationRules.Judge(DestinationRules.Believable(ahead, settings, Now), Now).Verdict, Is.EqualTo(AdmissionVerdict.Go));

        var right = DestinationRules.AfterUnavailable(DestinationRules.TakeSlot(open, settings, Now), Now, Now + wait);
        Assert.That(DestinationRules.Believable(right, settings, Now), Is.EqualTo(right));
        // Another node, whose clock is half a minute behind.
        Assert.That(DestinationRules.Believable(right, settings, Now.AddSeconds(-30)).NotBefore, Is.EqualTo(right.NotBefore));
    }

    [Test]
    public void AWaitLongerThanTheLongestIsNone()
    {
        var far = new DestinationRow { Key = "default", State = DestinationState.Open, NotBefore = Now + DestinationRules.LongestWait + TimeSpan.FromMinutes(10) };
        Assert.That(DestinationRules.Believable(far, new Destination { Key = "default", RequestsPerSecond = 0 }, Now).NotBefore, Is.Null);
    }

    [Test]
    public void ALostWakeUpIsPublishedAgainSoon()
    {
        var (world, call) = Schedule.PlayUntil("MarkPublished");
        world.Clock.Drift = TimeSpan.Zero;
        call.Happen();
        world.Pending.Remove(call);
        call.Answer();
        world.Broker.LoseAll();
        world.Clock.Drift = -Ahead;
        var lost = world.Clock.Now;

        Schedule.ComeToRest(world);

        Assert.That(world.Ledger.Complaints.Single().State, Is.EqualTo(ComplaintState.Delivered));
        Assert.That(world.Clock.Now - lost, Is.LessThan(TimeSpan.FromHours(1)));
    }
}
