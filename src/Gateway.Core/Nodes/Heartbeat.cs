using Gateway.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Nodes;

/// <summary>
/// Shows the other nodes that this one lives, and strikes those off whose heart stood still for the length of a lease on this node's own
/// monotonic clock: their duties and arrivals are free then. A clock that is set kills nobody.
/// </summary>
public sealed class Heartbeat(ILedger ledger, ThisNode self, NodeLease lease, TimeProvider time, ILogger<Heartbeat> log)
{
    private readonly LifeWatch<NodeRow> watch = new(time, node => new SignOfLife(node.Id, $"{node.Beat}", lease.Length));

    public Task BeatAsync(CancellationToken ct) => ledger.BeatAsync(self.Id, self.Name, time.GetUtcNow(), ct);

    /// <summary>One beat, and one look at the others.</summary>
    /// <returns>How many were struck off.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        await BeatAsync(ct);
        return await RetireAsync(await watch.LookAsync(OthersAsync, ct), ct);
    }

    /// <summary>Strikes all others off at once: this process has the lock that they must have lost (SQLite).</summary>
    public async Task<int> RetireOthersAsync(CancellationToken ct) => await RetireAsync(await OthersAsync(ct), ct);

    /// <summary>Takes this node off the list, so that nobody waits for it.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        if ((await ledger.NodesAsync(ct)).FirstOrDefault(node => node.Id == self.Id) is { } known) await ledger.RetireAsync(known.Id, known.Beat, ct);
    }

    /// <summary>
    /// Names of the other nodes whose heart beats; waits until one does, or until all that the ledger knows were struck off. One that was put back
    /// knows nodes of then.
    /// </summary>
    public async Task<IReadOnlyList<string>> OthersAtWorkAsync(CancellationToken ct)
    {
        var first = await OthersAsync(ct);
        for (var now = first; now.Count > 0; now = await OthersAsync(ct))
        {
            var alive = now.Where(node => !first.Contains(node)).Select(node => node.Name).ToList();
            if (alive.Count > 0) return alive;
            await Task.Delay(lease.Beat, time, ct);
        }

        return [];
    }

    private async Task<IReadOnlyList<NodeRow>> OthersAsync(CancellationToken ct) => [.. (await ledger.NodesAsync(ct)).Where(node => node.Id != self.Id)];

    private async Task<int> RetireAsync(IReadOnlyList<NodeRow> dead, CancellationToken ct)
    {
        var retired = 0;
        foreach (var node in dead)
        {
            if (!await ledger.RetireAsync(node.Id, node.Beat, ct)) continue;
            retired++;
            log.LogWarning("Node {Name} ({Id}) gave no sign of life; its duties and arrivals are free", node.Name, node.Id);
        }

        return retired;
    }
}
