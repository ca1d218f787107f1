namespace Gateway.Infrastructure.Ledger;

/// <summary>Time as the ledger stores it: whole microseconds since 1970 UTC, so that comparing numbers compares moments.</summary>
internal static class Instant
{
    public static long Of(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static long? Of(DateTimeOffset? at) => at is { } moment ? Of(moment) : null;

    public static DateTimeOffset At(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    public static DateTimeOffset? At(long? microseconds) => microseconds is { } stored ? At(stored) : null;
}
