using System.Collections.Concurrent;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Rows of a newer version, which a list leaves out: counted by what was not known, and told once.</summary>
public sealed class Strangers
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Something was met for the first time.</summary>
    public event Action<string>? Met;

    /// <summary>How often rows were left out, by what was not known.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>The rows that this version knows.</summary>
    internal IReadOnlyList<TRow> Known<TStored, TRow>(IEnumerable<TStored> stored, Func<TStored, TRow> read)
        where TRow : class
    {
        var known = new List<TRow>();
        foreach (var row in stored)
            if (Know(row, read) is { } understood) known.Add(understood);
        return known;
    }

    /// <summary>The row if this version knows it.</summary>
    internal TRow? Know<TStored, TRow>(TStored stored, Func<TStored, TRow> read)
        where TRow : class
    {
        try
        {
            return read(stored);
        }
        catch (NewerRowException newer)
        {
            if (counts.AddOrUpdate(newer.Message, 1, (_, count) => count + 1) == 1) Met?.Invoke(newer.Message);
            return null;
        }
    }
}
