using System.Collections.Immutable;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// An officer has typed the complaint into SP4N-LAPOR! and brings back its number: the way of an agency without access to the interface,
/// and of all when it is down. What is being sent, or may have arrived, is not delivered by hand.
/// </summary>
public sealed class DeliverByHand(MoveComplaint move, ILedger ledger, IDeliveryJournal journal, IIdentifiers identifiers, TimeProvider time)
{
    private static readonly ImmutableArray<ComplaintState> From = [ComplaintState.Held, ComplaintState.Queued, ComplaintState.Retrying, ComplaintState.Parked];

    /// <summary>Records the number; the complaint is delivered then.</summary>
    /// <param name="number">Tracking number as stored.</param>
    /// <param name="typed">The centre's number as the officer typed it.</param>
    /// <param name="officer">Who, and why if he says so.</param>
    /// <param name="readBack">Reads it at the centre first.</param>
    /// <param name="onWord">The person insists although what is read there bears no marker, or nothing is there.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be written. Whatever was done, the same again completes it.</exception>
    public async Task<OperationResult> ExecuteAsync(string number, string typed, Officer officer, ReadAtCentre readBack, bool onWord, CancellationToken ct)
    {
        if (!CentralNumber.TryRead(typed, out var id)) return new OperationResult(false, "bad-central-id", typed);
        if (await ledger.FindAsync(number, ct) is not { } row || !officer.MaySee(row)) return new OperationResult(false, "not-found", number);
        if (officer.Read is { } read && read != row.Version) return new OperationResult(false, "changed-since", number);
        // Before anything is written down: a line about what may be at the centre already would be taken for an answer to that.
        var isRecorded = row.State == ComplaintState.Delivered && row.CentralId == id;
        if (!isRecorded && !From.Contains(row.State)) return Refused(row);
        var reading = isRecorded ? null : await readBack.ReadAsync(row, id, ct);
        if (reading?.Refusal(number, id, onWord) is { } refusal) return refusal;
        // A restored ledger would not know that it was typed, and send it too. What is begun and not ended is in doubt then.
        var entry = new JournalEntry(time.GetUtcNow(), number, row.Destination, null, null)
        {
            Attempt = identifiers.NewId(),
            ByHand = true,
            InPlaceOf = await ledger.AncestorsAsync(number, ct),
        };
        await journal.AppendAsync(entry);
        var result = isRecorded ? Refused(row) : await move.ExecuteAsync(number, ComplaintState.Delivered, officer, "delivered-by-hand", wish => wish with { CentralId = id, Reasons = reading is null ? wish.Reasons : [.. wish.Reasons, reading.Reason] }, From, ct);
        var after = await ledger.FindAsync(number, ct);
        if (after is { State: ComplaintState.Delivered } && after.CentralId == id) await journal.AppendAsync(entry with { At = time.GetUtcNow(), Outcome = AttemptOutcome.Done, CentralId = id });
        else if (!await IsInDoubtAsync(number, after, ct)) await journal.AppendAsync(entry with { At = time.GetUtcNow(), Outcome = AttemptOutcome.NotSent });
        return result.Done && reading is not null ? result with { Reasons = [reading.Reason] } : result;
    }

    // A create that was begun meanwhile: nobody can say that nothing of it left.
    private async Task<bool> IsInDoubtAsync(string number, ComplaintRow? row, CancellationToken ct) =>
        row is null or { State: ComplaintState.Forwarding or ComplaintState.Unknown }
        || (await ledger.AttemptsAsync(number, ct)).Any(attempt => attempt is { Step: AttemptStep.Create, MayHaveArrived: true });

    private static OperationResult Refused(ComplaintRow row) => new(false, "not-allowed", row.Number) { From = row.State, To = ComplaintState.Delivered };
}
