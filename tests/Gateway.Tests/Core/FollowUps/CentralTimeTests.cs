using Gateway.Core.FollowUps;

namespace Gateway.Tests.Core.FollowUps;

/// <summary>Times of the centre, mostly without a zone.</summary>
internal sealed class CentralTimeTests
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    [TestCase("12-05-2026 09:41:07", "2026-05-12T09:41:07+07:00")]
    [TestCase(" 12-05-2026 09:41:07 ", "2026-05-12T09:41:07+07:00")]
    [TestCase("2026-05-12 09:41:07", "2026-05-12T09:41:07+07:00")]
    [TestCase("2026-05-12T09:41:07+08:00", "2026-05-12T09:41:07+08:00")]
    [TestCase("2026-05-12T01:41:07Z", "2026-05-12T01:41:07+00:00")]
    [TestCase("2026-05-12", "2026-05-12T00:00:00+07:00")]
    public void ReadsWhatItKnows(string written, string expected) =>
        Assert.That(CentralTime.Read(written, Wib), Is.EqualTo(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("31-02-2026 09:00:00")]
    [TestCase("05/12/2026 09:41")]
    [TestCase("kemarin sore")]
    public void DoesNotGuess(string? written) => Assert.That(CentralTime.Read(written, Wib), Is.Null);
}
