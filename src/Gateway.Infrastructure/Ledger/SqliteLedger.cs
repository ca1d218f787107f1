using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>The ledger in one SQLite file, for one machine.</summary>
public sealed class SqliteLedger : SqlLedger
{
    private readonly Checkpointer _checkpointer;
    private readonly SqliteLedgerOptions _options;

    private SqliteLedger(GroupWriter writer, ReadPool readers, Checkpointer checkpointer, SqliteLedgerOptions options)
        : base(writer, readers) => (_checkpointer, _options) = (checkpointer, options);

    /// <summary>Opens the ledger, after applying the migrations that are pending.</summary>
    /// <exception cref="LedgerUnavailableException">The file cannot be opened, a setting did not take, or migrations are pending and may not be applied.</exception>
    public static async Task<SqliteLedger> OpenAsync(SqliteLedgerOptions options, TimeProvider time, CancellationToken ct)
    {
        await Task.Run(() => Prepare(options), ct);
        var connections = new SqliteConnections(options);
        var writing = connections.OpenWriter();
        var writer = new GroupWriter(new SqliteSession(writing), options.GroupSize, options.OnFatal);
        // A checkpoint that finds a reader in its way gives up soon: waiting would keep the writer waiting too.
        var patience = options with { BusyTimeout = TimeSpan.FromMilliseconds(50) };
        var checkpointer = new Checkpointer(new SqliteConnections(patience).Open(), writing, options, writer, time);
        return new SqliteLedger(writer, new ReadPool(() => new SqliteSession(connections.OpenReader()), options.Readers, options.OnFatal), checkpointer, options);
    }

    /// <inheritdoc/>
    /// <exception cref="LedgerUnavailableException">The disk is below what is kept for outcomes.</exception>
    public override Task<ComplaintRow?> ClaimAsync(ClaimRequest request, CancellationToken ct)
    {
        // Intake stopped long before. What is claimed must be written down when its answer comes, so that it is not begun without room for that.
        var free = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(_options.Path))!).AvailableFreeSpace;
        return free >= _options.Reserve
            ? base.ClaimAsync(request, ct)
            : throw new LedgerUnavailableException($"The disk under the ledger has {free >> 20} MiB left; nothing new is sent below {_options.Reserve >> 20} MiB. Free space, then it goes on by itself.") { Code = "low-disk", Values = [$"{free >> 20}", $"{_options.Reserve >> 20}"] };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
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
            throw new LedgerUnavailableException($"The ledger '{options.Path}' waits for {pending.Count} migrations, first '{pending[0]}'. Run: gateway migrate") { Code = "pending", Values = [$"{pending.Count}", pending[0]] };
    }
}
