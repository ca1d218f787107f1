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

    /// <summary>BeginAsync looks at the lease alone, not at earlier creates.</summary>
    PermitIgnoresEarlierCreate = 256,

    /// <summary>An unknown outcome is tried again.</summary>
    UnknownIsTriedAgain = 512,

    /// <summary>Delivered, and the id of the centre is not kept.</summary>
    DeliveredWithoutId = 1024,

    /// <summary>A complaint moves, no event tells of it.</summary>
    MoveWithoutEvent = 2048,

    /// <summary>ClaimAsync takes what is not due yet, as if the broker retried on its own.</summary>
    ClaimBeforeDue = 4096,

    /// <summary>Nobody counts how many are under way, neither before a turn nor at the claim.</summary>
    ClaimBeyondLimit = 8192,

    /// <summary>A split leaves the whole where it was.</summary>
    SplitLetsBothStand = 16384,

    /// <summary>RegroupAsync takes the place of what has changed since it was read.</summary>
    RegroupWithoutVersion = 32768,

    /// <summary>An amendment replaces what came since it was read.</summary>
    AmendWithoutVersion = 65536,

    /// <summary>What a person wished meanwhile is forgotten when the attempt ends.</summary>
    ForgetsWish = 131072,

    /// <summary>The outcome of an item is not written, but its arrival is done.</summary>
    ForgetsItem = 262144,

    /// <summary>A follow-up is put to a complaint that was split meanwhile.</summary>
    FollowUpToTheReplaced = 524288,

    /// <summary>The words of a follow-up are not kept.</summary>
    ForgetsFollowUp = 1048576,

    /// <summary>Nobody is told which other complaint has the same central id.</summary>
    ForgetsSuspect = 2097152,

    /// <summary>Settling not delivered leaves the doubtful create as it was.</summary>
    SettlesNothing = 4194304,

    /// <summary>A dead lease leaves its attempts open.</summary>
    LeavesAttemptsOpen = 8388608,

    /// <summary>What was taken back from a join stands beside what it came from.</summary>
    UndoLetsBothStand = 16777216,

    /// <summary>A verdict counts although another node judges meanwhile.</summary>
    MoveWithoutDuty = 33554432,

    /// <summary>Recovery takes what another node works on.</summary>
    TakesOthersArrivals = 67108864,

    /// <summary>BeginAsync permits a task whatever may be at the centre already.</summary>
    TaskPermitInDoubt = 134217728,
}
