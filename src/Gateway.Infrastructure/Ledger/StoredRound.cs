using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>A round as the database gives it.</summary>
internal sealed class StoredRound
{
    public string Id { get; set; } = "";
    public string Channel { get; set; } = "";
    public string Origin { get; set; } = "";
    public long Opened { get; set; }
    public long? Closed { get; set; }
    public long Complaints { get; set; }
    public string? Node { get; set; }

    public RoundRow ToRow() => new(Id, Channel, Origin, Instant.At(Opened), Instant.At(Closed), (int)Complaints, Node);
}
