using System.Runtime.Versioning;
using CsCheck;
using Gateway.Server.Composition;

namespace Gateway.Tests.Server;

[SupportedOSPlatform("linux")]
internal sealed class DurationsTests
{
    [TestCase("500ms", 0.5)]
    [TestCase("30s", 30)]
    [TestCase(" 5m ", 300)]
    [TestCase("1h", 3600)]
    [TestCase("2d", 172_800)]
    [TestCase("1.5h", 5400)]
    [TestCase("0s", 0)]
    public void ReadsWhatPeopleWrite(string text, double seconds)
    {
        Assert.That(Durations.TryParse(text, out var duration), Is.True);
        Assert.That(duration, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("30")]
    [TestCase("s")]
    [TestCase("-5m")]
    [TestCase("5 menit")]
    [TestCase("1,5h")]
    [TestCase("5M")]
    [TestCase("1.2.3s")]
    [TestCase("99999999999999d")]
    public void RefusesWhatIsNoDuration(string? text) => Assert.That(Durations.TryParse(text, out _), Is.False);

    [Test]
    public void AnyTextIsReadOrRefused() =>
        Gen.OneOf<string>(Gen.String, Gen.OneOf("9", ".", "s", "d", "0", "ms").Array[0, 30].Select(string.Concat)).Sample(text => Durations.TryParse(text, out var duration) || duration == default);
}
