namespace Gateway.Core.Forwarding;

/// <summary>Answers of a forwarder to a wake-up.</summary>
public enum ForwardVerdict
{
    /// <summary>The complaint was claimed and its attempt has a durable outcome: acknowledge.</summary>
    Forwarded,

    /// <summary>The row is not claimable now: acknowledge, the ledger knows when it is due.</summary>
    NotClaimable,

    /// <summary>The destination takes nothing for the moment: ask again later without acknowledging.</summary>
    NotYet,

    /// <summary>The ledger has no such number: dead letter and alarm.</summary>
    UnknownNumber,
}
