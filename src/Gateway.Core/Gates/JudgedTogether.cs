namespace Gateway.Core.Gates;

/// <summary>Complaints that are judged at once and share a commit, because none of them tells what another tells.</summary>
/// <param name="judge">Judges one; it gets the numbers of all, and tells whether the verdict counts.</param>
internal sealed class JudgedTogether(Func<OpenedRow, IReadOnlyList<string>, Task<bool>> judge)
{
    private readonly AlikeRows rows = new();
    private int judged;

    /// <summary>Adds one. Where another tells the same, all before it are judged first, so that it sees their verdicts.</summary>
    public async Task AddAsync(OpenedRow opened)
    {
        if (rows.HasSameAs(opened)) await FinishAsync();
        rows.Add(opened);
    }

    /// <summary>Judges those that wait, and returns when every verdict is in the ledger.</summary>
    /// <returns>How many verdicts counted since the first was added.</returns>
    public async Task<int> FinishAsync()
    {
        string[] numbers = [.. rows.All.Select(row => row.Row.Number)];
        judged += (await Task.WhenAll(rows.All.Select(row => judge(row, numbers)).ToList())).Count(counts => counts);
        rows.Clear();
        return judged;
    }
}
