using Gateway.Server.Workers;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Server;

/// <summary>The gates give way to posts.</summary>
internal sealed class GateTurnsTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(8);

    [Test]
    public async Task TakeLongTurnsWhenNobodyWaits()
    {
        var (rest, most) = await StepAsync(isAwaited: false, judged: 200);

        Assert.That((rest, most), Is.EqualTo(((TimeSpan?)TimeSpan.Zero, GateTurns.LongTurn)));
    }

    [Test]
    public async Task TakeShortOnesAndRestWhilePostsComeIn()
    {
        var (rest, most) = await StepAsync(isAwaited: true, judged: 20);

        Assert.That((rest, most), Is.EqualTo(((TimeSpan?)Turn * GateTurns.RestPerTurnInFlood, GateTurns.ShortTurn)));
    }

    [TestCase(8, 4, 240)]
    [TestCase(8, 20, 24)]
    [TestCase(40, 4, 500)]
    [TestCase(400, 4, 1_200)]
    public async Task RestLongerInAFlood(int turn, int lastPost, int rest)
    {
        var time = new FakeTimeProvider();
        var turns = new GateTurns(within => TimeSpan.FromMilliseconds(lastPost) < within, (most, _) =>
        {
            time.Advance(TimeSpan.FromMilliseconds(turn));
            return Task.FromResult(most);
        }, time);

        Assert.That(await turns.StepAsync(CancellationToken.None), Is.EqualTo(TimeSpan.FromMilliseconds(rest)));
    }

    [TestCase(20, 10)]
    [TestCase(4, 20)]
    [TestCase(5_000, GateTurns.LeastTurn)]
    public async Task TakeAsManyAsFitIntoAShortTurn(int milliseconds, int next)
    {
        var asked = new List<int>();
        var time = new FakeTimeProvider();
        var turns = new GateTurns(_ => true, (most, _) =>
        {
            asked.Add(most);
            time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            return Task.FromResult(most);
        }, time);

        await turns.StepAsync(CancellationToken.None);
        await turns.StepAsync(CancellationToken.None);

        Assert.That(asked, Is.EqualTo(new[] { GateTurns.ShortTurn, next }));
    }

    [Test]
    public async Task TakeAllAgainAfterATurnThatJudgedNone()
    {
        var asked = new List<int>();
        var time = new FakeTimeProvider();
        var turns = new GateTurns(_ => true, (most, _) =>
        {
            asked.Add(most);
            time.Advance(TimeSpan.FromSeconds(5));
            return Task.FromResult(asked.Count == 2 ? 0 : most);
        }, time);

        for (var turn = 0; turn < 3; turn++) await turns.StepAsync(CancellationToken.None);

        Assert.That(asked, Is.EqualTo(new[] { GateTurns.ShortTurn, GateTurns.LeastTurn, GateTurns.ShortTurn }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task SayWhenNothingWaits(bool isAwaited) =>
        Assert.That((await StepAsync(isAwaited, judged: 0)).Pause, Is.Null);

    private static async Task<(TimeSpan? Pause, int Most)> StepAsync(bool isAwaited, int judged)
    {
        var asked = 0;
        var time = new FakeTimeProvider();
        var turns = new GateTurns(_ => isAwaited, (most, _) =>
        {
            asked = most;
            time.Advance(Turn);
            return Task.FromResult(judged);
        }, time);
        return (await turns.StepAsync(CancellationToken.None), asked);
    }
}
