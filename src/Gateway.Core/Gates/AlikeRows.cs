using Gateway.Core.Duplicates;

namespace Gateway.Core.Gates;

/// <summary>Opened rows among which one that tells the same as another is found, without a comparison with each.</summary>
internal sealed class AlikeRows
{
    private readonly List<OpenedRow> rows = [];
    private readonly HashSet<long> bands = [];

    public IReadOnlyList<OpenedRow> All => rows;

    public void Add(OpenedRow opened)
    {
        rows.Add(opened);
        bands.UnionWith(opened.Bands);
    }

    public void Clear()
    {
        rows.Clear();
        bands.Clear();
    }

    /// <summary>True when one of them tells what this one tells.</summary>
    public bool HasSameAs(OpenedRow opened) => opened.Told is { } told && opened.Bands.Any(bands.Contains) && rows.Exists(row => IsSame(row, opened, told));

    private static bool IsSame(OpenedRow one, OpenedRow other, Told told) =>
        one.Row.ContentKey.AsSpan().SequenceEqual(other.Row.ContentKey)
        || (one.Told is { } before && one.Bands.Intersect(other.Bands).Any() && DuplicateSearch.IsSame(before, told));
}
