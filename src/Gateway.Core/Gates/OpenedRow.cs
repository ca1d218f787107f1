using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Gates;

/// <summary>A row with its content, or why it has none.</summary>
internal sealed record OpenedRow(ComplaintRow Row, Complaint? Complaint, Reason? Fault)
{
    public bool HasFiles => Complaint?.Lampiran.Count > 0;
}
