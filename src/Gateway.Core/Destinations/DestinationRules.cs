using Gateway.Contracts;

namespace Gateway.Core.Destinations;

/// <summary>
/// Every decision about a destination: whether a call may go now, and what an answer does to breaker, pause and limits. Pure; the
/// caller writes the row by compare-and-set.
/// </summary>
public static class DestinationRules
{
    /// <summary>Failures in a row that open the breaker.</summary>
    public const int BreakerAfter = 5;

    /// <summary>Unknown outcomes in a row that pause the destination.</summary>
    public const int PauseAfterUnknowns = 3;

    /// <summary>Different complaints refused in a row with one status that count as our own misconfiguration.</summary>
    public const int MisconfiguredAfterRefusals = 3;

    /// <summary>How long one node may hold the right to probe.</summary>
    public static readonly TimeSpan ProbeLength = TimeSpan.FromSeconds(60);

    /// <summary>How far the clocks of two nodes may be apart before one takes the slots of the other for those of a clock that was set back.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait that is granted to the centre. One absurd answer of a proxy must not put a complaint off for years.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(5);

    // Less than that is how clocks of nodes differ, and a wait so much too long harms nobody.
    private static readonly TimeSpan SetBack = TimeSpan.FromMinutes(5);

    /// <summary>May a complaint go to the destination now?</summary>
    public static Admission Judge(DestinationRow row, DateTimeOffset now)
    {
        if (row.State != DestinationState.Open) return new Admission(AdmissionVerdict.Closed, null);
        if (row.BreakerUntil is { } until)
            return until > now ? new Admission(AdmissionVerdict.Wait, until) : new Admission(AdmissionVerdict.Probe, null);
        if (Later(row.NotBefore, row.NextSlot) is { } earliest && earliest > now) return new Admission(AdmissionVerdict.Wait, earliest);
        return new Admission(AdmissionVerdict.Go, null);
    }

    /// <summary>
    /// May something be read or tried there now because a person asks? What is not open yet is got ready so; what is paused is left in peace.
    /// </summary>
    public static Admission JudgeReading(DestinationRow row, DateTimeOffset now) =>
        Judge(row.State == DestinationState.Paused ? row : row with { State = DestinationState.Open }, now);

    /// <summary>
    /// The row without moments that lie further away than they can have been set: the clock was set back since, and nobody waits for it. What the
    /// centre asked for may be hours away; whether it was counted from that clock, the slot of the call tells.
    /// </summary>
    public static DestinationRow Believable(DestinationRow row, Destination settings, DateTimeOffset now) => row with
    {
        NextSlot = row.NextSlot > now + SlotLength(settings) + Skew ? null : row.NextSlot,
        NotBefore = row.NotBefore > now + LongestWait + SetBack || row.NextSlot > now + SlotLength(settings) + SetBack ? null : row.NotBefore,
        BreakerUntil = row.BreakerUntil > now + LongestBreak ? now : row.BreakerUntil,
    };

    /// <summary>How many complaints may be in Forwarding at once: one while outcomes are unknown.</summary>
    public static int Concurrency(DestinationRow row, Destination settings) => row.Unknowns > 0 ? 1 : Math.Max(1, settings.MaxConcurrency);

    /// <summary>Takes the next slot of the rate limit.</summary>
    public static DestinationRow TakeSlot(DestinationRow row, Destination settings, DateTimeOffset now) =>
        row with { NextSlot = settings.RequestsPerSecond > 0 ? now + SlotLength(settings) : null };

    /// <summary>A person tries it with one complaint; for all others it stays closed.</summary>
    public static DestinationRow Tried(DestinationRow row, Destination settings, DateTimeOffset now) =>
        TakeSlot(row, settings, now) with { State = DestinationState.Trying, Reasons = [] };

    /// <summary>A call did what it should.</summary>
    public static DestinationRow AfterSuccess(DestinationRow row) =>
        row with { Failures = 0, Unknowns = 0, BreakerUntil = null, NotBefore = null, Refusals = [] };

    /// <summary>True when <see cref="AfterSuccess"/> would change nothing, so that the common case writes nothing.</summary>
    public static bool IsUntroubled(DestinationRow row) =>
        row is { Failures: 0, Unknowns: 0, BreakerUntil: null, NotBefore: null } && row.Refusals.Count == 0;

    /// <summary>The centre definitely did not take it; <paramref name="notBefore"/> is its Retry-After.</summary>
    public static DestinationRow AfterUnavailable(DestinationRow row, DateTimeOffset now, DateTimeOffset? notBefore)
    {
        var failures = row.Failures + 1;
        return row with
        {
            Failures = failures,
            NotBefore = Later(row.NotBefore, notBefore),
            BreakerUntil = failures >= BreakerAfter ? now + Break(failures) : row.BreakerUntil,
        };
    }

    /// <summary>An outcome is not known: one call at a time from the first, paused at the third or when the centre redirects.</summary>
    public static DestinationRow AfterUnknown(DestinationRow row, DateTimeOffset now, bool redirected)
    {
        var failed = AfterUnavailable(row, now, null) with { Unknowns = row.Unknowns + 1 };
        if (redirected) return Paused(failed, new Reason("redirected"));
        return failed.Unknowns >= PauseAfterUnknowns ? Paused(failed, new Reason("unknown-outcomes")) : failed;
    }

    /// <summary>
    /// The centre refused one complaint or a task of it. At the third different complaint in a row with the same status it is we who are wrong: the
    /// destination pauses and <paramref name="returned"/> names the earlier ones, which go back to the queue. One that was under way
    /// meanwhile joins them.
    /// </summary>
    public static DestinationRow AfterRefusal(DestinationRow row, Refusal refusal, out IReadOnlyList<string> returned)
    {
        returned = [];
        var inARow = row.Refusals.Where(earlier => earlier.Status == refusal.Status && earlier.Number != refusal.Number).ToList();
        var calm = row with { Failures = 0, Unknowns = 0, NotBefore = null };
        IReadOnlyList<Refusal> refusals = [.. inARow, refusal];
        if (!AreOurFault(refusals)) return calm with { Refusals = refusals };
        returned = [.. inARow.Select(earlier => earlier.Number)];
        return Paused(calm, new Reason("refused-in-a-row", $"HTTP {refusal.Status}")) with { Refusals = refusals };
    }

    /// <summary>True when a refused complaint is one of those that paused the destination, so that it belongs in the queue.</summary>
    public static bool Returns(DestinationRow row, string number) =>
        row.State == DestinationState.Paused && AreOurFault(row.Refusals) && row.Refusals.Any(refusal => refusal.Number == number);

    /// <summary>The centre refused us.</summary>
    public static DestinationRow AfterMisconfigured(DestinationRow row, int? status) =>
        Paused(row, new Reason("misconfigured", status is null ? null : $"HTTP {status}"));

    /// <summary>A read was answered: the centre can be reached. What becomes of creates it does not tell, so their counts stand.</summary>
    public static DestinationRow AfterRead(DestinationRow row) => row with { BreakerUntil = null, Failures = 0 };

    /// <summary>A probe came back.</summary>
    public static DestinationRow AfterProbe(DestinationRow row, bool reachable, DateTimeOffset now) =>
        reachable
            ? AfterRead(row)
            : row with { BreakerUntil = now + Break(row.Failures + 1), Failures = row.Failures + 1 };

    /// <summary>A node takes the right to probe.</summary>
    public static DestinationRow TakeProbe(DestinationRow row, DateTimeOffset now) => row with { BreakerUntil = now + ProbeLength };

    /// <summary>Nothing goes until a person opens it.</summary>
    public static DestinationRow Paused(DestinationRow row, Reason why) => row with { State = DestinationState.Paused, Reasons = [why] };

    /// <summary>A person opened it: a clean slate.</summary>
    public static DestinationRow Opened(DestinationRow row, Reason who) => AfterSuccess(row) with { State = DestinationState.Open, Reasons = [who] };

    private static bool AreOurFault(IReadOnlyList<Refusal> refusals) =>
        refusals.Select(refusal => refusal.Complaint).Distinct(StringComparer.Ordinal).Count() >= MisconfiguredAfterRefusals;

    /// <summary>Time between two calls at the rate of a destination; zero without a limit.</summary>
    internal static TimeSpan SlotLength(Destination settings) =>
        settings.RequestsPerSecond > 0 ? TimeSpan.FromSeconds(1 / settings.RequestsPerSecond) : TimeSpan.Zero;

    private static TimeSpan Break(int failures)
    {
        var factor = Math.Pow(2, Math.Clamp(failures - BreakerAfter, 0, 10));
        var wait = FirstBreak * factor;
        return wait < LongestBreak ? wait : LongestBreak;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other ?? one : one;
}
