using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>Brings complaints and tasks back that were refused in a row with the same status: it was our settings, so they go again.</summary>
internal sealed class ReturnDesk(ILedger ledger, IIdentifiers identifiers, TimeProvider time)
{
    private const string Actor = "refused-in-a-row";

    /// <summary>After a refusal was written down: returns the earlier ones, or this one.</summary>
    /// <param name="destination">Key of the destination.</param>
    /// <param name="subject">Tracking number, or name of the task, that was refused.</param>
    /// <param name="status">HTTP status of the refusal.</param>
    /// <param name="returned">Earlier ones that the refusal returns.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task AfterRefusalAsync(string destination, string subject, int? status, IReadOnlyList<string> returned, CancellationToken ct)
    {
        foreach (var earlier in returned) await ReturnAsync(earlier, status, ct);
        // Several are under way together: the one that paused the destination may have looked for this one before it was parked.
        if (returned.Count == 0 && await ledger.DestinationAsync(destination, ct) is { } present && DestinationRules.Returns(present, subject))
            await ReturnAsync(subject, status, ct);
    }

    private async Task ReturnAsync(string subject, int? status, CancellationToken ct)
    {
        var why = new Reason("misconfigured", $"HTTP {status}");
        if (TaskRow.TryReadName(subject, out var number, out var ordinal)) await ReturnTaskAsync(number, ordinal, why, ct);
        else if (await ledger.FindAsync(subject, ct) is { State: ComplaintState.Parked } row) await ReturnComplaintAsync(row, why, ct);
    }

    // No attempt is burnt by a fault of ours.
    private Task ReturnComplaintAsync(ComplaintRow row, Reason why, CancellationToken ct) => ledger.MoveAsync(
        Move.Of(row, ComplaintState.Queued, identifiers.NewId(), ActorKind.Rule, Actor, [why], time.GetUtcNow()) with { ResetsAttempts = true }, ct);

    private async Task ReturnTaskAsync(string number, int ordinal, Reason why, CancellationToken ct)
    {
        if ((await ledger.TasksAsync(number, ct)).FirstOrDefault(task => task.Ordinal == ordinal) is not { State: TaskState.Parked } parked) return;
        var now = time.GetUtcNow();
        var move = TaskMove.Of(parked, TaskState.Waiting, identifiers.NewId(), ActorKind.Rule, Actor, [why], now) with { Due = now, ResetsAttempts = true };
        await ledger.MoveTaskAsync(move, ct);
    }
}
