using Gateway.Contracts;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Forwarding: claims, leases and the retry clock.
public abstract partial class SqlLedger
{
    public Task<UnderWay> UnderWayAsync(string destination, CancellationToken ct) => ReadAsync(
        session => new UnderWay(session.ExecuteScalar<int>(Queries.Forwarding, new { destination }), session.ExecuteScalar<int>(Queries.RunningTasks, new { destination })), ct);

    public virtual Task<ComplaintRow?> ClaimAsync(ClaimRequest request, CancellationToken ct) => WriteAsync(
        session =>
        {
            if (session.ExecuteScalar<string?>("SELECT number FROM events WHERE id = @EventId", new { request.EventId }) is { } claimed)
                return Held(session, claimed, request.LeaseToken);
            if (Candidate(session, request) is not { } candidate || !Take(session, request, candidate)) return null;
            EventLog.Append(session, new LedgerEvent(
                request.EventId, candidate.Number, (int)candidate.Version + 1, request.Now, "moved", Words.To<ComplaintState>(candidate.State),
                ComplaintState.Forwarding, ActorKind.Worker, request.Actor, []));
            return Held(session, candidate.Number, request.LeaseToken);
        },
        ct);

    public Task<bool> RenewAsync(string number, string leaseToken, CancellationToken ct) => WriteAsync(
        session => session.Execute(
            "UPDATE complaints SET lease_beat = lease_beat + 1 WHERE number = @number AND state = 'forwarding' AND lease_token = @leaseToken",
            new { number, leaseToken }) == 1,
        ct);

    public Task<IReadOnlyList<ComplaintRow>> LeasesAsync(CancellationToken ct) =>
        ListComplaintsAsync(Queries.Leases, new { }, ct);

    public Task<ComplaintState?> ReapAsync(
        string eventId, string number, string leaseToken, int beat, DateTimeOffset at, string actor, CancellationToken ct) => WriteAsync<ComplaintState?>(
        session =>
        {
            var before = session.ExecuteScalar<string?>("SELECT to_state FROM events WHERE id = @eventId AND number = @number", new { eventId, number });
            if (before is not null) return Words.To<ComplaintState>(before);
            if (session.QuerySingleOrDefault<StoredComplaint>(
                    $"{StoredComplaint.Select} WHERE c.number = @number AND c.state = 'forwarding' AND c.lease_token = @leaseToken AND c.lease_beat = @beat",
                    new { number, leaseToken, beat }) is not { } dead)
                return null;

            var to = Attempts.IsInDoubt(session, number) ? ComplaintState.Unknown : ComplaintState.Queued;
            var move = new Move
            {
                Id = eventId,
                Number = number,
                From = ComplaintState.Forwarding,
                To = to,
                Version = (int)dead.Version,
                By = ActorKind.Worker,
                Actor = actor,
                Reasons = [new Reason("lease-lost")],
                At = at,
            };
            if (Transition.Apply(session, move, leaseToken) != MoveResult.Done) return null;
            Attempts.EndOpen(session, number, at);
            return to;
        },
        ct);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => ReadAsync(
        session => Instant.At(session.ExecuteScalar<long?>(Queries.NextDue)), ct);

    public async Task<int> RecountDueAsync(DateTimeOffset now, DateTimeOffset after, CancellationToken ct)
    {
        // Mostly there is none, and a node that only looks must not keep the writers waiting.
        var late = await ReadAsync(session => PutOff(session, now, Instant.Of(after)), ct);
        return late.Count == 0
            ? 0
            : await WriteAsync(
                session => late.Sum(row => session.Execute(
                    "UPDATE complaints SET due = @Due, ready_at = @Due WHERE number = @Number AND version = @Version AND state = 'retrying' AND due = @Was",
                    new { row.Number, row.Version, row.Was, Due = Instant.Of(row.Due) })),
                ct);
    }

    private static List<(string Number, long Version, long Was, DateTimeOffset Due)> PutOff(LedgerSession session, DateTimeOffset now, long after)
    {
        if (session.ExecuteScalar<long>("SELECT count(*) FROM nodes WHERE at > @after", new { after }) > 0) return [];
        return
        [
            .. from row in session.Query<(string Number, long Version, long Due, long From)>(Queries.PutOffLate, new { after })
               let due = RetrySchedule.Recounted(Instant.At(row.Due), Instant.At(row.From), now)
               where due is not null
               select (row.Number, row.Version, row.Due, due.Value),
        ];
    }

    /// <summary>The row wanted, or the one that waits longest among the queued and the due.</summary>
    private static StoredComplaint? Candidate(LedgerSession session, ClaimRequest request)
    {
        var arguments = new { destination = request.Destination, number = request.Number, now = Instant.Of(request.Now), limit = 1 };
        if (request.Number is not null) return session.QueryFirstOrDefault<StoredComplaint>(Queries.Claimable, arguments);

        var queued = session.QueryFirstOrDefault<StoredComplaint>(Queries.ClaimableQueued, arguments);
        var due = session.QueryFirstOrDefault<StoredComplaint>(Queries.ClaimableDue, arguments);
        return queued is null || due?.ReadyAt < queued.ReadyAt ? due : queued;
    }

    private static bool Take(LedgerSession session, ClaimRequest request, StoredComplaint candidate) => session.Execute(
        $"""
        UPDATE complaints SET
            state = 'forwarding', version = version + 1, claims = claims + 1, due = NULL, lease_token = @LeaseToken, lease_beat = 0,
            wish = NULL, wish_by = NULL
        WHERE number = @Number AND version = @Version AND state IN ('queued', 'retrying')
          AND ({Queries.Forwarding}) < @MaxForwarding
        """,
        new { candidate.Number, candidate.Version, request.LeaseToken, destination = request.Destination, request.MaxForwarding }) == 1;

    private static ComplaintRow? Held(LedgerSession session, string number, string leaseToken) =>
        session.QuerySingleOrDefault<StoredComplaint>(
            $"{StoredComplaint.Select} WHERE c.number = @number AND c.state = 'forwarding' AND c.lease_token = @leaseToken", new { number, leaseToken })?.ToRow();
}
