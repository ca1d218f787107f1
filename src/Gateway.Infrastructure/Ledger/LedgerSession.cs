using System.Data.Common;
using Dapper;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// One connection to the ledger's database, and what its dialect does otherwise: transactions, savepoints and the meaning of errors.
/// The ledger's statements are written once, in the SQL of SQLite; a dialect may say them otherwise. Never used by two threads at once.
/// </summary>
internal abstract class LedgerSession : IDisposable
{
    protected abstract DbConnection Connection { get; }

    protected virtual DbTransaction? Transaction => null;

    public int Execute(string sql, object? arguments = null) => Connection.Execute(InDialect(sql), arguments, Transaction);

    public T? ExecuteScalar<T>(string sql, object? arguments = null) => Connection.ExecuteScalar<T>(InDialect(sql), arguments, Transaction);

    /// <param name="sql">The query.</param>
    /// <param name="arguments">Of the query.</param>
    /// <param name="buffered">False: rows are read as they are asked for, so that reading may stop early.</param>
    public IEnumerable<T> Query<T>(string sql, object? arguments = null, bool buffered = true) =>
        Connection.Query<T>(InDialect(sql), arguments, Transaction, buffered);

    public T QuerySingle<T>(string sql, object? arguments = null) => Connection.QuerySingle<T>(InDialect(sql), arguments, Transaction);

    public T? QueryFirstOrDefault<T>(string sql, object? arguments = null) => Connection.QueryFirstOrDefault<T>(InDialect(sql), arguments, Transaction);

    public T? QuerySingleOrDefault<T>(string sql, object? arguments = null) => Connection.QuerySingleOrDefault<T>(InDialect(sql), arguments, Transaction);

    /// <summary>Begins a write: from here to its end no other process writes.</summary>
    public abstract void Begin();

    public abstract void Commit();

    /// <summary>Ends a transaction without a trace; nothing to do when an error has ended it already.</summary>
    public abstract void RollBack();

    public abstract void Save(string savepoint);

    public abstract void RollBackTo(string savepoint);

    /// <summary>Forgets a savepoint; what came since stays.</summary>
    public abstract void Release(string savepoint);

    /// <summary>Runs several reads on one view of the data where that is cheaper.</summary>
    public abstract T InOneView<T>(Func<T> reads);

    /// <summary>A unique index or key already holds the value.</summary>
    public abstract bool IsTaken(DbException fault);

    /// <summary>A rule of the schema was broken by this statement alone: a fault of the caller, not of the ledger.</summary>
    public abstract bool IsRefused(DbException fault);

    /// <summary>The transaction cannot go on, so that every write of it fails.</summary>
    public abstract bool EndsGroup(DbException fault);

    /// <summary>Nothing happened, and the same transaction may succeed at once (the victim of a deadlock).</summary>
    public abstract bool MayRunAgain(DbException fault);

    /// <summary>The connection broke; a new one may serve at once.</summary>
    public abstract bool IsLost(DbException fault);

    /// <summary>After it nobody knows what is on disk.</summary>
    public abstract bool IsFatal(DbException fault);

    /// <summary>The error as callers of the ledger know it.</summary>
    public abstract LedgerUnavailableException Unavailable(DbException fault);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The statement as this dialect says it.</summary>
    protected virtual string InDialect(string sql) => sql;

    /// <summary>Closes the connection.</summary>
    protected abstract void Dispose(bool disposing);
}
