using System.Text.Json;
using Gateway.Contracts;

namespace Gateway.Core.Ledger;

/// <summary>One thing that happened to a complaint. Carries no personal data.</summary>
/// <param name="Id">Made by the mover.</param>
/// <param name="Number">Tracking number.</param>
/// <param name="Sequence">The complaint's own sequence, from 1 without a gap.</param>
/// <param name="At">When, by the gateway's clock.</param>
/// <param name="Kind"><c>recorded</c>, <c>moved</c>, <c>identity-viewed</c>, <c>file-viewed</c>, <c>card-given</c>, <c>files-prepared</c>, <c>supervised-viewed</c>, <c>wished</c>, <c>owner-added</c>, <c>amended</c>, <c>followed-up</c>, <c>asked</c>, <c>linked</c>, <c>renumbered</c>, <c>task</c>, <c>read-back</c>.</param>
/// <param name="From">State before; null at <c>recorded</c>.</param>
/// <param name="To">State after.</param>
/// <param name="By">Kind of actor.</param>
/// <param name="Actor">Name of the person, rule or worker.</param>
/// <param name="Reasons">Why.</param>
public sealed record LedgerEvent(
    string Id,
    string Number,
    int Sequence,
    DateTimeOffset At,
    string Kind,
    ComplaintState? From,
    ComplaintState To,
    ActorKind By,
    string Actor,
    IReadOnlyList<Reason> Reasons)
{
    /// <summary>The canonical bytes that the audit log hashes: compact JSON, fields in the order above, UTC time to the microsecond.</summary>
    public byte[] Canonical() => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            id = Id,
            number = Number,
            seq = Sequence,
            at = At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture),
            kind = Kind,
            from = From,
            to = To,
            by = By,
            actor = Actor,
            reasons = Reasons,
        },
        ContractJson.Options);

    /// <summary>The event that belongs to a move.</summary>
    public static LedgerEvent Of(Move move) =>
        new(move.Id, move.Number, move.Version + 1, move.At, "moved", move.From, move.To, move.By, move.Actor, move.Reasons);
}
