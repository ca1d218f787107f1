using Gateway.Server.Workers;

namespace Gateway.Tests.Server;

/// <summary>The gates give way to posts, and not for ever.</summary>
internal sealed class GateTurnsTests
{
    [Test]
    public async Task TakeLongTurnsWhenNobodyWaits()
    {
        var (rest, most) = await StepAsync(isAwaited: false, judged: 200, waited: TimeSpan.Zero);

        Assert.That((rest, most), Is.EqualTo(((TimeSpan?)TimeSpan.Zero, GateTurns.LongTurn)));
    }

    [Test]
    public async Task TakeShortOnesAndRestWhilePostsComeIn()
    {
        var (rest, most) = await StepAsync(isAwaited: true, judged: 20, waited: GateTurns.Patience / 2);

        Assert.That((rest, most), Is.EqualTo(((TimeSpan?)GateTurns.Rest, GateTurns.ShortTurn)));
    }

    [Test]
    public async Task RestNoMoreWhenSomethingHasWaitedForLong()
    {
        var (rest, _) = await StepAsync(isAwaited: true, judged: 20, waited: GateTurns.Patience);

        Assert.That(rest, Is.EqualTo(TimeSpan.Zero));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task SayWhenNothingWaits(bool isAwaited) =>
        Assert.That((await StepAsync(isAwaited, judged: 0, waited: TimeSpan.Zero)).Pause, Is.Null);

    private static async Task<(TimeSpan? Pause, int Most)> StepAsync(bool isAwaited, int judged, TimeSpan waited)
    {
        var asked = 0;
        var turns = new GateTurns(_ => isAwaited, (most, _) =>
        {
            asked = most;
            return Task.FromResult((judged, waited));
        });
        return (await turns.StepAsync(CancellationToken.None), asked);
    }
}
