using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// A person decides about a complaint whose outcome is unknown: it is at the centre under an id, or it provably is not. The second is
/// refused until the settling time has passed, because the centre may still be storing it.
/// </summary>
public sealed class SettleUnknown(ILedger ledger, MoveComplaint move, IRegistrySource registry, TimeProvider time)
{
    /// <summary>Reason that an officer typed its number while it was being sent, which was not kept: at the centre it may stand in words of their own.</summary>
    public const string TypedNotKept = "typed-not-kept";

    private const string Absent = "settled-not-delivered";

    /// <summary>It is at the centre under this id.</summary>
    /// <param name="number">Tracking number as stored.</param>
    /// <param name="centralId">The centre's number as it was typed.</param>
    /// <param name="officer">Who, and why.</param>
    /// <param name="readBack">Reads it there first; null when a list of the centre tells.</param>
    /// <param name="onWord">The person insists although what is read there bears no marker, or nothing is there.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Its reasons say what was read.</returns>
    public async Task<OperationResult> DeliveredAsync(string number, string centralId, Officer officer, ReadAtCentre? readBack, bool onWord, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(officer.Why)) return new OperationResult(false, "reason-missing", number);
        if (!CentralNumber.TryRead(centralId, out var id)) return new OperationResult(false, "bad-central-id", centralId);
        if (await ledger.FindAsync(number, ct) is not { } row || !officer.MaySee(row)) return new OperationResult(false, "not-found", number);
        var reading = readBack is null || row.State != ComplaintState.Unknown ? null : await readBack.ReadAsync(row, id, ct);
        if (reading?.Refusal(number, id, onWord) is { } refusal) return refusal;
        var result = await move.ExecuteAsync(
            number, ComplaintState.Delivered, officer, "settled-delivered",
            wish => wish with { CentralId = id, Reasons = reading is null ? wish.Reasons : [.. wish.Reasons, reading.Reason] }, [ComplaintState.Unknown], ct);
        return result.Done && reading is not null ? result with { Reasons = [reading.Reason] } : result;
    }

    /// <summary>The moment from which it may be settled as not delivered.</summary>
    public async Task<DateTimeOffset> EarliestAsync(ComplaintRow row, CancellationToken ct)
    {
        var begun = (await ledger.AttemptsAsync(row.Number, ct)).Where(attempt => attempt.Step == AttemptStep.Create).Select(attempt => attempt.Begun)
            // Of what was sent between a backup and its restore no attempt is known; it is older than the restore.
            .Concat((await RestoreWindow.AllAsync(ledger, ct)).Select(window => window.Until)).DefaultIfEmpty().Max();
        return begun + (registry.Current.Destination(row.Destination)?.SafeSettleAfter ?? TimeSpan.FromHours(1));
    }

    /// <summary>It is not there, as the person just saw; it goes back to the queue.</summary>
    public Task<OperationResult> NotDeliveredAsync(string number, Officer officer, CancellationToken ct) => NotDeliveredAsync(number, officer, time.GetUtcNow(), ct);

    /// <summary>It was not there at a moment; it goes back to the queue, or to where it was before a restore made it unknown.</summary>
    /// <param name="number">Tracking number as stored.</param>
    /// <param name="officer">Who, and why.</param>
    /// <param name="looked">When the centre was looked at: what counts is how old the attempt was then.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<OperationResult> NotDeliveredAsync(string number, Officer officer, DateTimeOffset looked, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(officer.Why)) return new OperationResult(false, "reason-missing", number);
        if (await ledger.FindAsync(number, ct) is not { } row || !officer.MaySee(row)) return new OperationResult(false, "not-found", number);
        var restored = row.Reasons.Any(reason => reason.Code == RestoreLedger.Code) ? RestoreLedger.Before(await ledger.EventsAsync(number, ct)) : null;
        var earliest = await EarliestAsync(row, ct);
        if (looked < earliest) return new OperationResult(false, "too-early", $"{Wita.Local(Wita.NextMinute(earliest)):yyyy-MM-dd HH:mm} WITA");
        var to = restored?.From switch
        {
            null or ComplaintState.Forwarding or ComplaintState.Retrying => ComplaintState.Queued,
            { } before => before,
        };
        // What it was the same as may have gone nowhere meanwhile; behind that nobody would see it any more.
        var isLeft = to == ComplaintState.Duplicate && (row.LinkTo is not { } link || await ledger.FindAsync(link, ct) is null or { State: ComplaintState.Discarded or ComplaintState.Duplicate });
        if (isLeft) to = ComplaintState.Held;
        // Why it waited for a person: the next press of release must not be blind.
        var why = to is ComplaintState.Held or ComplaintState.Parked ? (await HeldReasons.OfAsync(ledger, number, restored!.Value.From, ct)).Where(reason => reason.Code != Absent) : [];
        // Its words may stand at the centre as a follow-up: whoever lets it go next must see that.
        List<Reason> posted = [.. row.Reasons.Where(reason => reason.Code == RestoreLedger.Posted)];
        if (posted.Count > 0 && to == ComplaintState.Queued) to = ComplaintState.Held;
        // Only as it was seen: somebody else may have settled it since, and a later create be in doubt that nobody looked for.
        var result = await move.ExecuteAsync(
            number, to, officer, Absent,
            wish => wish with
            {
                SettlesNotDelivered = true,
                Version = row.Version,
                By = to == ComplaintState.Queued ? ActorKind.Person : ActorKind.Restore,
                LinkTo = to == ComplaintState.Duplicate ? row.LinkTo : null,
                Reasons = [.. isLeft ? [new Reason("original-discarded", row.LinkTo)] : Array.Empty<Reason>(), .. wish.Reasons, .. posted, .. why],
            },
            [ComplaintState.Unknown], ct);
        return result.Done ? result with { To = to } : result;
    }
}
