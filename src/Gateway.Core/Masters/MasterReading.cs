using Gateway.Contracts;

namespace Gateway.Core.Masters;

/// <summary>A list being read page by page. It counts only when it is whole: what breaks off, repeats itself or says that it has more than it gave is nothing.</summary>
public sealed class MasterReading
{
    // Two hundred thousand institutions; whoever gives more is going round in circles.
    private const int MostPages = 200;

    private readonly Dictionary<string, MasterEntry> entries = new(StringComparer.Ordinal);

    /// <summary>The page to read next, from 1.</summary>
    public int Page { get; private set; } = 1;

    /// <summary>True when the last page was added.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The rows by id.</summary>
    public IReadOnlyList<MasterEntry> Entries => [.. entries.Values.OrderBy(entry => entry.Id.Length).ThenBy(entry => entry.Id, StringComparer.Ordinal)];

    /// <summary>Adds the next page.</summary>
    /// <returns>What is wrong with it, and so with the whole; null when nothing is.</returns>
    public Reason? Add(MasterPage page)
    {
        if (page.Answer.Status is not (>= 200 and < 300)) return new Reason("masters-unreachable", page.Answer.Status is { } status ? $"HTTP {status}" : page.Answer.Excerpt);
        if (page.Entries is not { } rows) return new Reason("masters-unreadable", page.Answer.Excerpt);
        if (page.Page is { } said && said != Page) return new Reason("masters-partial", $"{Page} <> {said}");
        foreach (var row in rows)
            if (!entries.TryAdd(row.Id, row)) return new Reason("masters-partial", $"id {row.Id}");
        if (entries.Count == 0) return new Reason("masters-empty");
        if (!page.HasNext)
        {
            if (page.Total > entries.Count) return new Reason("masters-partial", $"{entries.Count} < {page.Total}");
            IsWhole = true;
        }
        else if (rows.Count == 0 || Page == MostPages) return new Reason("masters-partial", $"{Page}");

        Page++;
        return null;
    }
}
