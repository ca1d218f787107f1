using Gateway.Core.Ledger;

namespace Gateway.Core.Duplicates;

/// <summary>Whether somebody still works on a complaint, so that another of the same matter adds to it. What was closed may have broken anew.</summary>
internal static class InProcess
{
    /// <summary>On its way, waiting for a person, or delivered and not known to be closed.</summary>
    public static bool Is(ComplaintRow row) => row.State is not (ComplaintState.Discarded or ComplaintState.Duplicate) && !IsClosed(row);

    // Where the centre's status is read back it is asked here: a complaint the centre calls closed is no longer in process.
    private static bool IsClosed(ComplaintRow row) => false;
}
