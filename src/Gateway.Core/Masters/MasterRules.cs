using Gateway.Contracts;

namespace Gateway.Core.Masters;

/// <summary>What becomes of a list that was read whole. Pure.</summary>
public static class MasterRules
{
    /// <summary>Why a person must look before it takes the place of what is known; null when it may.</summary>
    /// <param name="known">The latest version; null for none.</param>
    /// <param name="read">What was read.</param>
    /// <param name="used">Codes that our settings name.</param>
    public static Reason? Doubt(MasterSet? known, IReadOnlyList<MasterEntry> read, IEnumerable<string> used)
    {
        if (known is null) return null;
        var vanished = MasterDifferences.Of(known.Entries, read).Vanished.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        // A centre that loses a tenth of its institutions in a day, or one we send to, is ill, or another one.
        return vanished.Count * 10 > known.Entries.Count || used.Any(vanished.Contains) ? new Reason("masters-shrunk", $"{known.Entries.Count} -> {read.Count}") : null;
    }
}
