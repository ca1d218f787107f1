namespace Gateway.Core.Forwarding;

/// <summary>
/// Remembers since when something stands as it does, on this observer's own monotonic clock: a calendar that jumps proves no absence.
/// Whether a worker lives is for <see cref="Nodes.LifeWatch{T}"/> to tell.
/// </summary>
internal sealed class StandstillWatch(TimeProvider time)
{
    private readonly Dictionary<string, (string Mark, long Since)> watched = [];

    /// <summary>Forgets one.</summary>
    public void Forget(string key) => watched.Remove(key);

    /// <summary>True when it was seen under this mark, and no other, for the whole length.</summary>
    public bool HasStood(string key, string mark, TimeSpan length)
    {
        if (watched.TryGetValue(key, out var seen) && seen.Mark == mark) return time.GetElapsedTime(seen.Since) >= length;
        watched[key] = (mark, time.GetTimestamp());
        return false;
    }
}
