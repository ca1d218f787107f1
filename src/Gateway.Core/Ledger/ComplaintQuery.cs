namespace Gateway.Core.Ledger;

/// <summary>Which complaints to list, oldest first. Null fields do not narrow.</summary>
public sealed record ComplaintQuery
{
    public IReadOnlyList<ComplaintState>? States { get; init; }

    public string? Channel { get; init; }

    public string? Agency { get; init; }

    public string? Destination { get; init; }

    public string? Round { get; init; }

    /// <summary>Those that have this number of the centre, or had it before it was corrected.</summary>
    public string? CentralId { get; init; }

    /// <summary>True leaves out what only a Penelaah Pengawasan may see.</summary>
    public bool HidesSupervised { get; init; }

    /// <summary>Only rows after this position.</summary>
    public long After { get; init; }

    public int Limit { get; init; } = 500;
}
