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
        var forecast = DrainForecast.Of(Settings, Open, new Backlog(300, 0, null, 0, 60, Some.After(-10)), Some.Noon);

        Assert.That((forecast.Code, forecast.PerMinute, forecast.Likely), Is.EqualTo(("measured", (double?)6, (DateTimeOffset?)Some.After(50))));
        Assert.That(forecast.Earliest, Is.EqualTo(Some.Noon.AddSeconds(150)), "the limit");
    }

    [Test]
    public void TooFewDeliveriesSayNothingAboutASpeed()
    {
        var forecast = DrainForecast.Of(Settings, Open, new Backlog(300, 0, null, 0, 4, Some.After(-10)), Some.Noon);

        Assert.That((forecast.Code, forecast.PerMinute, forecast.Likely, forecast.Earliest), Is.EqualTo(("limit", (double?)null, (DateTimeOffset?)null, (DateTimeOffset?)Some.Noon.AddSeconds(150))));
        Assert.That(DrainForecast.Of(Settings with { RequestsPerSecond = 0 }, Open, new Backlog(3, 0, null, 0, 0, null), Some.Noon).Code, Is.EqualTo("unknown"));
    }

    [Test]
    public void AClosedOrBrokenDestinationHasNoLikelyEnd()
    {
        var backlog = new Backlog(100, 0, null, 0, 60, Some.After(-10));

        Assert.That(DrainForecast.Of(Settings, Open with { State = DestinationState.Paused }, backlog, Some.Noon) is { Code: "closed", Likely: null });
        var waits = DrainForecast.Of(Settings, Open with { BreakerUntil = Some.After(2) }, backlog, Some.Noon);
        Assert.That((waits.Code, waits.Likely, waits.Earliest), Is.EqualTo(("waits", (DateTimeOffset?)null, (DateTimeOffset?)Some.After(2).AddSeconds(50))));
    }

    [Test]
    public void NothingIsGoneBeforeTheLastOneIsDue()
    {
        var forecast = DrainForecast.Of(Settings, Open, new Backlog(1, 1, Some.After(600), 0, 60, Some.After(-10)), Some.Noon);
        Assert.That((forecast.Likely, forecast.Earliest), Is.EqualTo((Some.After(600), Some.After(600))));
    }

    [Test]
    public void AnEmptyQueueIsEmpty() => Assert.That(DrainForecast.Of(Settings, Open, new Backlog(0, 0, null, 0, 0, null), Some.Noon).Code, Is.EqualTo("empty"));
}
