using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>Leases of complaints that are being forwarded. What is lost with one may be at the centre.</summary>
public sealed class ComplaintLeases(ILedger ledger, IIdentifiers identifiers, TimeProvider time) : ILeases
{
    public async Task<IReadOnlyList<Lease>> HeldAsync(CancellationToken ct) =>
        [.. (await ledger.LeasesAsync(ct)).Select(row => new Lease(row.Number, row.Number, row.Destination, row.LeaseToken!, row.LeaseBeat))];

    public async Task<string?> TakeAwayAsync(Lease lease, CancellationToken ct) =>
        (await ledger.ReapAsync(identifiers.NewId(), lease.Id, lease.Token, lease.Beat, time.GetUtcNow(), LeaseReaper.Actor, ct))?.ToString();
}
