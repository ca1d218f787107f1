using Gateway.Contracts;

namespace Gateway.Core.Ledger;

/// <summary>
/// One wished change of state. The ledger applies it only if the complaint still is as the mover saw it, and writes the event in the
/// same transaction.
/// </summary>
public sealed record Move
{
    /// <summary>Id of the event, made by the caller, so that a retry after a lost answer recognises its own.</summary>
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required ComplaintState From { get; init; }

    public required ComplaintState To { get; init; }

    /// <summary>Version of the row the mover saw; the event gets this plus one as its sequence number.</summary>
    public required int Version { get; init; }

    public required ActorKind By { get; init; }

    /// <summary>Name of the person, rule or worker.</summary>
    public required string Actor { get; init; }

    /// <summary>Why. The first is the headline. They replace the reasons on the row.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>For a move to <see cref="ComplaintState.Retrying"/>: when it may be tried again. To <see cref="ComplaintState.Delivered"/>: when it is read back first; null at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>For a move to <see cref="ComplaintState.Delivered"/>: the centre's id.</summary>
    public string? CentralId { get; init; }

    /// <summary>
    /// An earlier complaint this one is linked to (same words, or same matter). Null leaves the link as it is, but a duplicate that comes back has
    /// again the one that the gates found. What the gates find does not write over what a person said before.
    /// </summary>
    public string? LinkTo { get; init; }

    /// <summary>For a move out of <see cref="ComplaintState.Unknown"/> to <see cref="ComplaintState.Queued"/>: the open and ambiguous creates are settled as not delivered.</summary>
    public bool SettlesNotDelivered { get; init; }

    /// <summary>The duty under which it is made: stale when another node got it since. Null when anybody may.</summary>
    public DutyHold? Under { get; init; }

    /// <summary>The retry counter starts again (replay of a parked complaint).</summary>
    public bool ResetsAttempts { get; init; }

    /// <summary>For a move by the gates: what they knew. Null for any other.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>Of a complaint as the mover saw it.</summary>
    public static Move Of(ComplaintRow seen, ComplaintState to, string id, ActorKind by, string actor, IReadOnlyList<Reason> reasons, DateTimeOffset at) => new()
    {
        Id = id,
        Number = seen.Number,
        From = seen.State,
        To = to,
        Version = seen.Version,
        By = by,
        Actor = actor,
        Reasons = reasons,
        At = at,
    };
}
