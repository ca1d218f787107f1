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
        // A line of a hand-on has had its attempt from the first version on.
        if (entry is not { Institution: { } institution, Attempt: { } attempt }) return;
        if (!handOns.TryGetValue(entry.Number, out var known)) handOns[entry.Number] = known = [];
        var begun = known.Find(handOn => handOn.Attempt == attempt) ?? new HandOnSince(institution, entry.At, attempt, IsDone: false);
        known.Remove(begun);
        // Nothing of a complaint is handed on while an earlier one is in doubt, so that one was looked at and settled before.
        if (entry.Outcome == AttemptOutcome.Done) known.RemoveAll(earlier => !earlier.IsDone);
        if (entry.Outcome is null or AttemptOutcome.Unknown or AttemptOutcome.Done) known.Add(begun with { IsDone = entry.Outcome == AttemptOutcome.Done });
    }

    private CreateSince Of(string number)
    {
        var since = CreateSince.Of(number, creates.Of(number));
        return handOns.TryGetValue(number, out var known) ? since with { HandOns = known } : since;
    }
}
