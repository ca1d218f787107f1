using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// The ledger in a relational database. Correct by guarded statements and unique indexes, fast by group commit, durable when a call
/// returns. Each concern has a file of its own; what the databases do differently is in <see cref="LedgerSession"/>. (Message Store, Outbox)
/// </summary>
public abstract partial class SqlLedger : ILedger, IAsyncDisposable
{
    private readonly GroupWriter _writer;
    private readonly ReadPool _readers;

    internal SqlLedger(GroupWriter writer, ReadPool readers)
    {
        _writer = writer;
        _readers = readers;
    }

    /// <summary>What a newer version wrote and this one leaves alone.</summary>
    public Strangers Strangers { get; } = new();

    /// <summary>Waits for the writes that were accepted, then closes.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _writer.DisposeAsync();
        _readers.Dispose();
    }

    private Task<TAnswer> WriteAsync<TAnswer>(Func<LedgerSession, TAnswer> work, CancellationToken ct) => _writer.WriteAsync(work, ct);

    private Task<bool> WriteAsync(Action<LedgerSession> work, CancellationToken ct) => _writer.WriteAsync(
        session =>
        {
            work(session);
            return true;
        },
        ct);

    private Task<TAnswer> ReadAsync<TAnswer>(Func<LedgerSession, TAnswer> work, CancellationToken ct) => _readers.ReadAsync(work, ct);

    private Task<IReadOnlyList<ComplaintRow>> ListComplaintsAsync(string sql, object arguments, CancellationToken ct) =>
        ReadAsync(session => Strangers.Known(session.Query<StoredComplaint>(sql, arguments), stored => stored.ToRow()), ct);
}
