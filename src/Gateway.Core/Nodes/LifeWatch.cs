namespace Gateway.Core.Nodes;

/// <summary>
/// Tells who stood still for its whole length, on this observer's own monotonic clock. Who could not look takes nobody for dead: an observer
/// that was frozen, or that could not reach the ledger, counts anew, since the others may have been away with it.
/// </summary>
internal sealed class LifeWatch<T>(TimeProvider time, Func<T, SignOfLife> signOf)
{
    // Two looks further apart than this part of a length were no watch in between.
    private const int LooksInALength = 3;

    private readonly Dictionary<string, (string Mark, long Since)> watched = [];
    private long? before;

    /// <summary>One look.</summary>
    /// <param name="read">Reads all that are watched.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The dead among them.</returns>
    public async Task<IReadOnlyList<T>> LookAsync(Func<CancellationToken, Task<IReadOnlyList<T>>> read, CancellationToken ct)
    {
        // What was long on its way may be as old as the question or as young as the answer; the worse counts, each time.
        var asked = time.GetTimestamp();
        var present = await read(ct);
        var answered = time.GetTimestamp();
        var gap = before is { } last ? time.GetElapsedTime(last, answered) : TimeSpan.MaxValue;
        before = asked;
        var dead = new List<T>();
        var signs = present.Select(signOf).ToList();
        foreach (var gone in watched.Keys.Except(signs.Select(sign => sign.Key)).ToList()) watched.Remove(gone);
        foreach (var (one, sign) in present.Zip(signs))
        {
            var isWatched = gap <= sign.Length / LooksInALength;
            if (!isWatched || !watched.TryGetValue(sign.Key, out var seen) || seen.Mark != sign.Mark) watched[sign.Key] = (sign.Mark, answered);
            else if (time.GetElapsedTime(seen.Since, asked) >= sign.Length) dead.Add(one);
        }

        return dead;
    }
}
