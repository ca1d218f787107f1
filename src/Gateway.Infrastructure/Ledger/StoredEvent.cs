using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>An event as the database gives it.</summary>
internal class StoredEvent
{
    public const string Columns =
        """
        e.id AS Id, e.number AS Number, e.sequence AS Sequence, e.at AS At, e.kind AS Kind, e.from_state AS FromState, e.to_state AS ToState,
        e.by_kind AS ByKind, e.actor AS Actor, e.reasons AS Reasons
        """;

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
