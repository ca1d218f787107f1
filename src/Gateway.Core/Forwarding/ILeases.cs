namespace Gateway.Core.Forwarding;

/// <summary>Leases of one kind: of complaints that are being forwarded, or of tasks that are being worked.</summary>
public interface ILeases
{
    /// <summary>All that somebody has now.</summary>
    Task<IReadOnlyList<Lease>> HeldAsync(CancellationToken ct);

    /// <summary>Takes one away if it is still as it was seen.</summary>
    /// <returns>The state in which this leaves what it was a right to; null when the lease is alive after all.</returns>
    Task<string?> TakeAwayAsync(Lease lease, CancellationToken ct);
}
