using Dapper;
using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// The ledger in one SQLite file. Correct by guarded statements and unique indexes, fast by group commit, durable when a call returns.
/// Each concern has a file of its own; this one opens and closes. (Message Store, Outbox)
/// </summary>
public sealed partial class SqliteLedger : ILedger, IAsyncDisposable
{
    private readonly GroupWriter _writer;
    private readonly ReadPool _readers;
    private readonly Checkpointer _checkpointer;

    private SqliteLedger(GroupWriter writer, ReadPool readers, Checkpointer checkpointer)
    {
        _writer = writer;
        _readers = readers;
        _checkpointer = checkpointer;
    }

    /// <summary>Opens the ledger, after applying the migrations that are pending.</summary>
    /// <exception cref="LedgerUnavailableException">The file cannot be opened, a setting did not take, or migrations are pending and may not be applied.</exception>
    public static async Task<SqliteLedger> OpenAsync(SqliteLedgerOptions options, TimeProvider time, CancellationToken ct)
    {
        await Task.Run(() => Prepare(options), ct);
        var connections = new SqliteConnections(options);
        var writer = new GroupWriter(connections.OpenWriter(), options.GroupSize, options.OnFatal);
        // A checkpoint that finds a reader in its way gives up soon: waiting would keep the writer waiting too.
        var patience = options with { BusyTimeout = TimeSpan.FromMilliseconds(50) };
        var checkpointer = new Checkpointer(new SqliteConnections(patience).Open(), options, writer, time);
        return new SqliteLedger(writer, new ReadPool(connections, options.Readers, options.OnFatal), checkpointer);
    }

    /// <summary>Waits for the writes that were accepted, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _readers.Dispose();
        await _checkpointer.DisposeAsync();
    }

    private static void Prepare(SqliteLedgerOptions options)
    {
        SqliteConnections.CreateFile(options.Path);
        using (new SqliteConnections(options).Open())
        {
            // Proves the settings before a migration writes anything.
        }

        if (options.Migrate)
        {
            SqliteMigrations.Apply(options.Path);
            return;
        }

        var pending = SqliteMigrations.Pending(options.Path);
        if (pending.Count > 0)
            throw new LedgerUnavailableException($"The ledger '{options.Path}' waits for {pending.Count} migrations, first '{pending[0]}'. Run: gateway migrate");
    }

    private Task<TAnswer> WriteAsync<TAnswer>(Func<SqliteConnection, TAnswer> work, CancellationToken ct) => _writer.WriteAsync(work, ct);

    private Task<bool> WriteAsync(Action<SqliteConnection> work, CancellationToken ct) => _writer.WriteAsync(
        connection =>
        {
            work(connection);
            return true;
        },
        ct);

    private Task<TAnswer> ReadAsync<TAnswer>(Func<SqliteConnection, TAnswer> work, CancellationToken ct) => _readers.ReadAsync(work, ct);

    private Task<IReadOnlyList<ComplaintRow>> ListComplaintsAsync(string sql, object arguments, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<ComplaintRow>>(
            connection => [.. connection.Query<StoredComplaint>(sql, arguments).Select(stored => stored.ToRow())], ct);
}
