using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.FollowUps;

/// <summary>
/// Looks whether the centre has what a task may have brought it: a follow-up by its marker among all there are, a hand-on by the
/// institution that has the complaint or once got it.
/// </summary>
internal sealed class TaskEvidence(ILedger ledger, ICentral central, FollowUpReader followUps)
{
    /// <summary>One look.</summary>
    /// <param name="task">The task, claimed.</param>
    /// <param name="destination">Its destination.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>What it says, and the answer it rests on.</returns>
    public Task<(TaskLook Look, CentralAnswer Answer)> LookAsync(TaskRow task, Destination destination, CancellationToken ct) =>
        task.Kind == TaskKind.FollowUp ? ForMarkerAsync(task, destination, ct) : ForDispositionAsync(task, destination, ct);

    /// <summary>Where the complaint of a hand-on stands now; null when that cannot be read.</summary>
    public async Task<(CentralStanding? Standing, CentralAnswer Answer)> StandingAsync(TaskRow task, Destination destination, CancellationToken ct)
    {
        var answer = await central.ReadAsync(destination, task.CentralId!, ct);
        return (AnswerTable.Classify(CentralCall.ReadOne, answer) == AttemptOutcome.Done ? answer.Standing : null, answer);
    }

    private async Task<(TaskLook, CentralAnswer)> ForMarkerAsync(TaskRow task, Destination destination, CancellationToken ct)
    {
        var marker = FollowUpText.MarkerOf(task);
        var (entries, answer) = await followUps.ReadAsync(destination, task.CentralId!, () => ledger.RenewTaskAsync(task.Id, task.LeaseToken!, ct), ct);
        if (entries is null) return (TaskLook.Unread, answer);
        return (entries.Any(entry => FollowUpText.Bears(entry.Content, marker)) ? TaskLook.Found : TaskLook.Absent, answer);
    }

    private async Task<(TaskLook, CentralAnswer)> ForDispositionAsync(TaskRow task, Destination destination, CancellationToken ct)
    {
        var (standing, answer) = await StandingAsync(task, destination, ct);
        if (standing is null) return (TaskLook.Unread, answer);
        if (standing.DispositionId == task.Origin) return (TaskLook.Found, answer);
        // Somebody else may have passed it on since. Only where it lies as before did nothing happen.
        return (standing.DispositionId is not null && standing.DispositionId == task.HeldBy ? TaskLook.Absent : TaskLook.Undecided, answer);
    }
}
