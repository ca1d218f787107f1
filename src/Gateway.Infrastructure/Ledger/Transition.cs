using System.Data.Common;
using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Changes of a complaint's row together with their event: one statement with its guard, one event with the next number.</summary>
internal static class Transition
{
    private const string HasDuty = " AND EXISTS (SELECT 1 FROM duties WHERE name = @Duty AND token = @Token)";
    private const string Stands = " AND EXISTS (SELECT 1 FROM complaints f WHERE f.number = @LinkTo AND f.state NOT IN ('discarded', 'duplicate'))";
    private const string Posts = "FROM tasks p WHERE p.origin = @Number AND p.kind = 'follow-up' AND (p.state IN ('running', 'unknown', 'done') OR p.doubt_since IS NOT NULL)";

    /// <summary>Appends an event that leaves the state as it is.</summary>
    /// <param name="happened">Makes the event from the state and the new version.</param>
    public static bool Note(LedgerSession session, string number, Func<ComplaintState, int, LedgerEvent> happened)
    {
        if (session.Execute("UPDATE complaints SET version = version + 1 WHERE number = @number", new { number }) == 0) return false;
        var row = session.QuerySingle<(string State, long Version)>("SELECT state, version FROM complaints WHERE number = @number", new { number });
        EventLog.Append(session, happened(Words.To<ComplaintState>(row.State), (int)row.Version));
        return true;
    }

    /// <summary>
    /// Applies a move. Under a lease it is the token that must match, and the version is what the row has: a wish may have come in
    /// between, and an answer of the centre must not be lost for that.
    /// </summary>
    public static MoveResult Apply(LedgerSession session, Move move, string? leaseToken)
    {
        if (EventLog.Has(session, move.Id, move.Number)) return MoveResult.Done;
        if (move is { From: ComplaintState.Discarded, To: ComplaintState.Held } && IsReplaced(session, move.Number)) return MoveResult.Replaced;
        if (move.Judgement is { } knew && NearBands.IsOvertaken(session, knew)) return MoveResult.Stale;
        var unchanged = $"state = @From AND {(leaseToken is null ? "version = @Version" : "lease_token = @leaseToken")}";
        if (move is { To: ComplaintState.Delivered, CentralId: { } id } && IsTaken(session, move, leaseToken, unchanged, id)) return MoveResult.IdTaken;
        // Of the gates too: whom they count it with must be no duplicate at that moment.
        var joins = move.LinkTo is not null && (move.To == ComplaintState.Duplicate || move.Judgement is not null);
        var isBack = move is { From: ComplaintState.Duplicate, To: ComplaintState.Held };
        if (isBack) session.Save("back");
        try
        {
            var moved = session.Execute(
                $"""
                UPDATE complaints SET
                    state = @To, version = version + 1, reasons = @Reasons, due = @Due, ready_at = @Ready,
                    central_id = coalesce(@CentralId, central_id),
                    link_to = CASE WHEN @IsBack = 1 THEN link_found WHEN @IsJudged = 1 THEN coalesce(link_to, @LinkTo) ELSE coalesce(@LinkTo, link_to) END,
                    link_found = CASE WHEN @IsJudged = 1 THEN coalesce(@LinkTo, link_found) ELSE link_found END,
                    attempts = CASE WHEN @Resets = 1 THEN 0 ELSE attempts END, claims = CASE WHEN @Resets = 1 THEN 0 ELSE claims END,
                    lease_token = NULL, lease_beat = 0, published = NULL, read_due = CASE WHEN @To = 'delivered' THEN @ReadDue ELSE read_due END,
                    asked = CASE WHEN @To IN ('held', 'discarded') THEN asked END, wish = CASE WHEN @KeepsWish = 1 THEN wish END, wish_by = CASE WHEN @KeepsWish = 1 THEN wish_by END
                WHERE number = @Number AND {unchanged}{(move.Under is null ? "" : HasDuty)}{(joins ? Stands : "")}{(isBack ? $" AND NOT EXISTS (SELECT 1 {Posts})" : "")}
                """,
                new
                {
                    move.Number,
                    move.Version,
                    leaseToken,
                    move.Under?.Duty,
                    move.Under?.Token,
                    From = Words.Of(move.From),
                    To = Words.Of(move.To),
                    Reasons = Words.Of(move.Reasons),
                    Due = move.To == ComplaintState.Retrying ? Instant.Of(move.Due ?? move.At) : (long?)null,
                    Ready = Instant.Of(move.To == ComplaintState.Retrying ? move.Due ?? move.At : move.At),
                    ReadDue = Instant.Of(move.Due ?? move.At),
                    CentralId = move.To == ComplaintState.Delivered ? move.CentralId : null,
                    move.LinkTo,
                    // What the gates find is kept beside what a person says, and stands again when that is taken back.
                    IsBack = isBack,
                    IsJudged = move.By == ActorKind.Rule,
                    Resets = move.ResetsAttempts,
                    // What a person wished meanwhile waits for the end of the attempt; a delivery ends it.
                    KeepsWish = move.To != ComplaintState.Delivered && (move.By != ActorKind.Person || move.SettlesNotDelivered),
                });
            if (moved == 0) return isBack && session.ExecuteScalar<long>($"SELECT count(*) {Posts}", new { move.Number }) > 0 ? MoveResult.Posted : MoveResult.Stale;
        }
        catch (DbException fault) when (session.IsTaken(fault) && !session.EndsGroup(fault))
        {
            return MoveResult.IdTaken;
        }

        // A task that was claimed in this moment sends its words.
        if (isBack && !TaskChange.DropFor(session, move))
        {
            session.RollBackTo("back");
            return MoveResult.Stale;
        }

        if (isBack) session.Release("back");
        // Under a lease the version may have grown since the mover saw it.
        var version = leaseToken is null ? move.Version + 1 : session.ExecuteScalar<int>("SELECT version FROM complaints WHERE number = @Number", new { move.Number });
        EventLog.Append(session, LedgerEvent.Of(move) with { Sequence = version });
        if (move.Judgement is { } judgement) NearBands.Write(session, move.Number, judgement.Bands);
        if (move.SettlesNotDelivered) Settle(session, move);
        // Whoever had begun it lived on the disk that is gone.
        if (move is { By: ActorKind.Restore, From: ComplaintState.Forwarding }) Attempts.EndOpen(session, move.Number, move.At);
        if (move.To is ComplaintState.Discarded or ComplaintState.Duplicate) LeaveNothingBehind(session, move);
        return MoveResult.Done;
    }

    // What was the same as this one stands for itself again, and what was to be done about it waits for a person.
    private static void LeaveNothingBehind(LedgerSession session, Move move)
    {
        TaskChange.GiveUp(session, move);
        BringBackDuplicates(session, move);
        TaskChange.ParkOf(session, move);
    }

    private static void BringBackDuplicates(LedgerSession session, Move move)
    {
        foreach (var (number, version) in session.Query<(string Number, long Version)>(
            "SELECT number, version FROM complaints WHERE link_to = @Number AND state = 'duplicate' ORDER BY position", new { move.Number }).ToList())
        {
            var back = move with
            {
                Id = $"{move.Id}-{number}",
                Number = number,
                From = ComplaintState.Duplicate,
                To = ComplaintState.Held,
                Version = (int)version,
                By = ActorKind.Rule,
                Reasons = [new Reason("original-discarded", move.Number)],
                Due = null,
                LinkTo = null,
                SettlesNotDelivered = false,
                ResetsAttempts = false,
            };
            Apply(session, back, leaseToken: null);
        }
    }

    // Looked up, since not every server has the index that would refuse it.
    private static bool IsTaken(LedgerSession session, Move move, string? leaseToken, string unchanged, string id) => session.ExecuteScalar<long>(
        $"""
        SELECT count(*) FROM complaints
        WHERE central_id = @id AND number <> @Number
          AND destination = (SELECT destination FROM complaints WHERE number = @Number AND {unchanged})
        """,
        new { id, move.Number, move.Version, leaseToken, From = Words.Of(move.From) }) > 0;

    // The same matter must not stand twice: neither beside its parts nor beside what it is a part of, however far. What gave its place
    // back never stands again.
    private static bool IsReplaced(LedgerSession session, string number) =>
        session.ExecuteScalar<long>("SELECT count(*) FROM lineage WHERE child = @number AND undone = 1", new { number }) > 0
        || Kinship.Children(session, number).Concat(Kinship.Parents(session, number)).Any(kin => session.ExecuteScalar<long>(
            "SELECT count(*) FROM complaints WHERE number = @kin AND state <> 'discarded'", new { kin }) > 0);

    // Also one that was answered with an id which nobody could write down, when a person knows that the centre does not have it.
    private static void Settle(LedgerSession session, Move move) => session.Execute(
        """
        UPDATE attempts SET settled = 1, ended = coalesce(ended, @At), outcome = coalesce(outcome, 'unknown')
        WHERE number = @Number AND step = 'create' AND (outcome IS NULL OR outcome IN ('unknown', 'done'))
        """,
        new { move.Number, At = Instant.Of(move.At) });
}
