using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Complaints: moving, wishing, noting.
public abstract partial class SqlLedger
{
    public Task<MoveResult> MoveAsync(Move move, CancellationToken ct)
    {
        Check(move);
        return WriteAsync(session => Transition.Apply(session, move, leaseToken: null), ct);
    }

    public Task<MoveResult> RegroupAsync(Regrouping regrouping, CancellationToken ct)
    {
        foreach (var move in regrouping.Moves) Check(move);
        return WriteAsync(
            session =>
            {
                if (EventLog.Has(session, regrouping.Moves[0].Id, regrouping.Moves[0].Number)) return MoveResult.Done;
                session.Save("regroup");
                var result = Regroup(session, regrouping);
                if (result != MoveResult.Done) session.RollBackTo("regroup");
                session.Release("regroup");
                return result;
            },
            ct);
    }

    public Task<MoveResult> ReviseAsync(ComplaintAmendment amendment, LedgerEvent happened, CancellationToken ct) => WriteAsync(
        session =>
            EventLog.Has(session, happened.Id, happened.Number)
            || Amending.Apply(session, amendment, (state, version) => happened with { Sequence = version, From = state, To = state })
                ? MoveResult.Done
                : MoveResult.Stale,
        ct);

    public Task<bool> WishAsync(LedgerEvent wished, CancellationToken ct) => WriteAsync(
        session =>
        {
            if (EventLog.Has(session, wished.Id, wished.Number)) return true;
            var stored = session.Execute(
                "UPDATE complaints SET wish = @To, wish_by = @Actor WHERE number = @Number AND state = 'forwarding'",
                new { wished.Number, wished.Actor, To = Words.Of(wished.To) });
            return stored == 1 && Transition.Note(session, wished.Number, (_, version) => wished with { Sequence = version });
        },
        ct);

    public Task AppendAsync(LedgerEvent happened, CancellationToken ct) => WriteAsync(
        session =>
        {
            if (EventLog.Has(session, happened.Id, happened.Number)) return;
            if (!Transition.Note(session, happened.Number, (_, version) => happened with { Sequence = version }))
                throw new InvalidOperationException($"The ledger has no complaint '{happened.Number}'.");
        },
        ct);

    // Those that go make room first: a complaint comes back only where nothing stands in its place any more.
    private static MoveResult Regroup(LedgerSession session, Regrouping regrouping)
    {
        foreach (var kin in regrouping.Undone)
        {
            if (session.Execute("UPDATE lineage SET undone = 1 WHERE parent = @Parent AND child = @Child AND undone = 0", new { kin.Parent, kin.Child }) == 0)
                return MoveResult.Stale;
        }

        foreach (var move in regrouping.Moves.OrderBy(move => move.To == ComplaintState.Held))
            if (Transition.Apply(session, move, leaseToken: null) is not MoveResult.Done and var refused) return refused;
        foreach (var heir in regrouping.Heirs) NewComplaint.Write(session, heir);
        return MoveResult.Done;
    }

    private static void Check(Move move)
    {
        if (!Moves.Allows(move.From, move.To, move.By))
            throw new InvalidOperationException($"The table of moves does not let a {Words.Of(move.By)} move '{move.Number}' from {Words.Of(move.From)} to {Words.Of(move.To)}.");
        if (move.To == ComplaintState.Forwarding)
            throw new InvalidOperationException($"'{move.Number}' gets to forwarding by a claim alone, since only a claim gives a lease.");
        if (move is { To: ComplaintState.Delivered, CentralId: null })
            throw new InvalidOperationException($"'{move.Number}' cannot be delivered without the centre's id.");
    }
}
