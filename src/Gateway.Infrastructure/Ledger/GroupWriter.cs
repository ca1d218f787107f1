using System.Threading.Channels;
using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// The one writer. Takes what has queued up, runs each write under a savepoint of its own and makes all of them durable by one
/// commit. A write that fails costs only itself; a commit that fails costs the whole group; nobody is answered before the commit.
/// </summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    // The writer's thread is woken by whoever queues a write. By way of the thread pool it would wait behind all that is to be done there.
    private readonly Channel<PendingWrite> _queue = Channel.CreateUnbounded<PendingWrite>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true });
    private readonly SqliteConnection _connection;
    private readonly TransactionSteps _steps;
    private readonly int _groupSize;
    private readonly Action<Exception> _onFatal;
    private Action<SqliteConnection>? _between;
    private bool _told;
    private readonly Task _loop;
    private long _groups;

    public GroupWriter(SqliteConnection connection, int groupSize, Action<Exception> onFatal)
    {
        _connection = connection;
        _steps = new TransactionSteps(connection);
        _groupSize = groupSize;
        _onFatal = onFatal;
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Commits so far; the checkpointer looks whether it rose.</summary>
    public long Groups => Interlocked.Read(ref _groups);

    /// <summary>Has something done once on the writer's connection before its next group, while nothing is being written. What was asked for before and not done yet is left out.</summary>
    public void BeforeNextGroup(Action<SqliteConnection> work) => Interlocked.Exchange(ref _between, work);

    public async Task<TAnswer> WriteAsync<TAnswer>(Func<SqliteConnection, TAnswer> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var write = new PendingWrite<TAnswer>(work, ct);
        if (!_queue.Writer.TryWrite(write)) throw new LedgerUnavailableException("The ledger is closed.");
        return await write.Answered.WaitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _steps.Dispose();
        await _connection.DisposeAsync();
    }

    private void Loop()
    {
        var group = new List<PendingWrite>(_groupSize);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            while (group.Count < _groupSize && _queue.Reader.TryRead(out var write)) group.Add(write);
            try
            {
                Interlocked.Exchange(ref _between, null)?.Invoke(_connection);
                Commit(group);
            }
            catch (Exception broken)
            {
                Close(group, broken);
                return;
            }
        }
    }

    /// <summary>The writer itself broke: nobody may wait for ever, and nothing more is taken.</summary>
    private void Close(List<PendingWrite> group, Exception broken)
    {
        var why = new LedgerUnavailableException($"The ledger's writer broke: {broken.Message}", broken);
        foreach (var write in group) write.Fail(why);
        _queue.Writer.TryComplete(broken);
        while (_queue.Reader.TryRead(out var write)) write.Fail(why);
        // A gateway that can write nothing must not look alive.
        if (!_told) Tell(broken);
    }

    private void Tell(Exception fault)
    {
        _told = true;
        _onFatal(fault);
    }

    private void Commit(List<PendingWrite> group)
    {
        var done = new List<PendingWrite>(group.Count);
        try
        {
            _steps.Begin();
            foreach (var write in group)
                if (RunOne(write)) done.Add(write);
            _steps.Commit();
        }
        catch (SqliteException fault)
        {
            Abandon(group, fault);
            return;
        }

        Interlocked.Increment(ref _groups);
        foreach (var write in done) write.Succeed();
    }

    /// <summary>Runs one write. Throws only what ends the whole group.</summary>
    private bool RunOne(PendingWrite write)
    {
        if (write.IsAbandoned)
        {
            write.Fail(new OperationCanceledException());
            return false;
        }

        _steps.Save();
        try
        {
            write.Run(_connection);
            _steps.Release();
            return true;
        }
        catch (SqliteException fault) when (SqliteFaults.EndsGroup(fault) || raw.sqlite3_get_autocommit(_connection.Handle) != 0)
        {
            throw;
        }
        catch (Exception failed)
        {
            _steps.RollBackTo();
            _steps.Release();
            write.Fail(failed is SqliteException fault ? Blame(fault) : failed);
            return false;
        }
    }

    private static Exception Blame(SqliteException fault) => SqliteFaults.IsConstraint(fault)
        ? new InvalidOperationException($"The ledger's rules refuse this write: {fault.Message}", fault)
        : SqliteFaults.Unavailable(fault);

    private void Abandon(List<PendingWrite> group, SqliteException fault)
    {
        if (SqliteFaults.IsFatal(fault)) Tell(fault);
        try
        {
            // Some errors have rolled back already; rolling back again would be an error of its own.
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0) _steps.RollBack();
        }
        catch (SqliteException worse)
        {
            if (SqliteFaults.IsFatal(worse)) Tell(worse);
        }

        var why = SqliteFaults.Unavailable(fault);
        foreach (var write in group) write.Fail(why);
    }
}
