using Gateway.Core.Duplicates;

namespace Gateway.Core.Gates;

/// <summary>Complaints that are judged at once and share a commit, because none of them tells what another tells.</summary>
/// <param name="judge">Judges one; it gets the numbers of all, and tells whether the verdict counts.</param>
internal sealed class JudgedTogether(Func<OpenedRow, IReadOnlyList<string>, Task<bool>> judge)
{
    private readonly List<OpenedRow> rows = [];
    private readonly HashSet<long> bands = [];
    private int judged;

    /// <summary>Adds one. Where another tells the same, all before it are judged first, so that it sees their verdicts.</summary>
    public async Task AddAsync(OpenedRow opened)
    {
        if (HasSameAs(opened)) await FinishAsync();
        rows.Add(opened);
        bands.UnionWith(opened.Bands);
    }

    /// <summary>Judges those that wait, and returns when every verdict is in the ledger.</summary>
    /// <returns>How many verdicts counted since the first was added.</returns>
    public async Task<int> FinishAsync()
    {
        string[] numbers = [.. rows.Select(row => row.Row.Number)];
        judged += (await Task.WhenAll(rows.Select(row => judge(row, numbers)).ToList())).Count(counts => counts);
        rows.Clear();
        bands.Clear();
        return judged;
    }

    private bool HasSameAs(OpenedRow opened) => opened.Told is { } told && opened.Bands.Any(bands.Contains) && rows.Exists(row => IsSame(row, opened, told));

    private static bool IsSame(OpenedRow one, OpenedRow other, Told told) =>
        one.Row.ContentKey.AsSpan().SequenceEqual(other.Row.ContentKey)
        || (one.Told is { } before && one.Bands.Intersect(other.Bands).Any() && DuplicateSearch.IsSame(before, told));
}
