namespace Gateway.Server.Workers;

/// <summary>
/// When the gates judge. Nobody waits at a screen for their judgement, while whoever sends a form waits for the receipt: as long as posts
/// come in they take short turns and rest between them. What has waited for long gets no more rests, so that no flood keeps them shut.
/// </summary>
/// <param name="isAwaited">Whether a post came in within a time.</param>
/// <param name="judge">Judges so many at most; says how many it were and how long the first of them had waited.</param>
internal sealed class GateTurns(Func<TimeSpan, bool> isAwaited, Func<int, CancellationToken, Task<(int Judged, TimeSpan Waited)>> judge)
{
    /// <summary>What has waited longer is judged without rests. Officers look at a list every few minutes, and the centre takes five complaints a second.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Between two turns while posts come in: with a turn, a quarter of one core.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

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
        var (judged, waited) = await judge(givesWay ? ShortTurn : LongTurn, ct);
        return judged == 0 ? null : givesWay && waited < Patience ? Rest : TimeSpan.Zero;
    }
}
