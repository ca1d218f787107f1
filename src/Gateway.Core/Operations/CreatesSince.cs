using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>What lines of the delivery journal, read in order, say of the creates and hand-ons of each complaint.</summary>
public sealed class CreatesSince
{
    private readonly JournaledCreates creates = new();
    private readonly Dictionary<string, List<HandOnSince>> handOns = new(StringComparer.Ordinal);

    /// <summary>By tracking number.</summary>
    public IReadOnlyDictionary<string, CreateSince> ByNumber => creates.Numbers.Union(handOns.Keys).ToDictionary(number => number, Of, StringComparer.Ordinal);

    /// <summary>Reads the next line.</summary>
    public void Add(JournalEntry entry)
    {
        creates.Add(entry);
        if (entry.Institution is not { } institution) return;
        if (!handOns.TryGetValue(entry.Number, out var known)) handOns[entry.Number] = known = [];
        var begun = known.Find(handOn => handOn.Attempt == entry.Attempt) ?? new HandOnSince(institution, entry.At, entry.Attempt, IsDone: false);
        known.Remove(begun);
        if (entry.Outcome is null or AttemptOutcome.Unknown or AttemptOutcome.Done) known.Add(begun with { IsDone = entry.Outcome == AttemptOutcome.Done });
    }

    private CreateSince Of(string number)
    {
        var since = CreateSince.Of(number, creates.Of(number));
        return handOns.TryGetValue(number, out var known) ? since with { HandOns = known } : since;
    }
}
