namespace Gateway.Core.Masters;

/// <summary>What differs between two versions of a list. Pure.</summary>
/// <param name="Added">Rows that are new.</param>
/// <param name="Vanished">Rows that are gone.</param>
/// <param name="Changed">Rows with another name or text, before and after.</param>
public sealed record MasterDifferences(IReadOnlyList<MasterEntry> Added, IReadOnlyList<MasterEntry> Vanished, IReadOnlyList<(MasterEntry Before, MasterEntry After)> Changed)
{
    /// <summary>True when both are the same.</summary>
    public bool IsNone => Added.Count + Vanished.Count + Changed.Count == 0;

    /// <param name="before">The earlier rows; empty when there was no earlier version.</param>
    /// <param name="after">The later rows.</param>
    public static MasterDifferences Of(IReadOnlyList<MasterEntry> before, IReadOnlyList<MasterEntry> after)
    {
        var (old, now) = (before.ToDictionary(entry => entry.Id), after.ToDictionary(entry => entry.Id));
        return new MasterDifferences(
            [.. after.Where(entry => !old.ContainsKey(entry.Id))],
            [.. before.Where(entry => !now.ContainsKey(entry.Id))],
            [.. after.Where(entry => old.TryGetValue(entry.Id, out var was) && was != entry).Select(entry => (old[entry.Id], entry))]);
    }
}
