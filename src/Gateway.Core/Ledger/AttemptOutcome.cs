namespace Gateway.Core.Ledger;

/// <summary>How an attempt ended.</summary>
public enum AttemptOutcome
{
    /// <summary>The effect happened and its id is known.</summary>
    Done,

    /// <summary>The centre refused this complaint for what it says.</summary>
    Rejected,

    /// <summary>The centre refused us: token, route or settings.</summary>
    Misconfigured,

    /// <summary>The centre definitely did not take it, for now.</summary>
    Unavailable,

    /// <summary>Nothing of the request left this machine.</summary>
    NotSent,

    /// <summary>It may or may not have happened.</summary>
    Unknown,
}
