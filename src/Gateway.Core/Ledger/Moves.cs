using static Gateway.Core.Ledger.ActorKind;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Core.Ledger;

/// <summary>The one table of moves: from which state a complaint may get to which, and who may move it.</summary>
public static class Moves
{
    /// <summary>Every allowed move. What is not here is refused, by whomever it is asked.</summary>
    public static IReadOnlyList<(ComplaintState From, ComplaintState To, ActorKind[] By)> Table { get; } =
    [
        (S.Recorded, S.Held, [Rule]),
        (S.Recorded, S.Queued, [Rule]),

        (S.Held, S.Queued, [Person]),
        (S.Held, S.Discarded, [Person]),
        (S.Held, S.Duplicate, [Person]),
        (S.Held, S.Delivered, [Person, Proof]),

        (S.Queued, S.Forwarding, [Worker]),
        (S.Queued, S.Held, [Person, Rule]),
        (S.Queued, S.Discarded, [Person]),
        (S.Queued, S.Delivered, [Person, Proof]),

        (S.Forwarding, S.Delivered, [Worker]),
        (S.Forwarding, S.Retrying, [Worker]),
        (S.Forwarding, S.Parked, [Worker]),
        (S.Forwarding, S.Unknown, [Worker]),
        (S.Forwarding, S.Queued, [Worker]),

        (S.Retrying, S.Forwarding, [Worker]),
        (S.Retrying, S.Queued, [Person]),
        (S.Retrying, S.Held, [Person, Rule]),
        (S.Retrying, S.Discarded, [Person]),
        (S.Retrying, S.Delivered, [Person, Proof]),

        (S.Unknown, S.Delivered, [Person, Proof]),
        (S.Unknown, S.Queued, [Person]),

        (S.Parked, S.Queued, [Person, Rule]),
        (S.Parked, S.Held, [Person]),
        (S.Parked, S.Discarded, [Person]),
        (S.Parked, S.Delivered, [Person, Proof]),

        (S.Discarded, S.Held, [Person]),
        (S.Duplicate, S.Held, [Person, Rule]),
    ];

    /// <summary>
    /// What the restore of a backup alone may do beside the table: whatever is not delivered by what the ledger knows becomes unknown, and
    /// what proves not to be delivered gets back to where it was.
    /// </summary>
    public static IReadOnlyList<(ComplaintState From, ComplaintState To)> ByRestore { get; } =
    [
        .. Enum.GetValues<ComplaintState>().Where(state => state is not (S.Delivered or S.Unknown)).Select(state => (state, S.Unknown)),
        (S.Unknown, S.Recorded),
        (S.Unknown, S.Held),
        (S.Unknown, S.Parked),
        (S.Unknown, S.Discarded),
        (S.Unknown, S.Duplicate),
    ];

    /// <summary>True when <paramref name="by"/> may move a complaint from one state to the other.</summary>
    public static bool Allows(ComplaintState from, ComplaintState to, ActorKind by) =>
        by == Restore ? ByRestore.Contains((from, to)) : Table.Any(move => move.From == from && move.To == to && move.By.Contains(by));

    /// <summary>States in which nothing is going to happen by itself.</summary>
    public static bool IsAtRest(ComplaintState state) =>
        state is S.Held or S.Delivered or S.Parked or S.Unknown or S.Discarded or S.Duplicate;
}
