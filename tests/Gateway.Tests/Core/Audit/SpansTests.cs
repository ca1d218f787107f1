using Gateway.Core.Audit;

namespace Gateway.Tests.Core.Audit;

/// <summary>Places of a source, written short.</summary>
internal sealed class SpansTests
{
    [TestCase("1,2,3", "1-3")]
    [TestCase("3,1,7,2", "1-3, 7")]
    [TestCase("1-4,5-9,11-12", "1-9, 11-12")]
    [TestCase("2-6,4,5-8", "2-8")]
    [TestCase("Jan!2,Feb!2,Jan!3", "Jan!2-3, Feb!2")]
    [TestCase("surel", "surel")]
    public void AreJoined(string places, string expected) => Assert.That(Spans.Of(places.Split(',')).ToString(), Is.EqualTo(expected));

    [Test]
    public void TellWhatIsMissing() => Assert.That(Spans.Of(["3-4", "6", "9-10", "b:2"]).Missing, Is.EqualTo(new[] { "1-2", "5", "7-8", "b:1" }));

    [Test]
    public void TellNothingWhenAllIsThere() => Assert.That(Spans.Of(["5-9", "1-4"]).Missing, Is.Empty);
}
