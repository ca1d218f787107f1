namespace Gateway.Core.Relay;

/// <summary>
/// Tells for how long the calendar has gone with this observer's own monotonic clock. One that was just set may be set once more, as on a machine
/// that boots with the date of its making.
/// </summary>
internal sealed class CalendarWatch(TimeProvider time)
{
    // What is mended bit by bit harms nobody.
    private static readonly TimeSpan Wobble = TimeSpan.FromMinutes(1);

    private (DateTimeOffset Date, long Timestamp)? begun;

    /// <summary>True when no look since that length found it set; so it is to be asked often.</summary>
    public bool HasGoneSteadily(TimeSpan length)
    {
        var now = time.GetUtcNow();
        if (begun is { } steady && time.GetElapsedTime(steady.Timestamp) is var gone && (now - steady.Date - gone).Duration() < Wobble) return gone >= length;
        begun = (now, time.GetTimestamp());
        return false;
    }
}
