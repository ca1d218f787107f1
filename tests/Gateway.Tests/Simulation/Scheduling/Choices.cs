namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// The choices that make one schedule: a list of small numbers taken one by one. A seed extends the list while a schedule is searched
/// for; without one it goes on with zeros, and zero always means the quietest thing, so a shorter list is a simpler schedule.
/// </summary>
internal sealed class Choices
{
    private readonly IReadOnlyList<int> given;
    private readonly List<int> used = [];
    private readonly bool extends;
    private ulong state;

    private Choices(IReadOnlyList<int> given, bool extends, ulong state) => (this.given, this.extends, this.state) = (given, extends, state);

    /// <summary>What was chosen so far; given again it is the same schedule.</summary>
    public IReadOnlyList<int> Used => used;

    public static Choices OfSeed(int seed) => new([], true, unchecked((ulong)seed * 0x9E3779B97F4A7C15UL + 0x632BE59BD9B4E019UL));

    public static Choices Of(IReadOnlyList<int> list) => new(list, false, 0);

    /// <summary>A number from 0 to <paramref name="bound"/>, which is excluded.</summary>
    public int Next(int bound)
    {
        var chosen = used.Count < given.Count ? given[used.Count] % bound : extends ? (int)(Random() % (ulong)bound) : 0;
        used.Add(chosen);
        return chosen;
    }

    /// <summary>True about <paramref name="percent"/> times in a hundred; never at zero.</summary>
    public bool Strikes(int percent) => Next(100) >= 100 - percent;

    public T Of<T>(IReadOnlyList<T> ways) => ways[Next(ways.Count)];

    // SplitMix64: the same on every machine.
    private ulong Random()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (z ^ (z >> 31)) >> 8;
    }
}
