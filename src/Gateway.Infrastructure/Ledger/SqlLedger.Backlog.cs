using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// What waits at a destination and how fast it went lately.
public abstract partial class SqlLedger
{
    // By position, so that no index is kept for it: attempts are many and this is asked seldom.
    private const string Lately =
        """
        SELECT a.begun AS Begun, a.ended AS Ended, CASE WHEN a.step = 'create' AND a.outcome = 'done' THEN 1 ELSE 0 END AS Delivers
        FROM attempts a WHERE a.position > (SELECT coalesce(max(position), 0) - 1000 FROM attempts)
          AND a.destination = @destination AND a.step IN ('create', 'upload') AND a.ended >= @since
        ORDER BY a.position DESC LIMIT 200
        """;

    public Task<Backlog> BacklogAsync(string destination, DateTimeOffset now, DateTimeOffset since, CancellationToken ct) => ReadAsync(
        session =>
        {
            var arguments = new { destination, now = Instant.Of(now), since = Instant.Of(since) };
            var later = session.ExecuteScalar<int>(Queries.WaitingLater, arguments);
            return new Backlog(
                session.ExecuteScalar<int>(Queries.WaitingQueued, arguments) + session.ExecuteScalar<int>(Queries.WaitingDue, arguments),
                later,
                later == 0 ? null : Instant.At(session.ExecuteScalar<long?>(Queries.LastDue, arguments)),
                session.ExecuteScalar<int>(Queries.WaitingUrgent, arguments),
                [.. session.Query<(long Begun, long Ended, long Delivers)>(Lately, arguments).Select(call => new SentCall(Instant.At(call.Begun), Instant.At(call.Ended), call.Delivers != 0))]);
        },
        ct);
}
