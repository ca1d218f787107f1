using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Destinations;

/// <summary>When a queue will be empty: by what was measured, else by the limit, else honestly not known.</summary>
internal sealed class DrainForecastTests
{
    private static readonly Destination Settings = new() { Key = "default", RequestsPerSecond = 2 };
    private static readonly DestinationRow Open = new() { Key = "default", State = DestinationState.Open };

    [Test]
    public void GoesByTheSpeedThatWasMeasured()
    {
        var forecast = DrainForecast.Of(Settings, Open, new Backlog(300, 0, null, 0, Calls(60, 10)), Some.Noon);

        Assert.That((forecast.Code, forecast.PerMinute, forecast.Likely), Is.EqualTo(("measured", (double?)6, (DateTimeOffset?)Some.After(50))));
        Assert.That(forecast.Earliest, Is.EqualTo(Some.Noon.AddSeconds(150)), "the limit");
    }

    [Test]
    public void TimeInWhichNothingWasSentDoesNotCount()
    {
        // Ten before a pause of hours and ten after it, six a minute each time.
        IReadOnlyList<SentCall> calls = [.. Calls(10, 10, -300), .. Calls(10, 10)];

        Assert.That(DrainForecast.Of(Settings, Open, new Backlog(300, 0, null, 0, calls), Some.Noon).PerMinute, Is.EqualTo(6).Within(0.1));
    }

    [Test]
    public void CallsAtOnceCountOnceAndTheLimitBoundsTheirSpeed()
    {
        var now = Some.Noon;
        IReadOnlyList<SentCall> calls = [.. Enumerable.Range(0, 40).Select(n => new SentCall(now.AddSeconds(n / 4 * 2 - 60), now.AddSeconds(n / 4 * 2 - 58), true))];

        var forecast = DrainForecast.Of(Settings, Open, new Backlog(300, 0, null, 0, calls), now);

        Assert.That(forecast.PerMinute, Is.EqualTo(120).Within(0.1), "four at a time, two seconds each");
        Assert.That(DrainForecast.Of(Settings with { RequestsPerSecond = 1 }, Open, new Backlog(300, 0, null, 0, calls), now).Likely, Is.EqualTo(now.AddSeconds(300)), "not sooner than the limit lets it");
    }

    [Test]
    public void AClosedOneSaysHowLongItTakesOnceItGoes()
    {
        var paused = Open with { State = DestinationState.Paused };

        Assert.That(DrainForecast.Of(Settings, paused, new Backlog(300, 0, null, 0, Calls(60, 10)), Some.Noon).Takes, Is.EqualTo(TimeSpan.FromMinutes(50)).Within(TimeSpan.FromSeconds(1)));
        Assert.That(DrainForecast.Of(Settings, paused, new Backlog(300, 0, null, 0, []), Some.Noon).Takes, Is.EqualTo(TimeSpan.FromSeconds(150)), "by the limit");
    }

    [Test]
    public void TooFewDeliveriesSayNothingAboutASpeed()
    {
        var forecast = DrainForecast.Of(Settings, Open, new Backlog(300, 0, null, 0, Calls(4, 10)), Some.Noon);

        Assert.That((forecast.Code, forecast.PerMinute, forecast.Likely, forecast.Earliest), Is.EqualTo(("limit", (double?)null, (DateTimeOffset?)null, (DateTimeOffset?)Some.Noon.AddSeconds(150))));
        Assert.That(DrainForecast.Of(Settings with { RequestsPerSecond = 0 }, Open, new Backlog(3, 0, null, 0, []), Some.Noon).Code, Is.EqualTo("unknown"));
    }

    [Test]
    public void AClosedOrBrokenDestinationHasNoLikelyEnd()
    {
        var backlog = new Backlog(100, 0, null, 0, Calls(60, 10));

        Assert.That(DrainForecast.Of(Settings, Open with { State = DestinationState.Paused }, backlog, Some.Noon) is { Code: "closed", Likely: null });
        var waits = DrainForecast.Of(Settings, Open with { BreakerUntil = Some.After(2) }, backlog, Some.Noon);
        Assert.That((waits.Code, waits.Likely, waits.Earliest), Is.EqualTo(("waits", (DateTimeOffset?)null, (DateTimeOffset?)Some.After(2).AddSeconds(50))));
    }

    [Test]
    public void NothingIsGoneBeforeTheLastOneIsDue()
    {
        var forecast = DrainForecast.Of(Settings, Open, new Backlog(1, 1, Some.After(600), 0, Calls(60, 10)), Some.Noon);
        Assert.That((forecast.Likely, forecast.Earliest), Is.EqualTo((Some.After(600), Some.After(600))));
    }

    [Test]
    public void AnEmptyQueueIsEmpty() => Assert.That(DrainForecast.Of(Settings, Open, new Backlog(0, 0, null, 0, []), Some.Noon).Code, Is.EqualTo("empty"));

    // One after the other, each as long as the seconds between two.
    private static IReadOnlyList<SentCall> Calls(int count, int seconds, int minutes = 0) =>
        [.. Enumerable.Range(0, count).Select(n => new SentCall(Some.After(minutes).AddSeconds((n - count) * seconds), Some.After(minutes).AddSeconds((n - count + 1) * seconds), true))];
}
