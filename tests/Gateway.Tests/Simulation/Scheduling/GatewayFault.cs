namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// Deliberate faults of the gateway itself. Each is played where its call passes a seam of the simulation, so that the product needs no
/// switch for it.
/// </summary>
[Flags]
internal enum GatewayFault
{
    None = 0,

    /// <summary>The source is told before the receipt.</summary>
    TellsFirst = 1,

    /// <summary>A call that could not leave in time leaves all the same.</summary>
    NeverAbandons = 2,

    /// <summary>Calls the centre without asking for a permit.</summary>
    SkipsPermit = 4,

    /// <summary>Acknowledges a wake-up before anything is done about it.</summary>
    AcknowledgesFirst = 8,

    /// <summary>Measures leases and permits on the calendar.</summary>
    LeasesByCalendar = 16,

    /// <summary>Settles an unknown complaint whenever an officer asks.</summary>
    SettlesTooEarly = 32,

    /// <summary>Forwards although the destination is paused.</summary>
    IgnoresPause = 64,

    /// <summary>Probes the centre by a create.</summary>
    ProbesByCreate = 128,

    /// <summary>Tries for ever.</summary>
    NeverParksExhausted = 256,

    /// <summary>Claims without end what takes the forwarder down.</summary>
    ForgetsClaims = 512,

    /// <summary>Publishes more wake-ups than the window has room for.</summary>
    IgnoresWindow = 2048,

    /// <summary>Nobody finishes what a dead process left at the intake.</summary>
    NeverRecovers = 4096,

    /// <summary>Nobody takes dead leases away.</summary>
    NeverReaps = 8192,

    /// <summary>Nobody publishes lost wake-ups again.</summary>
    NeverSweeps = 16384,

    /// <summary>Does not look what is known of an item.</summary>
    ForgetsKnownItems = 32768,

    /// <summary>The HTTP client sends a create again that got no answer.</summary>
    RetriesInsideACall = 65536,

    /// <summary>Sends without the files.</summary>
    SendsWithoutFiles = 131072,

    /// <summary>Judges whoever has the duty.</summary>
    JudgesWithoutDuty = 262144,

    /// <summary>A restored ledger goes on as if nothing had been since its backup.</summary>
    RestoresUnmarked = 524288,

    /// <summary>The delivery journal is told what a create came to, not that it begins.</summary>
    JournalsOnlyEnds = 1048576,

    /// <summary>What comes in again after a restore is new.</summary>
    ForgetsRestore = 2097152,

    /// <summary>Does something about a complaint at the centre without asking for a permit.</summary>
    SkipsTaskPermit = 4194304,

    /// <summary>A task in doubt goes again without a look at the centre.</summary>
    RepeatsDoubtfulTask = 8388608,
}
