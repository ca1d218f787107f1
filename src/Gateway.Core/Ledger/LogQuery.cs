namespace Gateway.Core.Ledger;

/// <summary>Which lines of the log are wanted.</summary>
public sealed record LogQuery
{
    /// <summary>First moment.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The moment behind the last one.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Position of the line before the first wanted one; 0 from the beginning.</summary>
    public long After { get; init; }

    /// <summary>Most lines.</summary>
    public required int Limit { get; init; }

    /// <summary>Only of complaints on this agency's desk; null for all.</summary>
    public string? Agency { get; init; }

    /// <summary>Only of complaints that are in this state now; null for all.</summary>
    public ComplaintState? State { get; init; }

    /// <summary>Leaves out what only a Penelaah Pengawasan may see.</summary>
    public bool HidesSupervised { get; init; }
}
