namespace Gateway.Tests.Simulation.Ledger;

/// <summary>
/// Deliberate faults of a <see cref="SimulatedLedger"/>. Each breaks one promise, so that a test can show that the simulation would
/// notice if a real ledger did the same.
/// </summary>
[Flags]
internal enum LedgerFault
{
    None = 0,

    /// <summary>BeginAsync gives a send permit to whoever asks.</summary>
    PermitForEverybody = 1,

    /// <summary>CompleteAsync moves the complaint whether the lease holds or not.</summary>
    CompleteWithoutLease = 2,

    /// <summary>ReapAsync sends a complaint with an open create back to the queue.</summary>
    ReapsOpenCreateToQueued = 4,

    /// <summary>The same central id may stand at two complaints.</summary>
    CentralIdNotUnique = 8,

    /// <summary>ClaimAsync takes a named complaint in whatever state it is.</summary>
    ClaimWithoutState = 16,

    /// <summary>The same source key may be recorded twice.</summary>
    SourceKeyNotUnique = 32,

    /// <summary>MoveAsync applies a move whatever the complaint has become.</summary>
    MoveWithoutVersion = 64,

    /// <summary>An outcome is recorded, its complaint is not.</summary>
    RecordWithoutComplaint = 128,
}
