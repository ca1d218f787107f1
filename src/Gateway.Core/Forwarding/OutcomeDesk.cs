using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Forwarding;

/// <summary>
/// Writes down how an attempt ended: destination, attempt and complaint. What cannot be written now is kept and written later; until
/// then the lease stands or is reaped to Unknown, never to another try.
/// </summary>
internal sealed class OutcomeDesk(ILedger ledger, DestinationDesk destinations, IVault vault, IIdentifiers identifiers, TimeProvider time, ILogger log)
{
    private const string Actor = "forwarder";
    private const int Tries = 3;

    private readonly ReturnDesk returns = new(ledger, identifiers, time);
    private readonly Queue<(AttemptEnd End, Destination? Settings)> unwritten = new();

    /// <summary>Writes what an earlier step could not.</summary>
    /// <exception cref="LedgerUnavailableException">Still not to be written.</exception>
    public async Task FlushAsync(CancellationToken ct)
    {
        while (Take() is var (end, settings))
        {
            try
            {
                await SettleAsync(end, settings, ct);
            }
            catch
            {
                // Whatever kept it from being written, shutdown too: a known id must not be forgotten.
                Keep(end, settings);
                throw;
            }
        }
    }

    /// <summary>Records the outcome of a create, or of an upload that did not succeed.</summary>
    public async Task RecordAsync(
        ComplaintRow row, Destination settings, AttemptRow attempt, CentralAnswer answer, AttemptOutcome outcome, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var notBefore = DestinationDesk.NotBefore(answer, now);
        var end = End(row, attempt, answer, outcome, now) with { Counts = outcome != AttemptOutcome.Misconfigured };
        try
        {
            var returned = await destinations.TellAsync(settings.Key, row.Number, answer, outcome, notBefore, ct);
            var oursToMend = returned.Count > 0;
            end = end with { Counts = end.Counts && !oursToMend, Move = MoveFor(row, settings, answer, outcome, notBefore, oursToMend, now) };
            await SettleAsync(end, settings, ct);
            if (outcome != AttemptOutcome.Rejected) return;
            await TryAsync(async () =>
            {
                await returns.AfterRefusalAsync(settings.Key, row.Number, answer.Status, returned, ct);
                return true;
            });
        }
        catch (LedgerUnavailableException)
        {
            Keep(end.Move is null ? end with { Move = MoveFor(row, settings, answer, outcome, notBefore, false, now) } : end, settings);
        }
    }

    /// <summary>Records a successful upload; false when the delivery must not go on.</summary>
    public async Task<bool> UploadedAsync(ComplaintRow row, AttemptRow attempt, CentralAnswer answer, IReadOnlyDictionary<int, string> ids, CancellationToken ct)
    {
        var end = End(row, attempt, answer, AttemptOutcome.Done, time.GetUtcNow()) with { Uploads = ids };
        try
        {
            return await TryAsync(() => ledger.CompleteAsync(end, ct)) == AttemptEndResult.Done;
        }
        catch (LedgerUnavailableException)
        {
            Keep(end, null);
            return false;
        }
    }

    /// <summary>
    /// Records a create that was refused because the centre does not know its files any more; true when the delivery goes on under the
    /// same lease. No attempt is burnt by it.
    /// </summary>
    public async Task<bool> FilesUnknownAsync(ComplaintRow row, AttemptRow attempt, CentralAnswer answer, CancellationToken ct)
    {
        var end = End(row, attempt, answer, AttemptOutcome.Rejected, time.GetUtcNow());
        try
        {
            return await TryAsync(() => ledger.CompleteAsync(end, ct)) == AttemptEndResult.Done;
        }
        catch (LedgerUnavailableException)
        {
            Keep(end with { Move = Moving(row, ComplaintState.Queued, [FilesUnknown(answer)], end.At) }, null);
            return false;
        }
    }

    /// <summary>Why a complaint waits after such a refusal.</summary>
    public static Reason FilesUnknown(CentralAnswer answer) => new(Uploads.Unknown, $"HTTP {answer.Status}");

    /// <summary>
    /// The delivery journal has a create that the ledger does not know, so nothing was sent: a person looks at the centre. All else at the
    /// destination waits too, until somebody has seen why.
    /// </summary>
    public async Task ForgottenAsync(ComplaintRow row, Destination settings, AttemptRow attempt, JournaledCreate forgotten, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        // Typed beside a send that had begun: that is no older ledger, and concerns this complaint alone.
        var isTyped = forgotten is { ByHand: true, Outcome: null };
        var sent = new Reason(isTyped ? SettleUnknown.TypedNotKept : "journal-ahead", forgotten.CentralId is { } id ? $"#{id}" : $"{Wita.Local(forgotten.At):yyyy-MM-dd HH:mm} WITA");
        var end = End(row, attempt, new CentralAnswer { Kind = CentralAnswerKind.NotSent }, AttemptOutcome.NotSent, now) with
        {
            Move = Moving(row, ComplaintState.Unknown, isTyped ? [sent] : [new Reason(RestoreLedger.Code), sent], now),
        };
        try
        {
            if (!isTyped) await destinations.ChangeAsync(settings.Key, present => present.State == DestinationState.Paused ? present : DestinationRules.Paused(present, new Reason(sent.Code, row.Number)), ct);
            await SettleAsync(end, settings, ct);
        }
        catch (LedgerUnavailableException)
        {
            Keep(end, settings);
        }
    }

    /// <summary>No permit was given: a create of this complaint is open or ambiguous, or the lease is gone. Nothing is sent.</summary>
    public async Task NoPermitAsync(ComplaintRow row, AttemptRow attempt, CancellationToken ct)
    {
        log.LogWarning("No permit to send {Number} ({Step}): its lease is gone or an earlier create is not settled", row.Number, attempt.Step);
        if (await ledger.FindAsync(row.Number, ct) is { State: ComplaintState.Forwarding } now && now.LeaseToken == row.LeaseToken)
            await ledger.ReapAsync(identifiers.NewId(), row.Number, row.LeaseToken!, now.LeaseBeat, time.GetUtcNow(), Actor, ct);
    }

    /// <summary>Puts a claimed complaint back that waits for its turn after another call. Files that were sent are there, and are not sent again.</summary>
    public async Task PutBackAsync(ComplaintRow row, Reason why, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        // The end of no attempt: only the move is made, under the lease.
        var end = new AttemptEnd
        {
            Id = identifiers.NewId(),
            Number = row.Number,
            LeaseToken = row.LeaseToken!,
            At = now,
            Outcome = AttemptOutcome.NotSent,
            Move = Moving(row, ComplaintState.Queued, [why], now),
        };
        await TryAsync(() => ledger.CompleteAsync(end, ct));
    }

    /// <summary>Parks a claimed complaint without an attempt.</summary>
    public async Task ParkAsync(ComplaintRow row, IReadOnlyList<Reason> reasons, CancellationToken ct) =>
        await ledger.MoveAsync(Moving(row, ComplaintState.Parked, reasons, time.GetUtcNow()), ct);

    private Move MoveFor(
        ComplaintRow row, Destination settings, CentralAnswer answer, AttemptOutcome outcome, DateTimeOffset? notBefore, bool oursToMend, DateTimeOffset now)
    {
        var status = answer.Status is { } code ? $"HTTP {code}" : null;
        switch (outcome)
        {
            case AttemptOutcome.Done:
                return Moving(row, ComplaintState.Delivered, [new Reason("delivered")], now) with { CentralId = answer.Id, Due = now + settings.ReadBack.FirstDay };
            case AttemptOutcome.Rejected when !oursToMend:
                return Moving(row, ComplaintState.Parked, [new Reason("refused-by-centre", status)], now);
            case AttemptOutcome.Rejected or AttemptOutcome.Misconfigured:
                return Moving(row, ComplaintState.Queued, [new Reason("misconfigured", status)], now);
            case AttemptOutcome.Unknown:
                return Moving(row, ComplaintState.Unknown, [new Reason("outcome-unknown", status ?? "no answer")], now);
            default:
                var due = RetrySchedule.Next(settings, row.Attempts + 1, now, notBefore, identifiers.Chance());
                return due is null
                    ? Moving(row, ComplaintState.Parked, [new Reason("attempts-used-up", $"{row.Attempts + 1}")], now)
                    : Moving(row, ComplaintState.Retrying, [new Reason("unavailable", status ?? "no answer")], now) with { Due = due };
        }
    }

    // The ledger fills in the version: a lease renewal or a wish may have raised it, and the lease token is the guard here.
    private Move Moving(ComplaintRow row, ComplaintState to, IReadOnlyList<Reason> reasons, DateTimeOffset now) =>
        Move.Of(row, to, identifiers.NewId(), ActorKind.Worker, Actor, reasons, now) with { From = ComplaintState.Forwarding };

    private AttemptEnd End(ComplaintRow row, AttemptRow attempt, CentralAnswer answer, AttemptOutcome outcome, DateTimeOffset now) => new()
    {
        Id = attempt.Id,
        Number = row.Number,
        LeaseToken = row.LeaseToken!,
        At = now,
        Outcome = outcome,
        Status = answer.Status,
        Duration = answer.Duration,
        Excerpt = ExcerptSeal.Seal(vault, row.WrappedKey, answer.Excerpt),
    };

    private async Task SettleAsync(AttemptEnd end, Destination? settings, CancellationToken ct)
    {
        var result = await TryAsync(() => ledger.CompleteAsync(end, ct));
        if (result == AttemptEndResult.IdTaken) result = await IdTakenAsync(end, settings!, ct);
        if (result == AttemptEndResult.LeaseLost && end is { Outcome: AttemptOutcome.Done, Move.CentralId: { } id }) await ProveAsync(end.Number, id, ct);
    }

    private async Task<AttemptEndResult> IdTakenAsync(AttemptEnd end, Destination settings, CancellationToken ct)
    {
        var other = await ledger.FindByCentralIdAsync(settings.Key, end.Move!.CentralId!, ct);
        log.LogError("The centre gave {Number} an id that {Other} has already. Both need a look: gateway unknown show {Number}", end.Number, other?.Number, end.Number);
        var unknown = end with
        {
            Outcome = AttemptOutcome.Unknown,
            Suspect = other?.Number,
            Move = end.Move with { Id = identifiers.NewId(), To = ComplaintState.Unknown, CentralId = null, Reasons = [new Reason("id-already-used", other?.Number)] },
        };
        return await TryAsync(() => ledger.CompleteAsync(unknown, ct));
    }

    // The answer came after the lease was taken away: the id proves the delivery.
    private async Task ProveAsync(string number, string centralId, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await ledger.FindAsync(number, ct) is not { } row || !Moves.Allows(row.State, ComplaintState.Delivered, ActorKind.Proof)) return;
            var proof = Moving(row, ComplaintState.Delivered, [new Reason("late-answer")], time.GetUtcNow()) with
            {
                From = row.State,
                By = ActorKind.Proof,
                CentralId = centralId,
            };
            if (await TryAsync(() => ledger.MoveAsync(proof, ct)) != MoveResult.Stale) return;
        }
    }

    private void Keep(AttemptEnd end, Destination? settings)
    {
        lock (unwritten) unwritten.Enqueue((end, settings));
    }

    private (AttemptEnd End, Destination? Settings)? Take()
    {
        lock (unwritten) return unwritten.TryDequeue(out var kept) ? kept : null;
    }

    private static async Task<T> TryAsync<T>(Func<Task<T>> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await write();
            }
            catch (LedgerUnavailableException) when (attempt < Tries)
            {
            }
        }
    }
}
