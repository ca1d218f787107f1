namespace Gateway.Server.Workers;

/// <summary>
/// When the gates judge. Nobody waits at a screen for their judgement, while whoever sends a form waits for the receipt: as long as posts
/// come in they take short turns and rest between them. No flood keeps them shut: even then they judge more a second than the centre takes, which
/// is five.
/// </summary>
/// <param name="isAwaited">Whether a post came in within a time.</param>
/// <param name="judge">Judges so many at most, and says how many it were.</param>
/// <param name="time">Measures the turns.</param>
internal sealed class GateTurns(Func<TimeSpan, bool> isAwaited, Func<int, CancellationToken, Task<int>> judge, TimeProvider time)
{
    /// <summary>A rest while posts come in is so many times as long as the turn was: what it leaves to judging is a quarter of one core, of whatever machine.</summary>
    public const int RestPerTurn = 3;

    /// <summary>The same in a flood.</summary>
    public const int RestPerTurnInFlood = 30;

    /// <summary>Complaints of a turn while posts come in, at most; as many as fit into <see cref="Short"/>.</summary>
    public const int ShortTurn = 20;

    /// <summary>Complaints of a turn that takes long whatever it judges: what a turn costs by itself is shared by so many.</summary>
    public const int LeastTurn = 5;

    /// <summary>Complaints of a turn when nobody waits: many share one commit.</summary>
    public const int LongTurn = 200;

    /// <summary>How long a turn takes a core away from posts, about: they wait for its end.</summary>
    public static readonly TimeSpan Short = TimeSpan.FromMilliseconds(10);

    /// <summary>A flood makes no rest longer than this, unless <see cref="RestPerTurn"/> does.</summary>
    public static readonly TimeSpan LongestInFlood = TimeSpan.FromMilliseconds(500);

    // Posts that come more often are a run of them, and a flood.
    private static readonly TimeSpan Lull = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Flood = TimeSpan.FromMilliseconds(5);

    // What a turn takes depends on the texts and on the machine: each tells how many fit into the next.
    private double fits = ShortTurn;

    /// <summary>One turn.</summary>
    /// <returns>How long to rest now; null when nothing waits.</returns>
    public async Task<TimeSpan?> StepAsync(CancellationToken ct)
    {
        var givesWay = isAwaited(Lull);
        var begun = time.GetTimestamp();
        var judged = await judge(givesWay ? (int)fits : LongTurn, ct);
        if (judged == 0)
        {
            // Where the first ones cannot be judged, those behind them are.
            fits = ShortTurn;
            return null;
        }

        if (!givesWay) return TimeSpan.Zero;
        var took = time.GetElapsedTime(begun);
        fits = took > TimeSpan.Zero ? Math.Clamp(judged * (Short / took), LeastTurn, ShortTurn) : ShortTurn;
        var rest = took * RestPerTurn;
        if (!isAwaited(Flood) || rest > LongestInFlood) return rest;
        var inFlood = took * RestPerTurnInFlood;
        return inFlood < LongestInFlood ? inFlood : LongestInFlood;
    }
}
