namespace Gateway.Core.Ledger;

/// <summary>What is known of a delivered complaint at the centre, as it was read back last.</summary>
public sealed record Reading
{
    public required string Number { get; init; }

    /// <summary>Rises by one with every look; 0 before the first.</summary>
    public int Version { get; init; }

    /// <summary>From when its age counts: its delivery.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the centre was looked at last.</summary>
    public required DateTimeOffset Looked { get; init; }

    /// <summary>When the answer was another than before; null while there was none.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>When it was first seen closed; null while it is not known to be.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>Looks in a row that failed.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last look failed; null when it did not.</summary>
    public string? Trouble { get; init; }

    /// <summary>Status as the centre writes it; null until it was read.</summary>
    public string? Status { get; init; }

    /// <summary>Keyed hash of the answer.</summary>
    public byte[]? Fingerprint { get; init; }

    /// <summary>The answer under the complaint's key, purpose <c>reading</c>; null until there was one.</summary>
    public byte[]? Content { get; init; }

    /// <summary>When to look again; null: no more.</summary>
    public DateTimeOffset? Due { get; init; }
}
