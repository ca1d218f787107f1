using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Forwarding: the send permit and the end of an attempt.
public abstract partial class SqlLedger
{
    public Task<bool> BeginAsync(AttemptRow attempt, CancellationToken ct) => WriteAsync(
        session => Attempts.Find(session, attempt.Id) is null
            ? Attempts.Begin(session, attempt)
            : Attempts.IsLive(session, attempt),
        ct);

    public Task<AttemptEndResult> CompleteAsync(AttemptEnd end, CancellationToken ct)
    {
        if (end.Move is { } move)
        {
            Check(move);
            if (move.Number != end.Number || move.From != ComplaintState.Forwarding)
                throw new InvalidOperationException($"The end of attempt '{end.Id}' can only move '{end.Number}' out of forwarding.");
        }

        return WriteAsync(session => Complete(session, end), ct);
    }

    private static AttemptEndResult Complete(LedgerSession session, AttemptEnd end)
    {
        var attempt = Attempts.Find(session, end.Id);
        if (attempt is null) return MoveOnly(session, end);
        if (attempt.Number != end.Number) throw new InvalidOperationException($"Attempt '{end.Id}' is not one of '{end.Number}'.");
        if (attempt.Completion is { } before) return Words.To<AttemptEndResult>(before);

        var result = attempt.LeaseToken == end.LeaseToken && Holds(session, end) ? AttemptEndResult.Done : AttemptEndResult.LeaseLost;
        if (result == AttemptEndResult.Done)
        {
            if (end.Move is { } move && Transition.Apply(session, move, end.LeaseToken) == MoveResult.IdTaken) return AttemptEndResult.IdTaken;
            Count(session, end);
            StoreUploads(session, end);
        }

        Attempts.Complete(session, end, result);
        if (end.Suspect is { } suspect) session.Execute("UPDATE complaints SET suspect = 1 WHERE number = @suspect", new { suspect });
        return result;
    }

    // The commit of its begin was doubtful and failed: nothing was called, only the lease ends.
    private static AttemptEndResult MoveOnly(LedgerSession session, AttemptEnd end)
    {
        if (end.Move is not { } move || EventLog.Has(session, move.Id, move.Number)) return AttemptEndResult.Done;
        if (!Holds(session, end)) return AttemptEndResult.LeaseLost;
        return Transition.Apply(session, move, end.LeaseToken) == MoveResult.IdTaken ? AttemptEndResult.IdTaken : AttemptEndResult.Done;
    }

    private static bool Holds(LedgerSession session, AttemptEnd end) => session.ExecuteScalar<long>(
        "SELECT count(*) FROM complaints WHERE number = @Number AND state = 'forwarding' AND lease_token = @LeaseToken",
        new { end.Number, end.LeaseToken }) == 1;

    private static void Count(LedgerSession session, AttemptEnd end) => session.Execute(
        "UPDATE complaints SET attempts = attempts + @Counts, claims = 0 WHERE number = @Number",
        new { end.Number, end.Counts });

    private static void StoreUploads(LedgerSession session, AttemptEnd end)
    {
        foreach (var (ordinal, uploadId) in end.Uploads)
            session.Execute(
                "UPDATE sent_files SET upload_id = @uploadId WHERE number = @Number AND ordinal = @ordinal", new { end.Number, ordinal, uploadId });
    }
}
