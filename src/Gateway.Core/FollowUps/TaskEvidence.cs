using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.FollowUps;

/// <summary>
/// Looks whether the centre has what a task may have brought it: a follow-up by its marker among all there are, a hand-on by the
/// institution that has the complaint, or got it since by the log.
/// </summary>
internal sealed class TaskEvidence(ILedger ledger, ICentral central, FollowUpReader followUps, TaskWords words)
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
        var marked = entries.Where(entry => FollowUpText.Bears(entry.Content, marker)).ToList();
        var (said, isReadable) = await SaidAsync(task, ct);
        // Somebody may have written our marker under words of his own.
        if (marked.Count > 0) return (said is not null && marked.Exists(entry => CentreText.Holds(entry.Content!, said)) ? TaskLook.Found : TaskLook.Undecided, answer);
        // They may stand there with the marker of before a restore; unread they are not known again.
        if (!isReadable) return (TaskLook.Undecided, answer);
        if (said is null || task.Words is null) return (TaskLook.Absent, answer);
        var tasks = await ledger.TasksAsync(task.Number, ct);
        // Those done may have been posted by a version whose markers had no ending.
        var known = tasks.Select(FollowUpText.MarkerOf).Concat(tasks.Where(other => other.State == TaskState.Done && other.Id != task.Id).Select(other => TrackingNumber.Marker(other.Name))).ToList();
        return (entries.Any(entry => FollowUpText.IsForgotten(entry.Content, said, task.Number, known)) ? TaskLook.Found : TaskLook.Absent, answer);
    }

    // Of words that cannot be opened nothing is known.
    private async Task<(string? Said, bool IsReadable)> SaidAsync(TaskRow task, CancellationToken ct)
    {
        try
        {
            return (await words.SaidAsync(task, ct), true);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return (null, false);
        }
    }

    private async Task<(TaskLook, CentralAnswer)> ForDispositionAsync(TaskRow task, Destination destination, CancellationToken ct)
    {
        var (standing, answer) = await StandingAsync(task, destination, ct);
        if (standing is null) return (TaskLook.Unread, answer);
        if (standing.DispositionId == task.Origin) return (TaskLook.Found, answer);
        // Passed back since: it was handed on, and must not be again.
        if (Passed(standing, task.Origin, destination.ReadBack.Offset, await BegunAsync(task, ct)) is { } passed) return (passed, answer);
        // Somebody else may have passed it on since. Only where it lies as before did nothing happen.
        return (standing.DispositionId is not null && standing.DispositionId == task.HeldBy ? TaskLook.Absent : TaskLook.Undecided, answer);
    }

    private async Task<DateTimeOffset> BegunAsync(TaskRow task, CancellationToken ct) => (await ledger.AttemptsAsync(task.Number, ct))
        .Where(attempt => attempt.Task == task.Id && attempt is { Settled: false, Outcome: null or AttemptOutcome.Unknown or AttemptOutcome.Done })
        .Select(attempt => attempt.Begun)
        .DefaultIfEmpty(task.DoubtSince < task.Started ? task.DoubtSince.Value : task.Started)
        .Min();

    // The centre's clock may be another, and its zone is not known: what the log tells of about that time rules nothing out.
    internal static TaskLook? Passed(CentralStanding standing, string institution, TimeSpan offset, DateTimeOffset begun)
    {
        var times = standing.Log.Where(entry => entry.ToId == institution).Select(entry => CentralTime.Read(entry.When, offset)).ToList();
        if (times.Exists(time => time > begun.AddSeconds(-1))) return TaskLook.Found;
        return times.Exists(time => time is null || time > begun.AddDays(-1)) ? TaskLook.Undecided : null;
    }
}
