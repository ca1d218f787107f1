using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Intake: what is known already, and recording what is new. (Idempotent Receiver)
public abstract partial class SqlLedger
{
    public Task<IReadOnlyList<KnownItem>> KnownAsync(IReadOnlyList<byte[]> sourceKeys, CancellationToken ct) => LookUpAsync(
        sourceKeys,
        $"""
        SELECT {StoredKnown.Columns} FROM items i
        WHERE i.source_key = @key AND i.occurrence IS NOT NULL
        ORDER BY i.occurrence DESC, i.position DESC LIMIT 1
        """,
        key => new { key },
        ct);

    public Task<string?> ThreadAsync(IReadOnlyList<byte[]> threads, CancellationToken ct) => ReadAsync(
        session => threads
            .Select(thread => session.ExecuteScalar<string?>("SELECT number FROM threads WHERE thread = @thread", new { thread }))
            .FirstOrDefault(number => number is not null),
        ct);

    public Task<IReadOnlyList<KnownItem>> MarksUnderAsync(string channel, IReadOnlyList<byte[]> prefixes, int most, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<KnownItem>>(
            session =>
            {
                const string sql =
                    $"""
                    SELECT m.mark AS Mark, {StoredKnown.Columns} FROM marks m JOIN items i ON i.id = m.item
                    WHERE m.channel = @channel AND m.mark >= @from AND m.mark < @until ORDER BY m.mark LIMIT @most
                    """;
                return session.InOneView<KnownItem[]>(() =>
                    [.. prefixes.SelectMany(from => session.Query<StoredKnown>(sql, new { channel, from, until = Behind(from), most })).Select(stored => stored.ToKnown(stored.Mark!))]);
            },
            ct);

    public Task<ReporterEntry?> FindReporterAsync(IReadOnlyList<ReporterIndex> indexes, CancellationToken ct) => ReadAsync(
        session => indexes
            .Where(index => index.Identifies)
            .Select(index => Reporters.Owner(session, index))
            .OfType<string>()
            .Select(id => Reporters.Find(session, id))
            .FirstOrDefault(),
        ct);

    public Task<IReadOnlyList<RecordResult>> RecordAsync(
        ArrivalRow? arrival, IReadOnlyList<ItemEntry> entries, string? finish, CancellationToken ct) => WriteAsync<IReadOnlyList<RecordResult>>(
        session =>
        {
            if (arrival is not null) Recording.Keep(session, arrival);
            RecordResult[] results = [.. entries.Select(entry => Recording.Record(session, entry))];
            if (finish is not null && !results.Contains(RecordResult.Conflict))
                session.Execute("UPDATE arrivals SET done = 1 WHERE id = @finish", new { finish });
            return results;
        },
        ct);

    // Behind every mark that begins so: a mark has 32 bytes.
    private static byte[] Behind(byte[] prefix)
    {
        var behind = new byte[prefix.Length + 33];
        Array.Fill(behind, byte.MaxValue);
        prefix.CopyTo(behind, 0);
        return behind;
    }

    private Task<IReadOnlyList<KnownItem>> LookUpAsync(
        IReadOnlyList<byte[]> keys, string sql, Func<byte[], object> arguments, CancellationToken ct) => ReadAsync<IReadOnlyList<KnownItem>>(
        // One view for all keys: a view of its own for each would cost more than the look.
        session => session.InOneView<KnownItem[]>(() =>
            [.. keys.Select(key => session.QueryFirstOrDefault<StoredKnown>(sql, arguments(key))?.ToKnown(key)).OfType<KnownItem>()]),
        ct);
}
