using System.Data.Common;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Ledger;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>A session that keeps its rows in SQLite and fails as SQL Server does, one mishap after the other.</summary>
internal sealed class ScriptedSession(SqliteConnection connection) : SqliteSession(connection)
{
    private int statement;

    /// <summary>What is to happen, in order.</summary>
    public Queue<Mishap> Mishaps { get; } = new();

    /// <summary>Transactions begun.</summary>
    public int Begun { get; private set; }

    public override void Begin()
    {
        Begun++;
        statement = 0;
        base.Begin();
    }

    public override void Commit()
    {
        var isCommit = Mishaps.TryPeek(out var next) && next.Statement is null;
        if (!isCommit || next!.After) base.Commit();
        if (isCommit) throw Mishaps.Dequeue().Fault;
    }

    public override bool IsTaken(DbException fault) => fault is SqlException known ? SqlServerFaults.IsTaken(known) : base.IsTaken(fault);

    public override bool IsRefused(DbException fault) => fault is SqlException known ? SqlServerFaults.IsRefused(known) : base.IsRefused(fault);

    public override bool EndsGroup(DbException fault) => fault is SqlException known ? SqlServerFaults.EndsTransaction(known) : base.EndsGroup(fault);

    public override bool MayRunAgain(DbException fault) => fault is SqlException known && SqlServerFaults.MayRunAgain(known);

    public override bool IsLost(DbException fault) => fault is SqlException known && SqlServerFaults.IsLost(known);

    public override bool IsFatal(DbException fault) => fault is not SqlException && base.IsFatal(fault);

    public override LedgerUnavailableException Unavailable(DbException fault) => fault is SqlException known ? SqlServerFaults.Unavailable(known) : base.Unavailable(fault);

    protected override string InDialect(string sql)
    {
        statement++;
        if (Mishaps.TryPeek(out var next) && next.Statement == statement) throw Mishaps.Dequeue().Fault;
        return sql;
    }
}
