using Dapper;
using Gateway.Infrastructure.Ledger;

namespace Gateway.Tests.Journeys;

/// <summary>A ledger of many complaints that were each tried twice and delivered, written by three statements: six events and two calls of each.</summary>
internal static class MadeLog
{
    /// <summary>Lines of each complaint.</summary>
    public const int LinesEach = 8;

    // 10 January 2026, in microseconds; each complaint a second later.
    private const string Begun = "1768003200000000 + i * 1000000";

    private const string Why = """[{"code":"unavailable","detail":"503"}]""";

    private const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @complaints)";

    public static void Write(string ledger, int complaints)
    {
        using var connection = new SqliteConnections(new SqliteLedgerOptions { Path = ledger }).Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            $"""
            INSERT INTO items (id, channel, agency, item, source_key, occurrence, outcome, reasons, seen)
            VALUES ('item', 'dishub-form', 'dishub', '1', x'00', 0, 'complaint', '[]', 0);

            {Numbers}
            INSERT INTO complaints (number, item_id, state, version, reasons, channel, agency, destination, judul, isi, seen, content_key, wrapped_key, sealed, central_id, attempts, ready_at)
            SELECT printf('G%012d', i), 'item', 'delivered', 6, '[]', 'dishub-form', 'dishub', 'default', 'Lampu jalan mati', 'Lampu jalan mati.', {Begun}, x'00', x'00', x'00', 7000000 + i, 2, 0 FROM n;

            {Numbers}, story(sequence, from_state, to_state) AS (VALUES
                (1, NULL, 'recorded'), (2, 'recorded', 'queued'), (3, 'queued', 'forwarding'), (4, 'forwarding', 'retrying'), (5, 'retrying', 'forwarding'), (6, 'forwarding', 'delivered'))
            INSERT INTO events (id, number, sequence, at, kind, from_state, to_state, by_kind, actor, reasons)
            SELECT printf('e%d-%d', i, sequence), printf('G%012d', i), sequence, {Begun} + sequence * 1000, iif(sequence = 1, 'recorded', 'moved'), from_state, to_state, 'worker', 'relay',
                iif(sequence = 4, '{Why}', '[]')
            FROM n CROSS JOIN story ORDER BY i, sequence;

            {Numbers}, story(call, outcome, status, excerpt) AS (VALUES
                (1, 'unavailable', 503, 'Layanan sedang dalam pemeliharaan, silakan coba lagi beberapa saat lagi.'), (2, 'done', 200, '****'))
            INSERT INTO attempts (id, number, destination, step, lease_token, begun, ended, outcome, status, duration, request_hash, excerpt, actor, node, settings)
            SELECT printf('a%d-%d', i, call), printf('G%012d', i), 'default', 'create', 'lease', {Begun} + call * 2000 + 1500, {Begun} + call * 2000 + 1900, outcome, status, 400,
                'f3a9c1d2e4b5f6a7', excerpt, 'relay', 'gateway', 1
            FROM n CROSS JOIN story ORDER BY i, call;
            """,
            new { complaints }, transaction);
        transaction.Commit();
    }
}
