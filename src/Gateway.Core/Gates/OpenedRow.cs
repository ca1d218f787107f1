using Gateway.Contracts;
using Gateway.Core.Duplicates;
using Gateway.Core.Ledger;

namespace Gateway.Core.Gates;

/// <summary>A row with its content and what it is found by, or why it has none.</summary>
internal sealed record OpenedRow(ComplaintRow Row, Complaint? Complaint, Reason? Fault)
{
    public Told? Told { get; init; }

    public IReadOnlyList<long> Bands { get; init; } = [];

    public bool HasFiles => Complaint?.Lampiran.Count > 0;
}
