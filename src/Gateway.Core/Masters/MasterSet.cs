namespace Gateway.Core.Masters;

/// <summary>A list of a centre as it stood from a moment on; the next version is made when it differs.</summary>
/// <param name="Destination">Whose centre.</param>
/// <param name="List">Which list.</param>
/// <param name="Version">From 1.</param>
/// <param name="Taken">When it was read.</param>
/// <param name="Actor">Who took it: the worker, or a person who accepted what was held.</param>
/// <param name="Entries">Its rows by id; never empty.</param>
public sealed record MasterSet(string Destination, MasterList List, int Version, DateTimeOffset Taken, string Actor, IReadOnlyList<MasterEntry> Entries)
{
    /// <summary>The row of an id; null when there is none.</summary>
    public MasterEntry? Find(string id) => Entries.FirstOrDefault(entry => entry.Id == id);
}
