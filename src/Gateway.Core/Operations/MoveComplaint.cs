using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// The common ground of every officer's act on a complaint: look, check the table, move. While an attempt runs the wish is written down
/// and applied when it ends without an id.
/// </summary>
public sealed class MoveComplaint(ILedger ledger, IIdentifiers identifiers, TimeProvider time)
{
    private const int Tries = 5;

    /// <summary>Moves a complaint.</summary>
    /// <param name="number">Tracking number as stored.</param>
    /// <param name="to">Wished state.</param>
    /// <param name="officer">Who and why.</param>
    /// <param name="code">Reason code of the event.</param>
    /// <param name="shape">Adds what this act needs to the move; null for nothing.</param>
    /// <param name="from">States from which this act is meant; null for all that the table allows.</param>
    /// <param name="ct">Stops the wait.</param>
    public Task<OperationResult> ExecuteAsync(
        string number, ComplaintState to, Officer officer, string code, Func<Move, Move>? shape, IReadOnlyList<ComplaintState>? from, CancellationToken ct) =>
        ExecuteAsync(number, to, officer, code, shape, from, null, ct);

    /// <summary>The same for an act that looks at what it moves.</summary>
    /// <param name="number">Tracking number as stored.</param>
    /// <param name="to">Wished state.</param>
    /// <param name="officer">Who and why.</param>
    /// <param name="code">Reason code of the event.</param>
    /// <param name="shape">Adds what this act needs to the move; null for nothing.</param>
    /// <param name="from">States from which this act is meant; null for all that the table allows.</param>
    /// <param name="refusal">Why the very row that would be moved must not be; null when nothing speaks against it.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<OperationResult> ExecuteAsync(
        string number, ComplaintState to, Officer officer, string code, Func<Move, Move>? shape, IReadOnlyList<ComplaintState>? from,
        Func<ComplaintRow, OperationResult?>? refusal, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await ledger.FindAsync(number, ct) is not { } row || !officer.MaySee(row)) return new OperationResult(false, "not-found", number);
            if (officer.Read is { } read && read != row.Version) return new OperationResult(false, "changed-since", number);
            if (row.State == ComplaintState.Forwarding && to is (ComplaintState.Held or ComplaintState.Discarded))
            {
                if (await ledger.WishAsync(Wished(row, to, officer, code), ct)) return new OperationResult(true, "wished", number);
                continue;
            }

            var wish = Move.Of(row, to, identifiers.NewId(), ActorKind.Person, officer.Name, officer.Because(code), time.GetUtcNow());
            var move = shape?.Invoke(wish) ?? wish;
            if (from?.Contains(row.State) == false || !Moves.Allows(row.State, to, move.By))
                return new OperationResult(false, "not-allowed", number) { From = row.State, To = to };
            if (refusal?.Invoke(row) is { } refused) return refused;
            switch (await ledger.MoveAsync(move, ct))
            {
                case MoveResult.Done: return OperationResult.Ok;
                case MoveResult.Replaced: return new OperationResult(false, "stands-elsewhere", number);
                case MoveResult.Posted: return new OperationResult(false, "posted-already", number);
                case MoveResult.IdTaken: return new OperationResult(false, "id-taken", number);
                default: continue;
            }
        }

        return new OperationResult(false, "changed-meanwhile", number);
    }

    private LedgerEvent Wished(ComplaintRow row, ComplaintState to, Officer officer, string code) =>
        new(identifiers.NewId(), row.Number, row.Version + 1, time.GetUtcNow(), "wished", row.State, to, ActorKind.Person, officer.Name, officer.Because(code));
}
