using Dapper;
using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

// Forwarding: the send permit and the end of an attempt.
public sealed partial class SqliteLedger
{
    public Task<bool> BeginAsync(AttemptRow attempt, CancellationToken ct) => WriteAsync(
        connection => Attempts.Find(connection, attempt.Id) is null
            ? Attempts.Begin(connection, attempt)
            : Attempts.IsLive(connection, attempt),
        ct);

    public Task<AttemptEndResult> CompleteAsync(AttemptEnd end, CancellationToken ct)
    {
        if (end.Move is { } move)
        {
            Check(move);
            if (move.Number != end.Number || move.From != ComplaintState.Forwarding)
                throw new InvalidOperationException($"The end of attempt '{end.Id}' can only move '{end.Number}' out of forwarding.");
        }

        return WriteAsync(connection => Complete(connection, end), ct);
    }

    private static AttemptEndResult Complete(SqliteConnection connection, AttemptEnd end)
    {
        var attempt = Attempts.Find(connection, end.Id);
        if (attempt is null) return MoveOnly(connection, end);
        if (attempt.Number != end.Number) throw new InvalidOperationException($"Attempt '{end.Id}' is not one of '{end.Number}'.");
        if (attempt.Completion is { } before) return Words.To<AttemptEndResult>(before);

        var result = attempt.LeaseToken == end.LeaseToken && Holds(connection, end) ? AttemptEndResult.Done : AttemptEndResult.LeaseLost;
        if (result == AttemptEndResult.Done)
        {
            if (end.Move is { } move && Transition.Apply(connection, move, end.LeaseToken) == MoveResult.IdTaken) return AttemptEndResult.IdTaken;
            Count(connection, end);
            StoreUploads(connection, end);
        }

        Attempts.Complete(connection, end, result);
        if (end.Suspect is { } suspect) connection.Execute("UPDATE complaints SET suspect = 1 WHERE number = @suspect", new { suspect });
        return result;
    }

    // The commit of its begin was doubtful and failed: nothing was called, only the lease ends.
    private static AttemptEndResult MoveOnly(SqliteConnection connection, AttemptEnd end)
    {
        if (end.Move is not { } move || EventLog.Has(connection, move.Id, move.Number)) return AttemptEndResult.Done;
        if (!Holds(connection, end)) return AttemptEndResult.LeaseLost;
        return Transition.Apply(connection, move, end.LeaseToken) == MoveResult.IdTaken ? AttemptEndResult.IdTaken : AttemptEndResult.Done;
    }

    private static bool Holds(SqliteConnection connection, AttemptEnd end) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM complaints WHERE number = @Number AND state = 'forwarding' AND lease_token = @LeaseToken",
        new { end.Number, end.LeaseToken }) == 1;

    private static void Count(SqliteConnection connection, AttemptEnd end) => connection.Execute(
        "UPDATE complaints SET attempts = attempts + @Counts, claims = 0 WHERE number = @Number",
        new { end.Number, end.Counts });

    private static void StoreUploads(SqliteConnection connection, AttemptEnd end)
    {
        foreach (var (ordinal, uploadId) in end.Uploads)
            connection.Execute(
                "UPDATE sent_files SET upload_id = @uploadId WHERE number = @Number AND ordinal = @ordinal", new { end.Number, ordinal, uploadId });
    }
}
