using Gateway.Core.Destinations;
using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// What a test may look at without going through the seam.
internal sealed partial class SimulatedLedger
{
    public IReadOnlyCollection<ItemEntry> Entries => entries.Values;

    public IReadOnlyCollection<ItemRow> Items => items.Values;

    // The collection itself: it is looked through after each write.
    public Dictionary<string, ComplaintRow>.ValueCollection Complaints => complaints.Values;

    public IReadOnlyCollection<ArrivalRow> Arrivals => arrivals.Values;

    public IReadOnlyList<Lineage> Kin => lineage;

    public bool HasUnfinished
    {
        get
        {
            foreach (var arrival in arrivals.Values)
                if (!arrival.Done) return true;
            foreach (var round in rounds.Values)
                if (round.Closed is null) return true;
            return false;
        }
    }

    public bool HasRestless
    {
        get
        {
            foreach (var row in complaints.Values)
                if (!Moves.IsAtRest(row.State)) return true;
            return false;
        }
    }

    public IReadOnlyCollection<TaskRow> Tasks => tasks.Values;

    /// <summary>Tasks of which something is going to happen by itself.</summary>
    public IEnumerable<TaskRow> RestlessTasks => tasks.Values.Where(IsRestless);

    public bool HasRestlessTask
    {
        get
        {
            foreach (var task in tasks.Values)
                if (IsRestless(task)) return true;
            return false;
        }
    }

    public bool HasRunningTask
    {
        get
        {
            foreach (var task in tasks.Values)
                if (task.State == TaskState.Running) return true;
            return false;
        }
    }

    public DateTimeOffset? NextTaskDue
    {
        get
        {
            DateTimeOffset? next = null;
            foreach (var task in tasks.Values)
                if (IsRestless(task) && task.Due is { } due && (next is null || due < next)) next = due;
            return next;
        }
    }

    /// <summary>Whatever is not at rest waits for its next try.</summary>
    public bool HasOnlyRetries
    {
        get
        {
            var has = false;
            foreach (var row in complaints.Values)
            {
                if (Moves.IsAtRest(row.State)) continue;
                if (row.State != ComplaintState.Retrying) return false;
                has = true;
            }

            return has;
        }
    }

    public bool HasWishes
    {
        get
        {
            foreach (var row in complaints.Values)
                if (row.Wish is not null) return true;
            return false;
        }
    }

    public DateTimeOffset? NextDue
    {
        get
        {
            DateTimeOffset? next = null;
            foreach (var row in complaints.Values)
                if (row.State == ComplaintState.Retrying && (next is null || row.Due < next)) next = row.Due;
            return next;
        }
    }

    public DestinationRow? Destination(string key) => destinations.GetValueOrDefault(key);

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

    /// <summary>
    /// A create of it may be at the centre and nobody knows. A late answer with an id is no doubt: it proves the delivery in the next step, and
    /// until then no permit is given.
    /// </summary>
    public bool IsInDoubt(string number)
    {
        if (!attempts.TryGetValue(number, out var list)) return false;
        foreach (var attempt in list)
            if (IsDoubtful(attempt) && attempt.Outcome != AttemptOutcome.Done) return true;
        return false;
    }

    public IReadOnlyList<LedgerEvent> EventsOf(string number) => events.TryGetValue(number, out var list) ? list : [];

    private bool IsRestless(TaskRow task) =>
        task.State == TaskState.Running || (task.State is TaskState.Waiting or TaskState.Unknown && task.Due is not null && complaints[task.Number].State == ComplaintState.Delivered);

    /// <summary>A create that may be at the centre: open, ambiguous or done, and not settled.</summary>
    public static bool IsDoubtful(AttemptRow attempt) => attempt.Step == AttemptStep.Create && !IsClear(attempt);
}
