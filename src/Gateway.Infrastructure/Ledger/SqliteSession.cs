using System.Data.Common;
using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gateway.Infrastructure.Ledger;

/// <summary>A connection to the ledger's SQLite file. The statements around each write are prepared once: they run more often than anything else.</summary>
internal class SqliteSession(SqliteConnection connection) : LedgerSession
{
    private readonly Dictionary<(string Step, string Savepoint), SqliteCommand> _steps = [];

    protected override DbConnection Connection => connection;

    public override void Begin() => Step("BEGIN IMMEDIATE");

    public override void Commit() => Step("COMMIT");

    // Some errors have rolled back already; rolling back again would be an error of its own.
    public override void RollBack()
    {
        if (InTransaction) Step("ROLLBACK");
    }

    public override void Save(string savepoint) => Step("SAVEPOINT", savepoint);

    public override void RollBackTo(string savepoint) => Step("ROLLBACK TO", savepoint);

    public override void Release(string savepoint) => Step("RELEASE", savepoint);

    public override T InOneView<T>(Func<T> reads)
    {
        Step("BEGIN DEFERRED");
        var answer = reads();
        Step("COMMIT");
        return answer;
    }

    public override bool IsTaken(DbException fault) => SqliteFaults.IsTaken((SqliteException)fault);

    public override bool IsRefused(DbException fault) => SqliteFaults.IsConstraint((SqliteException)fault);

    public override bool EndsGroup(DbException fault) => SqliteFaults.EndsGroup((SqliteException)fault) || !InTransaction;

    public override bool MayRunAgain(DbException fault) => false;

    public override bool IsLost(DbException fault) => false;

    public override bool IsFatal(DbException fault) => SqliteFaults.IsFatal((SqliteException)fault);

    public override LedgerUnavailableException Unavailable(DbException fault) => SqliteFaults.Unavailable((SqliteException)fault);

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var step in _steps.Values) step.Dispose();
        connection.Dispose();
    }

    private bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    private void Step(string step, string savepoint = "")
    {
        if (!_steps.TryGetValue((step, savepoint), out var command))
        {
            command = new SqliteCommand($"{step} {savepoint}", connection);
            _steps.Add((step, savepoint), command);
        }

        command.ExecuteNonQuery();
    }
}
