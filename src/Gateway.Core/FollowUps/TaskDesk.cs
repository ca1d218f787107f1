using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.FollowUps;

/// <summary>
/// Writes down what became of a task. What cannot be written is not kept: its lease dies, the task is in doubt, and the next look at the
/// centre finds what happened.
/// </summary>
internal sealed class TaskDesk(ILedger ledger, DestinationDesk destinations, IVault vault, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>A task claimed this often without an end is stopped: it takes the process down.</summary>
    public const int MostClaims = 5;

    /// <summary>After so many looks that settle nothing a person decides.</summary>
    public const int MostLooks = 10;

    private const string Actor = "tasks";

    private readonly ReturnDesk returns = new(ledger, identifiers, time);

    /// <summary>Records the outcome of a call.</summary>
    public async Task RecordAsync(TaskRow task, ComplaintRow complaint, Destination settings, AttemptRow attempt, CentralAnswer answer, AttemptOutcome outcome)
    {
        var now = time.GetUtcNow();
        var notBefore = DestinationDesk.NotBefore(answer, now);
        var isRefused = outcome == AttemptOutcome.Rejected && !AnswerTable.RowOf(answer).SpeaksOfOne;
        IReadOnlyList<string> returned = outcome != AttemptOutcome.Rejected || isRefused
            ? await destinations.TellAsync(settings.Key, task.Name, answer, outcome, notBefore, CancellationToken.None)
            : [];
        var oursToMend = returned.Count > 0;
        var end = new AttemptEnd
        {
            Id = attempt.Id,
            Number = task.Number,
            LeaseToken = task.LeaseToken!,
            At = now,
            Outcome = outcome,
            Status = answer.Status,
            Duration = answer.Duration,
            Excerpt = ExcerptSeal.Seal(vault, complaint.WrappedKey, answer.Excerpt),
            Counts = outcome != AttemptOutcome.Misconfigured && !oursToMend,
        };
        await MoveAsync(MoveFor(task, settings, answer, outcome, notBefore, oursToMend, now) with { Attempt = end });
        if (isRefused) await returns.AfterRefusalAsync(settings.Key, task.Name, answer.Status, returned, CancellationToken.None);
    }

    /// <summary>Records what a look at the centre said of a task in doubt.</summary>
    /// <param name="task">The task.</param>
    /// <param name="settings">Its destination.</param>
    /// <param name="look">What the look said.</param>
    /// <param name="isLongAgo">Whatever left has arrived by now, or never will.</param>
    /// <param name="answer">The answer the look rests on.</param>
    public async Task LookedAsync(TaskRow task, Destination settings, TaskLook look, bool isLongAgo, CentralAnswer answer)
    {
        var now = time.GetUtcNow();
        if (look == TaskLook.Unread)
        {
            await UnreadAsync(task, settings, answer);
            return;
        }

        await destinations.TellReadAsync(settings.Key, answer, CancellationToken.None);
        if (look == TaskLook.Found)
        {
            await FoundAsync(task, new Reason("task-found"));
            return;
        }

        if (look == TaskLook.Absent && isLongAgo)
        {
            await MoveAsync(Moving(task, TaskState.Waiting, new Reason("task-absent"), now) with { SettlesAbsent = true, Due = now });
            return;
        }

        await DoubtAsync(task, settings, new Reason("task-undecided"), now);
    }

    /// <summary>The complaint could not be read at the centre.</summary>
    public async Task UnreadAsync(TaskRow task, Destination settings, CentralAnswer answer)
    {
        var now = time.GetUtcNow();
        var outcome = AnswerTable.Classify(CentralCall.ReadOne, answer);
        // Readable, and yet without what was asked for: a matter of this complaint.
        if (outcome == AttemptOutcome.Done) outcome = AttemptOutcome.Rejected;
        var notBefore = DestinationDesk.NotBefore(answer, now);
        await destinations.TellReadAsync(settings.Key, answer, CancellationToken.None);
        var reason = new Reason("task-unread", Status(answer));
        if (task.DoubtSince is not null)
        {
            await DoubtAsync(task, settings, reason, now);
            return;
        }

        var due = outcome == AttemptOutcome.Rejected ? null : RetrySchedule.Next(settings, task.Looks + 1, now, notBefore, identifiers.Chance());
        await MoveAsync(Moving(task, due is null ? TaskState.Parked : TaskState.Waiting, reason, now) with { Due = due, IsLook = true, IsQuiet = due is not null });
    }

    /// <summary>The centre has it.</summary>
    public Task FoundAsync(TaskRow task, Reason reason) => MoveAsync(Moving(task, TaskState.Done, reason, time.GetUtcNow()) with { IsLook = task.DoubtSince is not null });

    /// <summary>It does not go on by itself: parked, or a person decides when it may be at the centre.</summary>
    public Task StopAsync(TaskRow task, Reason reason) =>
        MoveAsync(Moving(task, task.DoubtSince is null ? TaskState.Parked : TaskState.Unknown, reason, time.GetUtcNow()));

    private Task DoubtAsync(TaskRow task, Destination settings, Reason reason, DateTimeOffset now)
    {
        var due = task.Looks + 1 >= MostLooks ? null : RetrySchedule.Next(settings with { Attempts = int.MaxValue }, task.Looks + 1, now, null, identifiers.Chance());
        return MoveAsync(Moving(task, TaskState.Unknown, reason, now) with { Due = due, IsLook = true, IsQuiet = due is not null });
    }

    private TaskMove MoveFor(
        TaskRow task, Destination settings, CentralAnswer answer, AttemptOutcome outcome, DateTimeOffset? notBefore, bool oursToMend, DateTimeOffset now)
    {
        switch (outcome)
        {
            case AttemptOutcome.Done:
                return Moving(task, TaskState.Done, new Reason(task.Kind == TaskKind.HandOn ? "handed-on" : "follow-up-posted"), now);
            case AttemptOutcome.Rejected when !oursToMend:
                return Moving(task, TaskState.Parked, new Reason("task-refused", Status(answer)), now);
            case AttemptOutcome.Rejected or AttemptOutcome.Misconfigured:
                return Moving(task, TaskState.Waiting, new Reason("misconfigured", Status(answer)), now) with { Due = now };
            case AttemptOutcome.Unknown:
                return Moving(task, TaskState.Unknown, new Reason("task-in-doubt", Status(answer)), now) with
                {
                    Due = RetrySchedule.Next(settings with { Attempts = int.MaxValue }, 1, now, null, identifiers.Chance()),
                };
            default:
                var due = RetrySchedule.Next(settings, task.Attempts + 1, now, notBefore, identifiers.Chance());
                return due is null
                    ? Moving(task, TaskState.Parked, new Reason("task-used-up", $"{task.Attempts + 1}"), now)
                    : Moving(task, TaskState.Waiting, new Reason("unavailable", Status(answer)), now) with { Due = due, IsQuiet = true };
        }
    }

    private Task MoveAsync(TaskMove move) => ledger.MoveTaskAsync(move, CancellationToken.None);

    private TaskMove Moving(TaskRow task, TaskState to, Reason reason, DateTimeOffset now) => new()
    {
        Id = identifiers.NewId(),
        Task = task.Id,
        From = TaskState.Running,
        To = to,
        Version = task.Version,
        LeaseToken = task.LeaseToken,
        By = ActorKind.Worker,
        Actor = Actor,
        Reasons = [reason],
        At = now,
    };

    private static string Status(CentralAnswer answer) => answer.Status is { } status ? $"HTTP {status}" : "no answer";
}
