using System.Data;
using System.Data.Common;
using Dapper;
using Gateway.Core;
using Gateway.Core.Ledger;
using Microsoft.Data.SqlClient;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// A connection to the ledger's SQL Server, opened when it is first used and again after it was lost. A write takes the turn first: one
/// row that every writer of every node updates and keeps until its commit, so that no two writes interleave, whatever the server makes
/// of lock hints or of snapshots.
/// </summary>
internal sealed class SqlServerSession(string connectionString) : LedgerSession
{
    private const string TakeTurn = "UPDATE ledger_turn SET turn = turn + 1 WHERE id = 1";

    private readonly string _connectionString = OwnConnection(connectionString);
    private SqlConnection _connection = new();
    private SqlTransaction? _transaction;
    private bool _isLetGo;

    protected override DbConnection Connection => Opened();

    // A command whose transaction is over would run all the same, each statement for itself.
    protected override DbTransaction? Transaction => _transaction is { Connection: null } ? throw new TransactionEndedException() : _transaction;

    public override void Begin()
    {
        try
        {
            TakeTheTurn();
        }
        catch (SqlException fault) when (SqlServerFaults.IsLost(fault))
        {
            // It was closed while it was idle, or before it had the turn: nothing was written.
            RollBack();
            TakeTheTurn();
        }
    }

    public override void Commit()
    {
        try
        {
            _transaction!.Commit();
            _transaction = null;
        }
        catch (InvalidOperationException ended)
        {
            // A transaction that the server has ended by itself costs its group, not the process.
            throw new TransactionEndedException(ended);
        }
        catch (SqlException fault) when (SqlServerFaults.IsSilence(fault))
        {
            _isLetGo = true;
            throw;
        }
    }

    // What failed takes its connection along: the server rolls back what a connection leaves open, and nobody asks what state it is in.
    public override void RollBack()
    {
        _transaction = null;
        _connection.Dispose();
        if (!_isLetGo) return;

        // SqlClient forgets a connection whose commit was not answered, and does not close it: the turn would stay with it until it is collected.
        _isLetGo = false;
        _connection = new SqlConnection();
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    // As statements, not by SqlClient's transaction: that one forgets its connection when the server does not answer.
    public override void Save(string savepoint) => Execute($"SAVE TRANSACTION {Name(savepoint)}");

    public override void RollBackTo(string savepoint) => Execute($"ROLLBACK TRANSACTION {Name(savepoint)}");

    // The next one of the same name takes its place.
    public override void Release(string savepoint)
    {
    }

    // Each statement sees what was committed when it began; a transaction around them would only hold locks.
    public override T InOneView<T>(Func<T> reads) => reads();

    public override bool IsTaken(DbException fault) => fault is SqlException known && SqlServerFaults.IsTaken(known);

    public override bool IsRefused(DbException fault) => fault is SqlException known && SqlServerFaults.IsRefused(known);

    public override bool EndsGroup(DbException fault) =>
        fault is not SqlException known || SqlServerFaults.EndsTransaction(known) || _transaction?.Connection is null || IsDoomed();

    public override bool MayRunAgain(DbException fault) => fault is SqlException known && SqlServerFaults.MayRunAgain(known);

    public override bool IsLost(DbException fault) => fault is SqlException known && SqlServerFaults.IsLost(known);

    public override bool IsFatal(DbException fault) => false;

    public override LedgerUnavailableException Unavailable(DbException fault) => fault is SqlException known
        ? SqlServerFaults.Unavailable(known)
        : new LedgerUnavailableException($"The ledger's database could not be used: {LoggedFault.Of(fault)}", fault);

    protected override string InDialect(string sql) => TransactSql.Of(sql);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _connection.Dispose();
    }

    private SqlConnection Opened()
    {
        if (_connection.State == ConnectionState.Open) return _connection;
        // What is left of a group must not be written without its beginning.
        if (_transaction is not null) throw new TransactionEndedException();
        _connection.Dispose();
        _connection = new SqlConnection(_connectionString);
        _connection.Open();
        // A server may be set to end a transaction at the first error, ours go on after a key that is taken; or to count no rows.
        _connection.Execute("SET XACT_ABORT OFF; SET NOCOUNT OFF");
        return _connection;
    }

    private void TakeTheTurn()
    {
        _transaction = Opened().BeginTransaction(IsolationLevel.ReadCommitted);
        if (Execute(TakeTurn) != 1) throw new InvalidOperationException("The ledger's database has no row in ledger_turn. Restore it from the backup.");
    }

    // Some servers read the name as a word of their language.
    private static string Name(string savepoint) => "ledger_" + savepoint;

    // A session is one connection for its life and shares it with nobody: closing it ends all that it left open at the server.
    private static string OwnConnection(string connectionString) => new SqlConnectionStringBuilder(connectionString)
    {
        Pooling = false,
        Enlist = false,
        MultipleActiveResultSets = false,
    }.ConnectionString;

    private bool IsDoomed() => ExecuteScalar<int>("SELECT XACT_STATE()") == -1;
}
