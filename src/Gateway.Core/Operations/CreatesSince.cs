using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>What lines of the delivery journal, read in order, say of the creates of each complaint.</summary>
public sealed class CreatesSince
{
    private readonly Dictionary<string, CreateSince> known = new(StringComparer.Ordinal);

    /// <summary>By tracking number.</summary>
    public IReadOnlyDictionary<string, CreateSince> ByNumber => known;

    /// <summary>Reads the next line.</summary>
    public void Add(JournalEntry entry)
    {
        // Of words that were posted as a follow-up it is their own complaint, not that which they follow, that must not go.
        var sent = entry.Origin ?? entry.Number;
        known[sent] = After(known.GetValueOrDefault(sent), entry.Outcome, entry.CentralId) with { FollowUpOf = entry.Origin is null ? null : entry.Number };
        // A restored ledger knows the whole again and not its parts: whether the parts went, a person must see.
        foreach (var whole in entry.InPlaceOf ?? []) known[whole] = new CreateSince(true, known.GetValueOrDefault(whole)?.CentralId);
    }

    // Begun leaves it in doubt until an end says what came of it. A number, once given, stays.
    private static CreateSince After(CreateSince? before, AttemptOutcome? outcome, string? centralId) => outcome switch
    {
        null => new CreateSince(true, before?.CentralId),
        AttemptOutcome.Done when centralId is not null => new CreateSince(false, centralId),
        AttemptOutcome.Done or AttemptOutcome.Unknown => new CreateSince(true, before?.CentralId),
        // Definitely refused or not sent; what an earlier one left in doubt was settled before this one was permitted.
        _ => new CreateSince(false, before?.CentralId),
    };
}
