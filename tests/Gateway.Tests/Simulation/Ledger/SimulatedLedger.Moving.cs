using Gateway.Contracts;
using Gateway.Core.Ledger;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Simulation.Ledger;

// Moves and events. Every change of state in this ledger ends in Apply.
internal sealed partial class SimulatedLedger
{
    public Task<MoveResult> MoveAsync(Move move, CancellationToken ct) => Atomically(() =>
    {
        Demand(move);
        if (eventsById.ContainsKey(move.Id)) return MoveResult.Done;
        if (!complaints.TryGetValue(move.Number, out var row)) return MoveResult.Stale;
        if ((row.State != move.From || row.Version != move.Version) && !Breaks(LedgerFault.MoveWithoutVersion)) return MoveResult.Stale;
        if (move.Under is { } hold && duties[hold.Duty].Token != hold.Token && !Breaks(LedgerFault.MoveWithoutDuty)) return MoveResult.Stale;
        if (move is { From: S.Discarded, To: S.Held } && IsReplaced(row.Number, new HashSet<string>())) return MoveResult.Replaced;
        if (move.LinkTo is { } first && (move.To == S.Duplicate || move.Judgement is not null) && IsGone(first)) return MoveResult.Stale;
        if (move is { From: S.Duplicate, To: S.Held } && IsPosted(row.Number)) return MoveResult.Posted;
        if (IsIdTaken(row, move)) return MoveResult.IdTaken;
        if (move.Judgement is { } knew && IsOvertaken(knew)) return MoveResult.Stale;
        Apply(row, move);
        if (move.Judgement is { } judgement) judgements.Add((move.Number, judgement.Bands));
        return MoveResult.Done;
    });

    public Task<bool> WishAsync(LedgerEvent wished, CancellationToken ct) => Atomically(() =>
    {
        if (eventsById.ContainsKey(wished.Id)) return true;
        if (!complaints.TryGetValue(wished.Number, out var row) || row.State != S.Forwarding) return false;
        complaints[row.Number] = row with { Wish = wished.To, WishBy = wished.Actor };
        Append(wished);
        return true;
    });

    public Task<IReadOnlyList<ComplaintRow>> WishesAsync(CancellationToken ct) => Atomically<IReadOnlyList<ComplaintRow>>(() =>
        [.. complaints.Values
            .Where(row => row is { Wish: not null, State: S.Queued or S.Retrying or S.Parked })
            .OrderBy(row => row.Position)]);

    public Task AppendAsync(LedgerEvent happened, CancellationToken ct) => Atomically(() =>
    {
        if (!eventsById.ContainsKey(happened.Id)) Append(happened);
    });

    private static void Demand(Move move)
    {
        if (!Moves.Allows(move.From, move.To, move.By))
            throw new InvalidOperationException($"{move.By} may not move a complaint from {move.From} to {move.To}.");
    }

    private bool IsIdTaken(ComplaintRow row, Move move) =>
        move.CentralId is { } id
        && !Breaks(LedgerFault.CentralIdNotUnique)
        && complaints.Values.Any(other => other.CentralId == id && other.Destination == row.Destination && other.Number != row.Number);

    private void Apply(ComplaintRow row, Move move)
    {
        if (move.SettlesNotDelivered && !Breaks(LedgerFault.SettlesNothing)) Settle(row.Number);
        complaints[row.Number] = row with
        {
            State = move.To,
            Reasons = move.Reasons,
            Asked = move.To is S.Held or S.Discarded ? row.Asked : null,
            LeaseToken = null,
            LeaseBeat = 0,
            Published = null,
            Due = move.To == S.Retrying ? move.Due : null,
            CentralId = move.To == S.Delivered && !Breaks(LedgerFault.DeliveredWithoutId) ? move.CentralId : row.CentralId,
            LinkTo = move is { From: S.Duplicate, To: S.Held } ? row.LinkFound : move.By == ActorKind.Rule ? row.LinkTo ?? move.LinkTo : move.LinkTo ?? row.LinkTo,
            LinkFound = move.By == ActorKind.Rule ? move.LinkTo ?? row.LinkFound : row.LinkFound,
            Attempts = move.ResetsAttempts ? 0 : row.Attempts,
            Claims = move.ResetsAttempts ? 0 : row.Claims,
            Wish = KeepsWish(move) ? row.Wish : null,
            WishBy = KeepsWish(move) ? row.WishBy : null,
        };
        if (move is { By: ActorKind.Restore, From: S.Forwarding }) EndOpen(move.Number, move.At);
        if (move.To == S.Delivered) readDue[row.Number] = move.Due ?? move.At;
        if (!Breaks(LedgerFault.MoveWithoutEvent)) Append(LedgerEvent.Of(move));
        if (move is { From: S.Duplicate, To: S.Held }) DropTasksFor(move);
        if (move.To is not (S.Discarded or S.Duplicate)) return;
        GiveUpTasks(move);
        BringBackDuplicates(move);
        ParkTasksOf(move);
    }

    private void BringBackDuplicates(Move move)
    {
        foreach (var same in complaints.Values.Where(row => row.LinkTo == move.Number && row.State == S.Duplicate && !IsPosted(row.Number)).OrderBy(row => row.Position).ToList())
        {
            Apply(same, move with
            {
                Id = $"{move.Id}-{same.Number}",
                Number = same.Number,
                From = S.Duplicate,
                To = S.Held,
                Version = same.Version,
                By = ActorKind.Rule,
                Reasons = [new Reason("original-discarded", move.Number)],
                Due = null,
                LinkTo = null,
                SettlesNotDelivered = false,
                ResetsAttempts = false,
            });
        }
    }

    // What a person wished meanwhile waits for the end of the attempt; a delivery ends it.
    private bool KeepsWish(Move move) => !Breaks(LedgerFault.ForgetsWish) && move.To != S.Delivered && (move.By != ActorKind.Person || move.SettlesNotDelivered);

    // The sequence is the ledger's: a wish or a new owner may have come between the mover's look and its move under a lease.
    private void Append(LedgerEvent happened)
    {
        var row = complaints[happened.Number];
        var numbered = happened with { Sequence = row.Version + 1 };
        complaints[row.Number] = row with { Version = row.Version + 1 };
        events[row.Number].Add(numbered);
        eventsById[numbered.Id] = numbered;
    }

    private void Settle(string number)
    {
        var list = attempts[number];
        for (var i = 0; i < list.Count; i++)
            if (list[i] is { Step: AttemptStep.Create, Outcome: null or AttemptOutcome.Unknown or AttemptOutcome.Done }) list[i] = list[i] with { Settled = true };
    }
}
