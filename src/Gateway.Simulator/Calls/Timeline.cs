using Gateway.Simulator.Book;
using Gateway.Simulator.Masters;

namespace Gateway.Simulator.Calls;

/// <summary>Derives how a complaint moved: received, handed on (then verified), followed up (then in process), given a status.</summary>
internal static class Timeline
{
    /// <summary>Oldest first; at least the step of its arrival.</summary>
    public static IReadOnlyList<TimelineStep> Of(
        StoredComplaint complaint, IReadOnlyList<StoredHandOn> handOns, IReadOnlyList<StoredFollowUp> followUps, IReadOnlyList<StoredStatus> statuses)
    {
        var arrived = new TimelineStep(
            complaint.At, CentralStatus.Unverified, Institutions.Find(JsonBody.Text(complaint.Fields, "disposition_id")));
        var steps = new List<TimelineStep> { arrived };
        foreach (var entry in handOns.Concat<BookEntry>(followUps).Concat(statuses).OrderBy(entry => entry.At))
            steps.Add(Move(steps[^1], entry));
        return steps;
    }

    private static TimelineStep Move(TimelineStep before, BookEntry entry) => entry switch
    {
        StoredHandOn handOn => before with { When = entry.At, Status = CentralStatus.Verified, At = Institutions.All.First(row => row.Id == handOn.Institution) },
        StoredStatus status => before with { When = entry.At, Status = CentralStatus.Of(status.Name) },
        _ => before with { When = entry.At, Status = CentralStatus.InProcess },
    };
}
