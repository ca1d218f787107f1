using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>The statements around each write, prepared once: they run more often than anything else.</summary>
internal sealed class TransactionSteps(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _begin = Prepared(connection, "BEGIN IMMEDIATE");
    private readonly SqliteCommand _save = Prepared(connection, "SAVEPOINT write");
    private readonly SqliteCommand _release = Prepared(connection, "RELEASE write");
    private readonly SqliteCommand _rollBackTo = Prepared(connection, "ROLLBACK TO write");
    private readonly SqliteCommand _commit = Prepared(connection, "COMMIT");
    private readonly SqliteCommand _rollBack = Prepared(connection, "ROLLBACK");

    public void Begin() => _begin.ExecuteNonQuery();

    public void Save() => _save.ExecuteNonQuery();

    public void Release() => _release.ExecuteNonQuery();

    public void RollBackTo() => _rollBackTo.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    public void RollBack() => _rollBack.ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in new[] { _begin, _save, _release, _rollBackTo, _commit, _rollBack }) command.Dispose();
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
        return command;
    }
}
