using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// Tasks of a restored ledger: what is not done by what it knows may have been done since, and what was handed on since comes back to its
/// complaint by the delivery journal.
/// </summary>
internal sealed class RestoreTasks(ILedger ledger, IIdentifiers identifiers, TimeProvider time, Officer officer)
{
    /// <summary>It is looked for at the centre before anything of it goes.</summary>
    public async Task DoubtAsync(CancellationToken ct)
    {
        foreach (var task in await ledger.TasksInAsync([TaskState.Waiting, TaskState.Running, TaskState.Parked, TaskState.Unknown], int.MaxValue, ct))
        {
            var now = time.GetUtcNow();
            var reasons = new[] { new Reason(RestoreLedger.Code, officer.Why) };
            var doubt = TaskMove.Of(task, TaskState.Unknown, identifiers.NewId(), ActorKind.Restore, officer.Name, reasons, now) with { Due = now };
            await ledger.MoveTaskAsync(doubt, ct);
        }
    }

    /// <summary>What was handed on stands as done, or in doubt; nothing of it goes again unseen.</summary>
    public async Task HandedOnAsync(IReadOnlyDictionary<string, CreateSince> since, CancellationToken ct)
    {
        foreach (var (number, known) in since.Where(pair => pair.Value.HandOns.Count > 0))
        {
            if (await ledger.FindAsync(number, ct) is not { State: ComplaintState.Delivered }) continue;
            var attempts = (await ledger.AttemptsAsync(number, ct)).Select(attempt => attempt.Id).ToHashSet(StringComparer.Ordinal);
            var open = (await ledger.TasksAsync(number, ct)).Where(task => task is { Kind: TaskKind.HandOn, State: TaskState.Unknown }).Select(task => task.Origin).ToHashSet(StringComparer.Ordinal);
            // One that the ledger knows itself, as done or as a task in doubt, is not a second one. Beside one in doubt, of the journal of another node,
            // none could be entered; so what is done comes first.
            foreach (var handOn in known.HandOns.Where(handOn => !attempts.Contains(handOn.Attempt) && !open.Contains(handOn.Institution)).OrderByDescending(handOn => handOn.IsDone))
                await StartAsync(number, handOn, ct);
        }
    }

    private async Task StartAsync(string number, HandOnSince handOn, CancellationToken ct)
    {
        var reason = new Reason(handOn.IsDone ? "handed-on-by-journal" : "task-in-doubt-by-journal", handOn.Institution);
        // Under a name of the attempt's, so that a second restore by the same journal finds it entered.
        var start = new TaskStart(
            $"journal-{handOn.Attempt}", number, TaskKind.HandOn, handOn.Institution, null, handOn.IsDone ? TaskState.Done : TaskState.Unknown, [reason], officer.Name, time.GetUtcNow())
        {
            DoubtSince = handOn.IsDone ? null : handOn.At,
        };
        await ledger.StartTaskAsync(start, ct);
    }
}
