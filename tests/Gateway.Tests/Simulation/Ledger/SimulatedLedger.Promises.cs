using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// What a test may look at without going through the seam.
internal sealed partial class SimulatedLedger
{
    public IReadOnlyCollection<ItemEntry> Entries => entries.Values;

    public IReadOnlyCollection<ItemRow> Items => items.Values;

    public IReadOnlyCollection<ComplaintRow> Complaints => complaints.Values;

    public IReadOnlyCollection<ArrivalRow> Arrivals => arrivals.Values;

    public bool HasUnfinished => arrivals.Values.Any(arrival => !arrival.Done) || rounds.Values.Any(round => round.Closed is null);

    public bool HasWishes => complaints.Values.Any(row => row.Wish is not null);

    public bool HasUnpublished(DateTimeOffset now)
    {
        foreach (var row in complaints.Values)
            if (IsWaiting(row) && row.Published is null && IsDue(row, now)) return true;
        return false;
    }

    public bool Has(ComplaintState state)
    {
        foreach (var row in complaints.Values)
            if (row.State == state) return true;
        return false;
    }

    public ComplaintRow? Complaint(string number) => complaints.GetValueOrDefault(number);

    public IReadOnlyList<AttemptRow> AttemptsOf(string number) => attempts.TryGetValue(number, out var list) ? list : [];

    public IReadOnlyList<LedgerEvent> EventsOf(string number) => events.TryGetValue(number, out var list) ? list : [];

    /// <summary>A create that may be at the centre: open, ambiguous or done, and not settled.</summary>
    public static bool IsDoubtful(AttemptRow attempt) => attempt.Step == AttemptStep.Create && !IsClear(attempt);
}
