using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Nodes: who lives, and who does what for all. A clock of the database decides nothing here.
public abstract partial class SqlLedger
{
    public Task BeatAsync(string node, string name, DateTimeOffset at, CancellationToken ct) => WriteAsync(
        session =>
        {
            var arguments = new { node, name, at = Instant.Of(at) };
            if (session.Execute("UPDATE nodes SET beat = beat + 1, name = @name, at = @at WHERE id = @node", arguments) == 0)
                session.Execute("INSERT INTO nodes (id, name, beat, at) VALUES (@node, @name, 1, @at)", arguments);
        },
        ct);

    public Task<IReadOnlyList<NodeRow>> NodesAsync(CancellationToken ct) => ReadAsync<IReadOnlyList<NodeRow>>(
        session =>
        [
            .. session.Query<(string Id, string Name, long Beat, long At)>("SELECT id, name, beat, at FROM nodes ORDER BY id")
                .Select(node => new NodeRow(node.Id, node.Name, node.Beat, Instant.At(node.At))),
        ],
        ct);

    public Task<bool> RetireAsync(string node, long beat, CancellationToken ct) => WriteAsync(
        session => session.Execute("DELETE FROM nodes WHERE id = @node AND beat = @beat", new { node, beat }) == 1, ct);

    public async Task<long?> TakeDutyAsync(string duty, string node, DateTimeOffset at, CancellationToken ct)
    {
        // Mostly the answer is known, and a node that only asks must not keep the writers waiting.
        var (token, isOpen) = await ReadAsync(session => (TokenOf(session, duty, node), IsOpen(session, duty)), ct);
        return token is not null || !isOpen ? token : await WriteAsync(session => Take(session, duty, node, at), ct);
    }

    // Of nobody: the token stays, so that the next one gets a higher one.
    public Task LeaveDutyAsync(string duty, string node, CancellationToken ct) => WriteAsync(
        session => session.Execute("UPDATE duties SET node = '' WHERE name = @duty AND node = @node", new { duty, node }), ct);

    private static long? Take(LedgerSession session, string duty, string node, DateTimeOffset at)
    {
        var arguments = new { duty, node, at = Instant.Of(at) };
        var taken = session.Execute(
            """
            UPDATE duties SET node = @node, token = token + 1, since = @at
            WHERE name = @duty AND node <> @node AND node NOT IN (SELECT id FROM nodes) AND EXISTS (SELECT 1 FROM nodes WHERE id = @node)
            """,
            arguments);
        if (taken == 0)
            session.Execute(
                """
                INSERT INTO duties (name, node, token, since) SELECT @duty, @node, 1, @at
                WHERE NOT EXISTS (SELECT 1 FROM duties WHERE name = @duty) AND EXISTS (SELECT 1 FROM nodes WHERE id = @node)
                """,
                arguments);
        return TokenOf(session, duty, node);
    }

    private static long? TokenOf(LedgerSession session, string duty, string node) =>
        session.ExecuteScalar<long?>("SELECT token FROM duties WHERE name = @duty AND node = @node", new { duty, node });

    private static bool IsOpen(LedgerSession session, string duty) =>
        session.ExecuteScalar<long>("SELECT count(*) FROM duties WHERE name = @duty AND node IN (SELECT id FROM nodes)", new { duty }) == 0;
}
