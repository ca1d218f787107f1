using Gateway.Contracts;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// Corrects the number of the centre under which a complaint counts as delivered, since somebody had mistyped it. Both numbers stay in its
/// history, and it stays delivered.
/// </summary>
public sealed class RenumberComplaint(ILedger ledger, IDeliveryJournal journal, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>Code of the reason that names the number it had.</summary>
    public const string From = "renumbered-from";

    /// <summary>Puts the right number in the place of the wrong one.</summary>
    /// <param name="number">Tracking number as stored.</param>
    /// <param name="typed">The right number of the centre as it was typed.</param>
    /// <param name="officer">Who, and why.</param>
    /// <param name="readBack">Reads it at the centre first.</param>
    /// <param name="onWord">The person insists although what is read there bears no marker, or nothing is there.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be written. Whatever was done, the same again completes it.</exception>
    public async Task<OperationResult> ExecuteAsync(string number, string typed, Officer officer, ReadAtCentre readBack, bool onWord, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(officer.Why)) return new OperationResult(false, "reason-missing", number);
        if (!CentralNumber.TryRead(typed, out var id)) return new OperationResult(false, "bad-central-id", typed);
        if (await ledger.FindAsync(number, ct) is not { } row || !officer.MaySee(row)) return new OperationResult(false, "not-found", number);
        if (officer.Read is { } read && read != row.Version) return new OperationResult(false, "changed-since", number);
        if (row is not { State: ComplaintState.Delivered, CentralId: { } was }) return new OperationResult(false, "renumber-only-delivered", number);
        if ((await ledger.TasksAsync(number, ct)).FirstOrDefault(task => task.State is TaskState.Running or TaskState.Unknown) is { } open)
            return new OperationResult(false, "renumber-task-open", open.Name);
        var reading = was == id ? null : await readBack.ReadAsync(row, id, ct);
        if (reading?.Refusal(number, id, onWord) is { } refusal) return refusal;
        // The one it has may be the centre's own answer; it does not give way to one that nobody could look at.
        if (!onWord && reading is { Verdict: ReadingVerdict.Unreachable or ReadingVerdict.NoContent }) return new OperationResult(false, "renumber-unread", reading.Detail ?? id);
        // A ledger that is restored from before the delivery would come back to the wrong number.
        var entry = new JournalEntry(time.GetUtcNow(), number, row.Destination, null, null)
        {
            Attempt = identifiers.NewId(),
            ByHand = true,
            InPlaceOf = await ledger.AncestorsAsync(number, ct),
        };
        await journal.AppendAsync(entry);
        var result = was == id ? MoveResult.Done : await ledger.RenumberAsync(Happened(row, was, id, officer, reading), was, id, ct);
        var bears = await ledger.FindAsync(number, ct) is { CentralId: { } now } ? now : was;
        await journal.AppendAsync(entry with { At = time.GetUtcNow(), Outcome = AttemptOutcome.Done, CentralId = bears });
        if (was == id) return new OperationResult(false, "renumber-same", id);
        return result switch
        {
            MoveResult.Done => new OperationResult(true, "renumbered", was) { Reasons = reading is null ? [] : [reading.Reason] },
            MoveResult.IdTaken => new OperationResult(false, "id-taken", number),
            _ => new OperationResult(false, "changed-meanwhile", number),
        };
    }

    private LedgerEvent Happened(ComplaintRow row, string was, string id, Officer officer, CentreReading? reading)
    {
        List<Reason> reasons = [new Reason(From, was), new Reason("renumbered-to", id), .. officer.Because("officer-says")];
        if (reading is not null) reasons.Add(reading.Reason);
        return new LedgerEvent(identifiers.NewId(), row.Number, row.Version + 1, time.GetUtcNow(), "renumbered", row.State, row.State, ActorKind.Person, officer.Name, reasons);
    }
}
