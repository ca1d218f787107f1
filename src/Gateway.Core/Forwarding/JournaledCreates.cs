using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>
/// What lines of a delivery journal, read in order, leave of each complaint that may be at the centre. What came to nothing is forgotten, so
/// that a long journal takes little room.
/// </summary>
public sealed class JournaledCreates
{
    private readonly Dictionary<string, List<JournaledCreate>> known = new(StringComparer.Ordinal);

    /// <summary>Tracking numbers of which any line spoke.</summary>
    public IReadOnlyCollection<string> Numbers => known.Keys;

    /// <summary>What may be at the centre of a complaint, or of what stands in its place, oldest first.</summary>
    public IReadOnlyList<JournaledCreate> Of(string number) => known.GetValueOrDefault(number) ?? [];

    /// <summary>Reads the next line.</summary>
    public void Add(JournalEntry line)
    {
        // Where a complaint was handed on to is nothing about whether it is there.
        if (line.Institution is not null) return;
        // Of words that were posted as a follow-up it is their own complaint, not that which they follow, that must not go.
        Note(line.Origin ?? line.Number, line);
        // A restored ledger knows the whole again and not its parts.
        foreach (var whole in line.InPlaceOf ?? []) Note(whole, line);
    }

    /// <summary>Leaves out what is known of a number.</summary>
    public void Forget(string number) => known.Remove(number);

    private void Note(string number, JournalEntry line)
    {
        if (!known.TryGetValue(number, out var open)) known[number] = open = [];
        if (line.Outcome is not { } outcome)
        {
            open.Add(JournaledCreate.Of(line));
            return;
        }

        // The last one: in older lines, which do not say whose end they are, a person's end comes straight after its begin.
        var own = open.FindLastIndex(create => create.IsEndedBy(line));
        // An id in an answer that proves nothing (409) may be that of another.
        var ended = (own < 0 ? JournaledCreate.Of(line) : open[own]) with { Outcome = outcome, CentralId = outcome == AttemptOutcome.Done ? line.CentralId : null };
        if (own >= 0) open.RemoveAt(own);
        switch (outcome)
        {
            // Nothing left by this one. What another left in doubt stays so.
            case AttemptOutcome.NotSent:
                break;
            case AttemptOutcome.Done or AttemptOutcome.Unknown:
                if (ended.CentralId is not null) open.RemoveAll(earlier => earlier.IsAlike(line) && earlier.CentralId is null);
                open.Add(ended);
                break;
            // Definitely refused; what an earlier one left in doubt was settled before this one was permitted. A number, once given, stays.
            default:
                open.RemoveAll(earlier => earlier.IsAlike(line) && !earlier.ByHand && earlier.CentralId is null);
                break;
        }
    }
}
