using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.FollowUps;

/// <summary>Leases of tasks that are being worked.</summary>
public sealed class TaskLeases(ILedger ledger, IIdentifiers identifiers, TimeProvider time) : ILeases
{
    private const int Most = 1000;

    public async Task<IReadOnlyList<Lease>> HeldAsync(CancellationToken ct) =>
        [.. (await ledger.TasksInAsync([TaskState.Running], Most, ct)).Select(task => new Lease(task.Id, task.Name, task.Destination, task.LeaseToken!, task.LeaseBeat))];

    public async Task<string?> TakeAwayAsync(Lease lease, CancellationToken ct) =>
        (await ledger.ReapTaskAsync(identifiers.NewId(), lease.Id, lease.Token, lease.Beat, time.GetUtcNow(), LeaseReaper.Actor, ct))?.ToString();
}
