using Gateway.Infrastructure.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>What the ledger says of its database is written to logs, so it quotes no row.</summary>
internal sealed class DatabaseWordsTests
{
    private const string Words = "Violation of UNIQUE KEY. The duplicate key value is (Siti Contoh).";

    [Test]
    public void SqliteIsToldByItsNumberAndWhatThatMeans() => Assert.That(
        SqliteFaults.Unavailable(new SqliteException(Words, 8, 1032)).Message, Is.EqualTo("The ledger could not be used: SQLite error 1032, attempt to write a readonly database."));

    [Test]
    public void AnotherFaultOfTheConnectionIsToldByItsNumbers()
    {
        using var session = new SqlServerSession("Server=tidak-ada");

        Assert.That(session.Unavailable(new SqliteException(Words, 1, 1)).Message, Does.Contain("SqliteErrorCode 1").And.Not.Contain("Siti"));
    }

    [Test]
    public async Task AWriteThatTheRulesRefuseIsToldByTheNumbers()
    {
        var folder = new LedgerFolder();
        await using (await folder.OpenAsync())
        {
            // Applies the migrations.
        }

        using (var session = new ScriptedSession(new SqliteConnections(folder.Options).OpenWriter()))
        await using (var writer = new GroupWriter(session, 64, folder.Options.OnFatal))
        {
            session.Mishaps.Enqueue(new Mishap(SqlFault.Of(2627, text: Words), Statement: 1));

            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => writer.WriteAsync(current => current.Execute("DELETE FROM items"), CancellationToken.None));

            Assert.That(refused!.Message, Does.Contain("Number 2627").And.Not.Contain("Siti"));
        }

        await folder.CleanAsync();
    }
}
