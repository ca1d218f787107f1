using System.Collections.Concurrent;
using System.Data.Common;

namespace Gateway.Infrastructure.Ledger;

/// <summary>A few connections for reading. Each read sees everything that was committed before it began.</summary>
/// <param name="open">Opens one more.</param>
/// <param name="size">How many at most.</param>
/// <param name="onFatal">Told of an error after which nobody knows what is on disk.</param>
internal sealed class ReadPool(Func<LedgerSession> open, int size, Action<Exception> onFatal) : IDisposable
{
    private const int MostRuns = 5;

    private readonly ConcurrentBag<LedgerSession> _idle = [];
    private readonly SemaphoreSlim _permits = new(size, size);

    public async Task<TAnswer> ReadAsync<TAnswer>(Func<LedgerSession, TAnswer> work, CancellationToken ct)
    {
        await _permits.WaitAsync(ct);
        try
        {
            return Read(work);
        }
        finally
        {
            _permits.Release();
        }
    }

    public void Dispose()
    {
        foreach (var session in _idle) session.Dispose();
        _permits.Dispose();
    }

    private TAnswer Read<TAnswer>(Func<LedgerSession, TAnswer> work)
    {
        for (var run = 1; ; run++)
        {
            if (!_idle.TryTake(out var session)) session = open();
            try
            {
                var answer = work(session);
                _idle.Add(session);
                return answer;
            }
            catch (DbException fault) when (run < MostRuns && session.MayRunAgain(fault))
            {
                session.Dispose();
            }
            catch (DbException fault) when (run < MostRuns && session.IsLost(fault))
            {
                // The others lie idle since before it broke. A read is asked again.
                session.Dispose();
                while (_idle.TryTake(out var idle)) idle.Dispose();
            }
            catch (DbException fault)
            {
                session.Dispose();
                if (session.IsFatal(fault)) onFatal(fault);
                throw session.Unavailable(fault);
            }
            catch
            {
                session.Dispose();
                throw;
            }
        }
    }
}
