using CsCheck;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Forwarding;

internal sealed class RetryScheduleTests
{
    private static readonly Destination Default = new() { Key = "default" };

    [TestCase(1, "00:00:30")]
    [TestCase(2, "00:02:00")]
    [TestCase(3, "00:10:00")]
    [TestCase(4, "00:30:00")]
    [TestCase(5, "01:00:00")]
    [TestCase(8, "08:00:00")]
    [TestCase(9, "12:00:00")]
    [TestCase(10, "12:00:00")]
    [TestCase(19, "12:00:00")]
    public void WaitsLongerEachTimeAndTheLastWaitRepeats(int attempts, string wait) =>
        Assert.That(RetrySchedule.Next(Default, attempts, Some.Noon, null, 0.5), Is.EqualTo(Some.Noon + TimeSpan.Parse(wait, System.Globalization.CultureInfo.InvariantCulture)));

    [TestCase(20)]
    [TestCase(21)]
    public void GivesUpWhenEveryAttemptIsUsed(int attempts) => Assert.That(RetrySchedule.Next(Default, attempts, Some.Noon, null, 0.5), Is.Null);

    [Test]
    public void VariesEachWaitByAFifth()
    {
        Assert.That(RetrySchedule.Next(Default, 3, Some.Noon, null, 0), Is.EqualTo(Some.After(8)));
        Assert.That(RetrySchedule.Next(Default, 3, Some.Noon, null, 1), Is.EqualTo(Some.After(12)));
    }

    [Test]
    public void NeverComesBeforeTheMomentTheCentreAskedFor()
    {
        Assert.That(RetrySchedule.Next(Default, 1, Some.Noon, Some.After(90), 0.5), Is.EqualTo(Some.After(90)));
        Assert.That(RetrySchedule.Next(Default, 3, Some.Noon, Some.After(1), 0.5), Is.EqualTo(Some.After(10)));
    }

    [Test]
    public void AScheduleWithoutWaitsFallsBackToTheUsualOne() =>
        Assert.That(RetrySchedule.Next(Default with { Schedule = [] }, 1, Some.Noon, null, 0.5), Is.EqualTo(Some.Noon.AddSeconds(30)));

    [Test]
    public void IsAlwaysLaterThanNow() =>
        Gen.Select(Gen.Int[0, 19], Gen.Double[0, 1]).Sample((attempts, chance) => RetrySchedule.Next(Default, attempts, Some.Noon, null, chance) > Some.Noon);
}
