using Gateway.Core.Ledger;

namespace Gateway.Core.Duplicates;

/// <summary>Whether somebody still works on a complaint, so that another of the same matter adds to it. What was closed may have broken anew.</summary>
internal static class InProcess
{
    /// <summary>On its way, waiting for a person, or delivered and not known to be closed.</summary>
    public static bool Is(ComplaintRow row) => row.State is not (ComplaintState.Discarded or ComplaintState.Duplicate) && !row.IsKnownClosed;
}
