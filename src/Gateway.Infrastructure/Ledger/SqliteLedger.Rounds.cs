using Dapper;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Rounds: what arrived together.
public sealed partial class SqliteLedger
{
    private const string SelectRound =
        "SELECT id AS Id, channel AS Channel, origin AS Origin, opened AS Opened, closed AS Closed, complaints AS Complaints FROM rounds";

    public Task OpenRoundAsync(RoundRow round, CancellationToken ct) => WriteAsync(
        connection =>
        {
            connection.Execute(
                """
                INSERT INTO rounds (id, channel, origin, opened, closed, complaints)
                VALUES (@Id, @Channel, @Origin, @Opened, @Closed, @Complaints)
                ON CONFLICT (id) DO NOTHING
                """,
                new { round.Id, round.Channel, round.Origin, Opened = Instant.Of(round.Opened), Closed = Instant.Of(round.Closed), round.Complaints });
        },
        ct);

    public Task CloseRoundAsync(string round, DateTimeOffset at, CancellationToken ct) => WriteAsync(
        connection =>
        {
            connection.Execute("UPDATE rounds SET closed = @at WHERE id = @round AND closed IS NULL", new { round, at = Instant.Of(at) });
        },
        ct);

    public Task<IReadOnlyList<RoundRow>> OpenRoundsAsync(CancellationToken ct) => ReadAsync<IReadOnlyList<RoundRow>>(
        connection =>
        [
            .. connection.Query<StoredRound>($"{SelectRound} WHERE closed IS NULL ORDER BY opened, id").Select(stored => stored.ToRow()),
        ],
        ct);

    public Task<RoundRow?> RoundAsync(string id, CancellationToken ct) => ReadAsync(
        connection => connection.QuerySingleOrDefault<StoredRound>($"{SelectRound} WHERE id = @id", new { id })?.ToRow(), ct);
}
