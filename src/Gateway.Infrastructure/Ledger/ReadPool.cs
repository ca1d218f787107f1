using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>A few connections for reading. Each read sees everything that was committed before it began.</summary>
internal sealed class ReadPool(SqliteConnections connections, int size, Action<Exception> onFatal) : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SemaphoreSlim _permits = new(size, size);

    public async Task<TAnswer> ReadAsync<TAnswer>(Func<SqliteConnection, TAnswer> work, CancellationToken ct)
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
        foreach (var connection in _idle) connection.Dispose();
        _permits.Dispose();
    }

    private TAnswer Read<TAnswer>(Func<SqliteConnection, TAnswer> work)
    {
        if (!_idle.TryTake(out var connection)) connection = connections.OpenReader();
        try
        {
            var answer = work(connection);
            _idle.Add(connection);
            return answer;
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            if (SqliteFaults.IsFatal(fault)) onFatal(fault);
            throw SqliteFaults.Unavailable(fault);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
