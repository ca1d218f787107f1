namespace Gateway.Core.Ledger;

/// <summary>What the ledger made of an <see cref="AttemptEnd"/>.</summary>
public enum AttemptEndResult
{
    /// <summary>Attempt completed and complaint moved (now or by an earlier try with the same id).</summary>
    Done,

    /// <summary>Attempt completed, but the lease is gone and the complaint was not moved.</summary>
    LeaseLost,

    /// <summary>The central id stands at another complaint. Nothing changed.</summary>
    IdTaken,
}
