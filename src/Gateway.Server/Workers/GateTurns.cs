namespace Gateway.Server.Workers;

/// <summary>
/// When the gates judge. Nobody waits at a screen for their judgement, while whoever sends a form waits for the receipt: as long as posts
/// come in they take short turns and rest between them. No flood keeps them shut: even then they judge some hundreds a second, of which the
/// centre takes five.
/// </summary>
/// <param name="isAwaited">Whether a post came in within a time.</param>
/// <param name="judge">Judges so many at most, and says how many it were.</param>
/// <param name="time">Measures the turns.</param>
internal sealed class GateTurns(Func<TimeSpan, bool> isAwaited, Func<int, CancellationToken, Task<int>> judge, TimeProvider time)
{
    /// <summary>A rest while posts come in is so many times as long as the turn was: what it leaves to judging is a quarter of one core, of whatever machine.</summary>
    public const int RestPerTurn = 3;

    /// <summary>Complaints of a turn while posts come in: some milliseconds of one core.</summary>
    public const int ShortTurn = 20;

    /// <summary>Complaints of a turn when nobody waits: many share one commit.</summary>
    public const int LongTurn = 200;

    // Posts that come more often are one flood.
    private static readonly TimeSpan Lull = TimeSpan.FromMilliseconds(100);

    /// <summary>One turn.</summary>
    /// <returns>How long to rest now; null when nothing waits.</returns>
    public async Task<TimeSpan?> StepAsync(CancellationToken ct)
    {
        var givesWay = isAwaited(Lull);
        var begun = time.GetTimestamp();
        var judged = await judge(givesWay ? ShortTurn : LongTurn, ct);
        return judged == 0 ? null : givesWay ? time.GetElapsedTime(begun) * RestPerTurn : TimeSpan.Zero;
    }
}
