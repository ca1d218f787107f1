using Dapper;

namespace Gateway.Infrastructure.Ledger;

// What adapters remember of their sources.
public sealed partial class SqliteLedger
{
    public Task<string?> GetAsync(string channel, string key, CancellationToken ct) => ReadAsync(
        connection => connection.ExecuteScalar<string?>(
            "SELECT value FROM source_book WHERE channel = @channel AND key = @key", new { channel, key }),
        ct);

    public Task<IReadOnlyDictionary<string, string>> FindAsync(string channel, string prefix, CancellationToken ct) =>
        ReadAsync<IReadOnlyDictionary<string, string>>(
            connection => connection.Query<(string Key, string Value)>(
                    "SELECT key, value FROM source_book WHERE channel = @channel AND key >= @prefix AND substr(key, 1, length(@prefix)) = @prefix",
                    new { channel, prefix })
                .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
            ct);

    public Task PutAsync(string channel, IReadOnlyDictionary<string, string> values, CancellationToken ct) => WriteAsync(
        connection =>
        {
            foreach (var (key, value) in values)
                connection.Execute(
                    """
                    INSERT INTO source_book (channel, key, value) VALUES (@channel, @key, @value)
                    ON CONFLICT (channel, key) DO UPDATE SET value = excluded.value
                    """,
                    new { channel, key, value });
        },
        ct);
}
