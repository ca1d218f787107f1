using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// A connection that keeps the statements it prepared. SQLite compiles a statement for longer than it runs one of ours, and every call
/// used to compile anew.
/// </summary>
internal sealed class KeepingConnection(string connectionString) : SqliteConnection(connectionString)
{
    // Lists of any length make new texts; what is beyond these is prepared anew each time.
    private const int Most = 200;

    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);

    /// <summary>A prepared command nobody uses, or a new one.</summary>
    public SqliteCommand Take(string text)
    {
        if (_idle.Remove(text, out var kept)) return kept;
        var command = CreateCommand();
        command.CommandText = text;
        return command;
    }

    /// <summary>Gives a command back whose last run went well.</summary>
    public void Return(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (_idle.Count >= Most || !_idle.TryAdd(command.CommandText, command)) command.Dispose();
    }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in _idle.Values) command.Dispose();
            _idle.Clear();
        }

        base.Dispose(disposing);
    }
}
