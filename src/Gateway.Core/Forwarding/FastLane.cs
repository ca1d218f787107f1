using System.Collections.Concurrent;
using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>
/// Lets what tells of danger to life go ahead of what was woken before it: wake-ups come in the order in which they were published. Of
/// four places one stays for the others, so that a flood of alarms keeps nobody waiting for ever.
/// </summary>
internal sealed class FastLane(ILedger ledger, TimeProvider time)
{
    private const int InARow = 3;

    private readonly ConcurrentDictionary<string, int> ahead = new(StringComparer.Ordinal);

    /// <summary>Number of the complaint that goes ahead at a destination; null when none waits, or it is the turn of the others.</summary>
    public async Task<string?> AheadAsync(string destination, CancellationToken ct)
    {
        if (await ledger.UrgentAsync(destination, time.GetUtcNow(), ct) is not { } urgent)
        {
            ahead.TryRemove(destination, out _);
            return null;
        }

        if (ahead.GetValueOrDefault(destination) < InARow) return urgent;
        ahead.TryRemove(destination, out _);
        return null;
    }

    /// <summary>One went ahead.</summary>
    public void Went(string destination) => ahead.AddOrUpdate(destination, 1, (_, count) => count + 1);
}
