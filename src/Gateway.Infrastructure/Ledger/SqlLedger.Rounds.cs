using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Rounds: what arrived together.
public abstract partial class SqlLedger
{
    private const string SelectRound =
        "SELECT id AS Id, channel AS Channel, origin AS Origin, opened AS Opened, closed AS Closed, complaints AS Complaints, node AS Node FROM rounds";

    public Task OpenRoundAsync(RoundRow round, CancellationToken ct) => WriteAsync(
        session =>
        {
            session.Execute(
                """
                INSERT INTO rounds (id, channel, origin, opened, closed, complaints, node)
                SELECT @Id, @Channel, @Origin, @Opened, @Closed, @Complaints, @Node WHERE NOT EXISTS (SELECT 1 FROM rounds WHERE id = @Id)
                """,
                new { round.Id, round.Channel, round.Origin, Opened = Instant.Of(round.Opened), Closed = Instant.Of(round.Closed), round.Complaints, round.Node });
        },
        ct);

    public Task CloseRoundAsync(string round, DateTimeOffset at, CancellationToken ct) => WriteAsync(
        session =>
        {
            session.Execute("UPDATE rounds SET closed = @at WHERE id = @round AND closed IS NULL", new { round, at = Instant.Of(at) });
        },
        ct);

    public Task<IReadOnlyList<RoundRow>> OpenRoundsAsync(string node, CancellationToken ct) => ReadAsync<IReadOnlyList<RoundRow>>(
        session =>
        [
            .. session.Query<StoredRound>(
                $"""
                {SelectRound} WHERE closed IS NULL AND {Queries.MayTake} AND NOT EXISTS (SELECT 1 FROM arrivals a WHERE a.done = 0 AND a.round = rounds.id)
                ORDER BY opened, id
                """,
                new { node }).Select(stored => stored.ToRow()),
        ],
        ct);

    public Task<RoundRow?> RoundAsync(string id, CancellationToken ct) => ReadAsync(
        session => session.QuerySingleOrDefault<StoredRound>($"{SelectRound} WHERE id = @id", new { id })?.ToRow(), ct);
}
