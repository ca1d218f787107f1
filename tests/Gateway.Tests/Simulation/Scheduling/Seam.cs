namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>Where a call leaves Core; decides what may go wrong with it.</summary>
internal enum Seam
{
    LedgerRead,
    LedgerWrite,

    /// <summary>Claim, renewal, permit, completion, reaping: writes on which a create depends.</summary>
    Lease,
    Payload,
    Publish,
    Acknowledge,
    TellSource,
    Journal,
    Create,
    Upload,

    /// <summary>Something is done about a complaint that is at the centre.</summary>
    Task,
    Read,
}
