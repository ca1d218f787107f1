using Dapper;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// Moves the write-ahead log into the database on a connection of its own, so that no commit pays for it, and keeps the log bounded: a
/// long one is moved to its end before a group, so that the group begins at its front again. Nobody waits for readers.
/// </summary>
internal sealed class Checkpointer : IAsyncDisposable
{
    private const int FrameLength = 4_096 + 24;

    // On a slow disk rounds as often as on a fast one would be all that it does.
    private const int RestPerRound = 4;

    private readonly SqliteConnection _connection;
    private readonly SqliteConnection _writing;
    private readonly SqliteLedgerOptions _options;
    private readonly GroupWriter _writer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <param name="connection">Its own.</param>
    /// <param name="writing">The writer's; used by the writer's thread alone.</param>
    /// <param name="options">How often, and how long the log may be.</param>
    /// <param name="writer">The writer.</param>
    /// <param name="time">The clock of the rounds.</param>
    public Checkpointer(SqliteConnection connection, SqliteConnection writing, SqliteLedgerOptions options, GroupWriter writer, TimeProvider time)
    {
        _connection = connection;
        _writing = writing;
        _options = options;
        _writer = writer;
        _loop = Task.Run(() => LoopAsync(time));
    }

    /// <summary>Stops, and leaves an empty log behind if nobody else reads.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        Checkpoint(_connection, "TRUNCATE");
        await _connection.DisposeAsync();
        _stop.Dispose();
    }

    private async Task LoopAsync(TimeProvider time)
    {
        var seen = 0L;
        var rest = _options.CheckpointEvery;
        try
        {
            while (true)
            {
                await Task.Delay(rest, time, _stop.Token);
                rest = _options.CheckpointEvery;
                var commits = _writer.Groups;
                if (commits == seen) continue;
                seen = commits;
                var begun = time.GetTimestamp();
                // What is left for the writer is what came meanwhile: some milliseconds.
                if (Checkpoint(_connection, "PASSIVE") * FrameLength > _options.WalLimit) _writer.BeforeNextGroup(() => Checkpoint(_writing, "PASSIVE"));
                var atLeast = time.GetElapsedTime(begun) * RestPerRound;
                if (atLeast > rest) rest = atLeast;
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    // Frames in the log, also those that were moved already.
    private long Checkpoint(SqliteConnection connection, string mode)
    {
        try
        {
            return connection.QuerySingle<(long Busy, long Frames, long Moved)>($"PRAGMA wal_checkpoint({mode})").Frames;
        }
        catch (SqliteException fault)
        {
            // A busy or full disk: the log keeps everything and the next turn tries again.
            if (SqliteFaults.IsFatal(fault)) _options.OnFatal(fault);
            return 0;
        }
    }
}
