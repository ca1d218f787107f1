namespace Gateway.Core.Forwarding;

/// <summary>
/// Remembers since when each lease's heartbeat stands still, on this observer's own monotonic clock. Database time only dates things: a
/// clock that jumps kills nobody.
/// </summary>
internal sealed class LeaseWatch(TimeProvider time)
{
    private readonly Dictionary<string, (string Token, int Beat, long Since)> watched = [];

    /// <summary>Forgets those that are no more.</summary>
    public void Forget(IEnumerable<string> alive)
    {
        var kept = alive.ToHashSet();
        foreach (var gone in watched.Keys.Where(key => !kept.Contains(key)).ToList()) watched.Remove(gone);
    }

    /// <summary>True when it was seen to stand still for the whole length.</summary>
    public bool IsDead(string key, string token, int beat, TimeSpan length)
    {
        if (watched.TryGetValue(key, out var seen) && seen.Token == token && seen.Beat == beat) return time.GetElapsedTime(seen.Since) >= length;
        watched[key] = (token, beat, time.GetTimestamp());
        return false;
    }
}
