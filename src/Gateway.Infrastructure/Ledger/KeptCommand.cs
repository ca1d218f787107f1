using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// A command that borrows a prepared statement from the connection when it runs, and gives it back when it is disposed, unless the run
/// failed. Text and parameters are its own until then: Dapper changes the text of a list after it has given parameters.
/// </summary>
internal sealed class KeptCommand(KeepingConnection connection) : DbCommand
{
    private readonly SqliteCommand _own = connection.CreateCommand();
    private SqliteCommand? _borrowed;

    [AllowNull]
    public override string CommandText
    {
        get => _own.CommandText;
        set => _own.CommandText = value ?? "";
    }

    public override int CommandTimeout
    {
        get => _own.CommandTimeout;
        set => _own.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => _own.CommandType;
        set => _own.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A kept command stays with its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => _own.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() => _borrowed?.Cancel();

    public override int ExecuteNonQuery() => Run(command => command.ExecuteNonQuery());

    public override object? ExecuteScalar() => Run(command => command.ExecuteScalar());

    /// <summary>Nothing to do: a statement is prepared when it first runs, and kept.</summary>
    public override void Prepare()
    {
    }

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Run(command => command.ExecuteReader(behavior));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            GiveBack();
            _own.Dispose();
        }

        base.Dispose(disposing);
    }

    private T Run<T>(Func<SqliteCommand, T> run)
    {
        GiveBack();
        var command = connection.Take(CommandText);
        try
        {
            command.CommandTimeout = CommandTimeout;
            foreach (SqliteParameter parameter in _own.Parameters) command.Parameters.Add(parameter);
            var answer = run(command);
            _borrowed = command;
            return answer;
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    private void GiveBack()
    {
        if (_borrowed is null) return;
        connection.Return(_borrowed);
        _borrowed = null;
    }
}
