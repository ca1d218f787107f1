using Dapper;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// Moves the write-ahead log into the database on a connection of its own, so that no commit pays for it, and keeps the log bounded.
/// </summary>
internal sealed class Checkpointer : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteLedgerOptions _options;
    private readonly Func<long> _commits;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public Checkpointer(SqliteConnection connection, SqliteLedgerOptions options, Func<long> commits, TimeProvider time)
    {
        _connection = connection;
        _options = options;
        _commits = commits;
        _loop = Task.Run(() => LoopAsync(time));
    }

    /// <summary>Stops, and leaves an empty log behind if nobody else reads.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        Checkpoint("TRUNCATE");
        await _connection.DisposeAsync();
        _stop.Dispose();
    }

    private async Task LoopAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(_options.CheckpointEvery, time);
        var seen = 0L;
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var commits = _commits();
                if (commits == seen) continue;
                seen = commits;
                Checkpoint("PASSIVE");
                if (WalLength() > _options.WalLimit) Checkpoint("TRUNCATE");
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    private long WalLength()
    {
        var wal = new FileInfo(_options.Path + "-wal");
        return wal.Exists ? wal.Length : 0;
    }

    private void Checkpoint(string mode)
    {
        try
        {
            _connection.Execute($"PRAGMA wal_checkpoint({mode})");
        }
        catch (SqliteException fault)
        {
            // A busy or full disk: the log keeps everything and the next turn tries again.
            if (SqliteFaults.IsFatal(fault)) _options.OnFatal(fault);
        }
    }
}
