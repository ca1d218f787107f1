using Gateway.Core.Connectivity;
using Gateway.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Forwarding;

/// <summary>
/// Takes leases away whose heartbeat stood still for their whole length on this observer's own monotonic clock. Database time only dates
/// things: a clock that jumps kills nobody.
/// </summary>
public sealed class LeaseReaper(ILedger ledger, IRegistrySource registry, IIdentifiers identifiers, TimeProvider time, ILogger<LeaseReaper> log)
{
    private const string Actor = "lease-reaper";

    private readonly StandstillWatch watch = new(time);

    /// <summary>One look at all leases.</summary>
    /// <returns>How many were taken away.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        var leases = await ledger.LeasesAsync(ct);
        watch.Forget(leases.Select(lease => lease.Number));
        var reaped = 0;
        foreach (var lease in leases)
        {
            var length = registry.Current.Destination(lease.Destination)?.SafeLease ?? TimeSpan.FromMinutes(3);
            if (watch.HasStood(lease.Number, $"{lease.LeaseToken} {lease.LeaseBeat}", length) && await ReapAsync(lease, ct)) reaped++;
        }

        return reaped;
    }

    /// <summary>Takes every lease away at once: this process holds the lock that the holder of those leases must have lost (SQLite).</summary>
    public async Task<int> VoidAllAsync(CancellationToken ct)
    {
        var reaped = 0;
        foreach (var lease in await ledger.LeasesAsync(ct)) reaped += await ReapAsync(lease, ct) ? 1 : 0;
        return reaped;
    }

    private async Task<bool> ReapAsync(ComplaintRow lease, CancellationToken ct)
    {
        var state = await ledger.ReapAsync(identifiers.NewId(), lease.Number, lease.LeaseToken!, lease.LeaseBeat, time.GetUtcNow(), Actor, ct);
        if (state is not null) log.LogWarning("The lease of {Number} was dead; it is {State} now", lease.Number, state);
        return state is not null;
    }
}
