
namespace Gateway.Infrastructure.Ledger;

// What adapters remember of their sources.
public abstract partial class SqlLedger
{
    public Task<string?> GetAsync(string channel, string key, CancellationToken ct) => ReadAsync(
        session => session.ExecuteScalar<string?>(
            "SELECT value FROM source_book WHERE channel = @channel AND [key] = @key", new { channel, key }),
        ct);

    public Task<IReadOnlyDictionary<string, string>> FindAsync(string channel, string prefix, CancellationToken ct) =>
        ReadAsync<IReadOnlyDictionary<string, string>>(
            // Keys that begin alike stand together in either order of letters.
            session => session.Query<(string Key, string Value)>(
                    "SELECT [key], value FROM source_book WHERE channel = @channel AND [key] >= @prefix ORDER BY [key]", new { channel, prefix }, buffered: false)
                .TakeWhile(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
                .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
            ct);

    public Task PutAsync(string channel, IReadOnlyDictionary<string, string> values, CancellationToken ct) => WriteAsync(
        session =>
        {
            foreach (var (key, value) in values)
            {
                var entry = new { channel, key, value };
                if (session.Execute("UPDATE source_book SET value = @value WHERE channel = @channel AND [key] = @key", entry) == 0)
                    session.Execute("INSERT INTO source_book (channel, [key], value) VALUES (@channel, @key, @value)", entry);
            }
        },
        ct);
}
