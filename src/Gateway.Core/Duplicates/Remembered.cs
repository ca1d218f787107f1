using System.Collections.Concurrent;

namespace Gateway.Core.Duplicates;

/// <summary>What was found out of words, so that it is found out once. Forgets all of them when they are many.</summary>
/// <param name="read">Finds it out; pure.</param>
internal sealed class Remembered<T>(Func<string, T> read)
    where T : class
{
    // Of the words of complaints these are the usual ones and many names; a few MiB.
    private const int Most = 8_192;

    private readonly ConcurrentDictionary<string, T> known = new(StringComparer.Ordinal);
    private int count;

    public T Of(ReadOnlySpan<char> word)
    {
        var byLetters = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (byLetters.TryGetValue(word, out var found)) return found;
        var name = word.ToString();
        found = read(name);
        if (Interlocked.Increment(ref count) > Most)
        {
            known.Clear();
            Interlocked.Exchange(ref count, 1);
        }

        return known.GetOrAdd(name, found);
    }
}
