using System.Data.Common;
using System.Threading.Channels;
using Gateway.Core;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// The one writer. Takes what has queued up, runs each write under a savepoint of its own and makes all of them durable by one
/// commit. A write that fails costs only itself; a commit that fails costs the whole group; nobody is answered before the commit.
/// </summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    // The victim of a deadlock is chosen anew each time, so that one group is hardly chosen this often.
    private const int MostRuns = 5;

    private const string Write = "write";

    // The writer's thread is woken by whoever queues a write. By way of the thread pool it would wait behind all that is to be done there.
    private readonly Channel<PendingWrite> _queue = Channel.CreateUnbounded<PendingWrite>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true });
    private readonly LedgerSession _session;
    private readonly int _groupSize;
    private readonly Action<Exception> _onFatal;
    private Action? _between;
    private bool _told;
    private readonly Task _loop;
    private long _groups;

    public GroupWriter(LedgerSession session, int groupSize, Action<Exception> onFatal)
    {
        _session = session;
        _groupSize = groupSize;
        _onFatal = onFatal;
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Commits so far; the checkpointer looks whether it rose.</summary>
    public long Groups => Interlocked.Read(ref _groups);

    /// <summary>Has something done once by the writer's thread before its next group, while nothing is being written. What was asked for before and not done yet is left out.</summary>
    public void BeforeNextGroup(Action work) => Interlocked.Exchange(ref _between, work);

    public async Task<TAnswer> WriteAsync<TAnswer>(Func<LedgerSession, TAnswer> work, CancellationToken ct)
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
        _session.Dispose();
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
                Interlocked.Exchange(ref _between, null)?.Invoke();
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
        var why = new LedgerUnavailableException($"The ledger's writer broke ({broken.GetType().Name}).", broken);
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
        for (var run = 1; ; run++)
        {
            try
            {
                _session.Begin();
                done.Clear();
                foreach (var write in group.Where(write => !write.IsAnswered))
                    if (RunOne(write)) done.Add(write);
                _session.Commit();
                break;
            }
            catch (DbException fault) when (run < MostRuns && _session.MayRunAgain(fault))
            {
                RollBack();
            }
            catch (DbException fault)
            {
                Abandon(group, fault);
                return;
            }
        }

        Interlocked.Increment(ref _groups);
        foreach (var write in done) write.Succeed();
    }

    /// <summary>Runs one write; false when it is answered already. Throws only what ends the whole group.</summary>
    private bool RunOne(PendingWrite write)
    {
        if (write.IsAbandoned)
        {
            write.Fail(new OperationCanceledException());
            return false;
        }

        _session.Save(Write);
        try
        {
            write.Run(_session);
            _session.Release(Write);
            return true;
        }
        catch (DbException fault) when (_session.EndsGroup(fault))
        {
            throw;
        }
        catch (Exception failed)
        {
            _session.RollBackTo(Write);
            _session.Release(Write);
            write.Fail(failed is DbException fault ? Blame(fault) : failed);
            return false;
        }
    }

    private Exception Blame(DbException fault) => _session.IsRefused(fault)
        ? new InvalidOperationException($"The ledger's rules refuse this write: {LoggedFault.Of(fault)}", fault)
        : _session.Unavailable(fault);

    private void Abandon(List<PendingWrite> group, DbException fault)
    {
        if (_session.IsFatal(fault)) Tell(fault);
        RollBack();
        var why = _session.Unavailable(fault);
        foreach (var write in group) write.Fail(why);
    }

    private void RollBack()
    {
        try
        {
            _session.RollBack();
        }
        catch (DbException worse)
        {
            if (_session.IsFatal(worse)) Tell(worse);
        }
    }
}
