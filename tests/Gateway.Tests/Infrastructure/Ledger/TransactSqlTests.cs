using Gateway.Core.Ledger;
using Gateway.Infrastructure.Ledger;
using Gateway.Tests.Suites;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>
/// Every statement that the contract of the ledger makes it run is parsed as Transact-SQL, and speaks only of tables and columns that the
/// migrations for SQL Server make. It shows the grammar and the names, not what a server does with them.
/// </summary>
internal sealed class TransactSqlTests : LedgerSuite
{
    private readonly LedgerFolder _folder = new();

    [TestCase("MERGE INTO complaints AS c USING items AS i ON c.item_id = i.id WHEN MATCHED THEN DELETE;", "MERGE")]
    [TestCase("SELECT number FROM complaints WITH (UPDLOCK) WHERE version = 1", "hint")]
    [TestCase("UPDATE complaints SET version += 1 WHERE version = 1", "+=")]
    [TestCase("SELECT number FROM complaint", "complaint")]
    [TestCase("SELECT numbers FROM complaints", "numbers")]
    [TestCase("SELECT number FROM complaints c WHERE c.state = 'queued' ON CONFLICT DO NOTHING", "parse")]
    public void WhatOtherServersDoNotTakeIsNoticed(string sql, string named) =>
        Assert.That(() => TransactSqlGrammar.Check(sql), Throws.InstanceOf<AssertionException>().With.Message.Contains(named));

    [Test]
    public void AQueryIsCutShortAsEachDialectSaysIt()
    {
        Assert.That(TransactSql.Of("SELECT number FROM complaints ORDER BY position LIMIT @limit"), Is.EqualTo("SELECT TOP (@limit) number FROM complaints ORDER BY position"));
        Assert.That(TransactSql.Of("SELECT due FROM complaints INDEXED BY complaints_due LIMIT 1"), Is.EqualTo("SELECT TOP (1) due FROM complaints"));
        Assert.That(TransactSql.Of("UPDATE complaints SET version = 1"), Is.EqualTo("UPDATE complaints SET version = 1"));
    }

    protected override async Task<ILedger> OpenAsync()
    {
        await using (await _folder.OpenAsync())
        {
            // Applies the migrations.
        }

        return new ParsedLedger(_folder.Options);
    }

    protected override Task CleanAsync() => _folder.CleanAsync();

    /// <summary>The ledger on SQLite whose statements are checked as they are run.</summary>
    private sealed class ParsedLedger(SqliteLedgerOptions options)
        : SqlLedger(
            new GroupWriter(new ParsedSession(new SqliteConnections(options).OpenWriter()), options.GroupSize, options.OnFatal),
            new ReadPool(() => new ParsedSession(new SqliteConnections(options).OpenReader()), options.Readers, options.OnFatal));

    private sealed class ParsedSession(Microsoft.Data.Sqlite.SqliteConnection connection) : SqliteSession(connection)
    {
        protected override string InDialect(string sql)
        {
            TransactSqlGrammar.Check(TransactSql.Of(sql));
            return sql;
        }
    }
}
