namespace Gateway.Infrastructure.Central;

/// <summary>
/// Notes the instant at which the content of one call begins to leave the machine. That fact, never the kind of an exception, tells
/// whether the centre may have the complaint.
/// </summary>
/// <param name="notAfter">Content that has not begun to leave by then, counted from the making of this object, never does.</param>
/// <param name="clock">A clock that counts time in suspend, see <see cref="BootClock"/>.</param>
internal sealed class Departure(TimeSpan notAfter, Func<TimeSpan> clock)
{
    private readonly TimeSpan begun = clock();
    private int left;

    /// <summary>True once content may have left.</summary>
    public bool HasLeft => Volatile.Read(ref left) != 0;

    /// <summary>Called just before the first byte.</summary>
    /// <exception cref="CallAbandonedException">It is too late, or the HTTP stack wants to send the content a second time.</exception>
    public void Leave()
    {
        if (HasLeft) throw new CallAbandonedException("The content has left once already; it is not sent twice.");
        if (clock() - begun >= notAfter) throw new CallAbandonedException($"The call did not get through within {notAfter}; it was not sent.");
        Interlocked.Exchange(ref left, 1);
    }
}
