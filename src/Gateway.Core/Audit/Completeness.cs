using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Audit;

/// <summary>One channel on one day: what was seen, what became of it, what the source says, and every gap between them. Pure.</summary>
/// <param name="Tally">Sums of the ledger.</param>
/// <param name="Source">What the source said at the last look of that day; null for a channel that is not looked at.</param>
/// <param name="Breaks">Exports of that day that do not reach back to the last known line of their chat.</param>
public sealed record Completeness(DayTally Tally, SourceLook? Source, int Breaks)
{
    /// <summary>Items with an outcome.</summary>
    public long Items => Tally.Outcomes.Values.Sum();

    /// <summary>What does not add up; empty when everything seen is accounted for.</summary>
    public IReadOnlyList<Reason> Gaps => [.. Found()];

    private IEnumerable<Reason> Found()
    {
        if (Tally.Unfinished > 0) yield return new Reason("gap-unfinished", $"{Tally.Unfinished}");
        if (Source is { Behind: > 0 } behind) yield return new Reason("gap-behind-source", $"{behind.Behind}");
        if (Source is { Failed: > 0 } failed) yield return new Reason("gap-not-taken", $"{failed.Failed}");
        if (Breaks > 0) yield return new Reason("gap-in-chat", $"{Breaks}");
    }
}
