using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>An event as the database gives it.</summary>
internal sealed class StoredEvent
{
    public string Id { get; set; } = "";
    public string Number { get; set; } = "";
    public long Sequence { get; set; }
    public long At { get; set; }
    public string Kind { get; set; } = "";
    public string? FromState { get; set; }
    public string ToState { get; set; } = "";
    public string ByKind { get; set; } = "";
    public string Actor { get; set; } = "";
    public string Reasons { get; set; } = "[]";

    public LedgerEvent ToEvent() => new(
        Id,
        Number,
        (int)Sequence,
        Instant.At(At),
        Kind,
        Words.ToOptional<ComplaintState>(FromState),
        Words.To<ComplaintState>(ToState),
        Words.To<ActorKind>(ByKind),
        Actor,
        Words.ToReasons(Reasons));
}
