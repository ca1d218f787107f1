namespace Gateway.Core.Ledger;

/// <summary>What the ledger made of a <see cref="Move"/>.</summary>
public enum MoveResult
{
    /// <summary>Applied, now or by an earlier try with the same id.</summary>
    Done,

    /// <summary>The complaint is no longer as the mover saw it. Nothing changed.</summary>
    Stale,

    /// <summary>The central id already stands at another complaint of the destination. Nothing changed.</summary>
    IdTaken,

    /// <summary>Another complaint stands in its place after a split or a join; both at once would be the same matter twice. Nothing changed.</summary>
    Replaced,

    /// <summary>Its words are at the centre as a follow-up of another, or may be; held again they would go twice. Nothing changed.</summary>
    Posted,
}
