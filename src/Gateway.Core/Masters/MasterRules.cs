using Gateway.Contracts;

namespace Gateway.Core.Masters;

/// <summary>What becomes of a list that was read whole. Pure.</summary>
public static class MasterRules
{
    /// <summary>Why a person must look before it takes the place of what is known; null when it may.</summary>
    /// <param name="known">The latest version; null for none.</param>
    /// <param name="read">What was read.</param>
    public static Reason? Doubt(MasterSet? known, IReadOnlyList<MasterEntry> read)
    {
        if (known is null) return null;
        // A centre that loses a tenth of its institutions in a day is ill, or another one. One of ours among fewer is told by the alarm.
        var vanished = MasterDifferences.Of(known.Entries, read).Vanished.Count;
        return vanished * 10 > known.Entries.Count ? new Reason("masters-shrunk", $"{known.Entries.Count} -> {read.Count}") : null;
    }
}
