using Gateway.Core.Connectivity;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.FollowUps;

/// <summary>Takes leases of tasks away whose heartbeat stood still for their length, as <see cref="LeaseReaper"/> does with complaints.</summary>
public sealed class TaskReaper(ILedger ledger, IRegistrySource registry, IIdentifiers identifiers, TimeProvider time, ILogger<TaskReaper> log)
{
    private const string Actor = "lease-reaper";
    private const int Most = 1000;

    private readonly StandstillWatch watch = new(time);

    /// <summary>One look at all leases.</summary>
    /// <returns>How many were taken away.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        var leases = await RunningAsync(ct);
        watch.Forget(leases.Select(lease => lease.Id));
        var reaped = 0;
        foreach (var lease in leases)
        {
            var length = registry.Current.Destination(lease.Destination)?.SafeLease ?? TimeSpan.FromMinutes(3);
            if (watch.HasStood(lease.Id, $"{lease.LeaseToken} {lease.LeaseBeat}", length)) reaped += await ReapAsync(lease, ct);
        }

        return reaped;
    }

    /// <summary>Takes every lease away at once: this process holds the lock that their holder must have lost (SQLite).</summary>
    public async Task<int> VoidAllAsync(CancellationToken ct)
    {
        var reaped = 0;
        foreach (var lease in await RunningAsync(ct)) reaped += await ReapAsync(lease, ct);
        return reaped;
    }

    private Task<IReadOnlyList<TaskRow>> RunningAsync(CancellationToken ct) => ledger.TasksInAsync([TaskState.Running], Most, ct);

    private async Task<int> ReapAsync(TaskRow lease, CancellationToken ct)
    {
        var state = await ledger.ReapTaskAsync(identifiers.NewId(), lease.Id, lease.LeaseToken!, lease.LeaseBeat, time.GetUtcNow(), Actor, ct);
        if (state is null) return 0;
        log.LogWarning("The lease of task {Task} was dead; it is {State} now", lease.Name, state);
        return 1;
    }
}
