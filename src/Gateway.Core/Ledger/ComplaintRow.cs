using Gateway.Contracts;

namespace Gateway.Core.Ledger;

/// <summary>A complaint as it stands in the ledger.</summary>
public sealed record ComplaintRow
{
    public required string Number { get; init; }

    /// <summary>Ledger order; earlier recorded is smaller.</summary>
    public required long Position { get; init; }

    public required string ItemId { get; init; }

    public required ComplaintState State { get; init; }

    /// <summary>Rises by one with every event; the sequence number of the last event.</summary>
    public required int Version { get; init; }

    public required IReadOnlyList<Reason> Reasons { get; init; }

    public required string Channel { get; init; }

    /// <summary>Agency whose desk works it.</summary>
    public required string Agency { get; init; }

    public required string Destination { get; init; }

    public string? Round { get; init; }

    public Klasifikasi? Klasifikasi { get; init; }

    /// <summary>Masked title.</summary>
    public required string Judul { get; init; }

    /// <summary>Masked text.</summary>
    public required string Isi { get; init; }

    public DateTimeOffset? Written { get; init; }

    public DateTimeOffset? Received { get; init; }

    public required DateTimeOffset Seen { get; init; }

    public required byte[] ContentKey { get; init; }

    public string? Reporter { get; init; }

    public required byte[] WrappedKey { get; init; }

    public required byte[] Sealed { get; init; }

    /// <summary>Id at the centre; null until delivered.</summary>
    public string? CentralId { get; init; }

    /// <summary>Attempts that count towards exhaustion.</summary>
    public int Attempts { get; init; }

    /// <summary>Claims since the last completed attempt.</summary>
    public int Claims { get; init; }

    /// <summary>Not to be sent before; null means at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Fencing token of the forwarder that holds it; null unless Forwarding.</summary>
    public string? LeaseToken { get; init; }

    /// <summary>Heartbeat counter of the lease.</summary>
    public int LeaseBeat { get; init; }

    /// <summary>When its wake-up was published; null when it was not since it became due.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>State a person wished while it was being forwarded; null when none.</summary>
    public ComplaintState? Wish { get; init; }

    /// <summary>Name of the person who wished it.</summary>
    public string? WishBy { get; init; }

    /// <summary>An earlier complaint it is linked to.</summary>
    public string? LinkTo { get; init; }

    /// <summary>The one to which the gates linked it; it stays whatever a person says, so that this can be taken back. Null when they found none.</summary>
    public string? LinkFound { get; init; }

    /// <summary>The link that it has is what the gates found.</summary>
    public bool IsLinkedByGates => LinkTo is not null && LinkTo == LinkFound;

    /// <summary>It accuses (berkadar pengawasan): only a Penelaah Pengawasan may see it.</summary>
    public bool Supervised { get; init; }

    /// <summary>Words that tell of danger to life; null when there are none.</summary>
    public string? Danger { get; init; }

    /// <summary>When its reporter was asked; null while no answer is awaited.</summary>
    public DateTimeOffset? Asked { get; init; }

    /// <summary>Another complaint got the same central id: an alarm, though this one stays delivered.</summary>
    public bool Suspect { get; init; }

    /// <summary>Status at the centre as it is written there; null until it was read back.</summary>
    public string? CentralStatus { get; init; }

    /// <summary>The centre has closed it, as far as is known: under a status that the destination's settings call so.</summary>
    public bool IsKnownClosed { get; init; }
}
