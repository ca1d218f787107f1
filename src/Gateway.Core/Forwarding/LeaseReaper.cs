using Gateway.Core.Connectivity;
using Gateway.Core.Nodes;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Forwarding;

/// <summary>
/// Takes leases away whose heartbeat stood still for their whole length on this observer's own monotonic clock. Database time only dates
/// things: a clock that jumps kills nobody.
/// </summary>
public sealed class LeaseReaper(ILeases leases, IRegistrySource registry, TimeProvider time, ILogger<LeaseReaper> log)
{
    internal const string Actor = "lease-reaper";

    private static readonly TimeSpan OfAStranger = TimeSpan.FromMinutes(3);

    private readonly LifeWatch<Lease> watch = new(time, lease => new SignOfLife(
        lease.Id, $"{lease.Token} {lease.Beat}", registry.Current.Destination(lease.Destination)?.SafeLease ?? OfAStranger));

    /// <summary>One look at all leases.</summary>
    /// <returns>How many were taken away.</returns>
    public async Task<int> StepAsync(CancellationToken ct) => await ReapAsync(await watch.LookAsync(leases.HeldAsync, ct), ct);

    /// <summary>Takes every lease away at once: this process holds the lock that the holder of those leases must have lost (SQLite).</summary>
    public async Task<int> VoidAllAsync(CancellationToken ct) => await ReapAsync(await leases.HeldAsync(ct), ct);

    private async Task<int> ReapAsync(IReadOnlyList<Lease> dead, CancellationToken ct)
    {
        var reaped = 0;
        foreach (var lease in dead)
        {
            if (await leases.TakeAwayAsync(lease, ct) is not { } state) continue;
            reaped++;
            log.LogWarning("The lease of {Name} was dead; it is {State} now", lease.Name, state);
        }

        return reaped;
    }
}
