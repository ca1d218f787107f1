using Gateway.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Nodes;

/// <summary>
/// Shows the other nodes that this one lives, and strikes those off whose heart stood still for the length of a lease on this node's own
/// monotonic clock: their duties and arrivals are free then. A clock that is set kills nobody.
/// </summary>
public sealed class Heartbeat(ILedger ledger, ThisNode self, NodeLease lease, TimeProvider time, ILogger<Heartbeat> log)
{
    private readonly Dictionary<string, (long Beat, long Since)> watched = [];
    private long looked;

    public Task BeatAsync(CancellationToken ct) => ledger.BeatAsync(self.Id, self.Name, time.GetUtcNow(), ct);

    /// <summary>One beat, and one look at the others.</summary>
    /// <returns>How many were struck off.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        await BeatAsync(ct);
        // Before the look: what was long on its way is old.
        var looking = time.GetTimestamp();
        var others = await OthersAsync(ct);
        // Who could not look for long, because the database was away, does not know who could not beat.
        if (looked == 0 || time.GetElapsedTime(looked, looking) > lease.Length) watched.Clear();
        looked = time.GetTimestamp();
        foreach (var gone in watched.Keys.Except(others.Select(other => other.Id)).ToList()) watched.Remove(gone);
        var retired = 0;
        foreach (var other in others)
        {
            if (!watched.TryGetValue(other.Id, out var seen) || seen.Beat != other.Beat) watched[other.Id] = (other.Beat, looked);
            else if (time.GetElapsedTime(seen.Since, looking) >= lease.Length) retired += await RetireAsync(other, ct);
        }

        return retired;
    }

    /// <summary>Strikes all others off at once: this process has the lock that they must have lost (SQLite).</summary>
    public async Task<int> RetireOthersAsync(CancellationToken ct)
    {
        var retired = 0;
        foreach (var other in await OthersAsync(ct)) retired += await RetireAsync(other, ct);
        return retired;
    }

    /// <summary>Takes this node off the list, so that nobody waits for it.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        if ((await ledger.NodesAsync(ct)).FirstOrDefault(node => node.Id == self.Id) is { } known) await ledger.RetireAsync(known.Id, known.Beat, ct);
    }

    private async Task<IReadOnlyList<NodeRow>> OthersAsync(CancellationToken ct) => [.. (await ledger.NodesAsync(ct)).Where(node => node.Id != self.Id)];

    private async Task<int> RetireAsync(NodeRow other, CancellationToken ct)
    {
        if (!await ledger.RetireAsync(other.Id, other.Beat, ct)) return 0;
        log.LogWarning("Node {Name} ({Id}) gave no sign of life; its duties and arrivals are free", other.Name, other.Id);
        return 1;
    }
}
