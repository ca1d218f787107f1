using Gateway.Core.Duplicates;

namespace Gateway.Core.Gates;

/// <summary>Complaints whose verdicts are on their way to the ledger together, because none of them tells what another tells.</summary>
internal sealed class JudgedTogether
{
    private readonly List<OpenedRow> rows = [];
    private readonly List<Task> moves = [];
    private readonly HashSet<long> bands = [];

    /// <summary>Numbers of those under way.</summary>
    public IReadOnlyList<string> Numbers => [.. rows.Select(row => row.Row.Number)];

    /// <summary>True when one under way tells the same, so that its verdict must be known first.</summary>
    public bool HasSameAs(OpenedRow opened) =>
        opened.Told is { } told && opened.Bands.Any(bands.Contains)
        && rows.Exists(row => row.Row.ContentKey.AsSpan().SequenceEqual(opened.Row.ContentKey) || (row.Bands.Intersect(opened.Bands).Any() && DuplicateSearch.IsSame(row.Told!, told)));

    public void Add(OpenedRow opened, Task move)
    {
        moves.Add(move);
        if (opened.Told is null) return;
        rows.Add(opened);
        bands.UnionWith(opened.Bands);
    }

    /// <summary>Waits until every verdict is in the ledger.</summary>
    public async Task FinishAsync()
    {
        await Task.WhenAll(moves);
        moves.Clear();
        rows.Clear();
        bands.Clear();
    }
}
