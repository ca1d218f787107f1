using Gateway.Infrastructure.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Benchmarks;

/// <summary>Fills a ledger with judged complaints as fast as SQLite takes rows; the values in their order, as an index likes them.</summary>
internal static class NearFilling
{
    public static string NumberOf(int i) => $"G{i:D12}";

    public static void Fill(SqliteLedgerOptions options, int complaints, Func<int, IReadOnlyList<long>> bandsOf)
    {
        var bands = new List<(long Band, int Judged)>(complaints * 16);
        using var connection = new SqliteConnections(options).Open();
        Run(connection, "PRAGMA synchronous=OFF");
        Run(connection, "INSERT INTO items (id, channel, agency, item, source_key, occurrence, outcome, reasons, seen) VALUES ('item', 'c', 'a', '1', x'00', 0, 'complaint', '[]', 0)");
        using (var transaction = connection.BeginTransaction())
        {
            using var complaint = Command(
                connection, transaction,
                """
                INSERT INTO complaints (number, item_id, state, version, reasons, channel, agency, destination, judul, isi, seen, content_key, wrapped_key, sealed, ready_at)
                VALUES ($number, 'item', 'queued', 2, '[]', 'c', 'a', 'default', 'judul', 'isi', 1000, $key, x'00', zeroblob(600), 0)
                """, "$number", "$key");
            using var judgement = Command(connection, transaction, "INSERT INTO judgements (judged, number) VALUES ($judged, $number)", "$judged", "$number");
            for (var i = 0; i < complaints; i++)
            {
                Run(complaint, NumberOf(i), BitConverter.GetBytes(i));
                Run(judgement, i + 1, NumberOf(i));
                foreach (var band in bandsOf(i)) bands.Add((band, i + 1));
            }

            transaction.Commit();
        }

        bands.Sort();
        using (var transaction = connection.BeginTransaction())
        {
            using var value = Command(connection, transaction, "INSERT INTO near_bands (band, judged) VALUES ($band, $judged)", "$band", "$judged");
            foreach (var (band, judged) in bands) Run(value, band, judged);
            transaction.Commit();
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string sql, params string[] parameters)
    {
        var command = new SqliteCommand(sql, connection, transaction);
        foreach (var parameter in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        return command;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
