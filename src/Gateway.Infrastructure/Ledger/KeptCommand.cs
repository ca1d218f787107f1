using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>A command that lends its prepared statement from the connection and gives it back when it is disposed, unless a run failed.</summary>
internal sealed class KeptCommand(KeepingConnection connection) : DbCommand
{
    private SqliteCommand? _lent;
    private bool _failed;

    [AllowNull]
    public override string CommandText
    {
        get => _lent?.CommandText ?? "";
        set
        {
            GiveBack();
            _lent = connection.Take(value ?? "");
        }
    }

    public override int CommandTimeout
    {
        get => Lent.CommandTimeout;
        set => Lent.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text) throw new NotSupportedException("SQLite has text commands only.");
        }
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A kept command stays with its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => Lent.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    private SqliteCommand Lent => _lent ?? throw new InvalidOperationException("The command has no text yet.");

    public override void Cancel() => Lent.Cancel();

    public override int ExecuteNonQuery() => Run(command => command.ExecuteNonQuery());

    public override object? ExecuteScalar() => Run(command => command.ExecuteScalar());

    public override void Prepare() => Lent.Prepare();

    protected override DbParameter CreateDbParameter() => Lent.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Run(command => command.ExecuteReader(behavior));

    protected override void Dispose(bool disposing)
    {
        if (disposing) GiveBack();
        base.Dispose(disposing);
    }

    private T Run<T>(Func<SqliteCommand, T> run)
    {
        try
        {
            return run(Lent);
        }
        catch
        {
            _failed = true;
            throw;
        }
    }

    private void GiveBack()
    {
        if (_lent is null) return;
        if (_failed) _lent.Dispose();
        else connection.Return(_lent);
        _lent = null;
    }
}
