using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>Headers that follow each other and bear one date. A chat has many messages and few days, so what a date tells is judged once.</summary>
/// <param name="first">The first of them.</param>
internal sealed class DayRun(HeaderCandidate first)
{
    public HeaderCandidate First => first;

    /// <summary>There is such a day under at least one order.</summary>
    public bool IsDay { get; } = first.IsDay;

    public int Count { get; private set; } = 1;

    /// <summary>Takes one more header, if it bears the date.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryAdd(in HeaderCandidate next)
    {
        if (next.First != first.First || next.Second != first.Second || next.Year != first.Year) return false;
        Count++;
        return true;
    }
}
