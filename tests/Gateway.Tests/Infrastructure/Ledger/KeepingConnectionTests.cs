using Dapper;
using Gateway.Infrastructure.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>Kept statements answer as fresh ones: with other values, inside one another, after a failure and after the table changed.</summary>
internal sealed class KeepingConnectionTests
{
    private KeepingConnection connection = null!;

    [SetUp]
    public void Open()
    {
        connection = new KeepingConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute("CREATE TABLE words (word TEXT NOT NULL UNIQUE, bytes BLOB, number INTEGER)");
    }

    [TearDown]
    public void Close() => connection.Dispose();

    [Test]
    public void RunsTheSameTextWithOtherValues()
    {
        for (var i = 0; i < 5; i++) Insert($"kata {i}", i % 2 == 0 ? [1, 2] : null, i == 3 ? null : i);

        Assert.That(connection.Query<string>("SELECT word FROM words WHERE number > @least", new { least = 1 }), Is.EqualTo(new[] { "kata 2", "kata 4" }));
        Assert.That(connection.Query<string>("SELECT word FROM words WHERE number > @least", new { least = 3 }), Is.EqualTo(new[] { "kata 4" }));
        Assert.That(connection.ExecuteScalar<long>("SELECT count(*) FROM words WHERE bytes IS NULL AND number IS NULL"), Is.EqualTo(1));
    }

    [Test]
    public void RunsListsOfAnyLength()
    {
        for (var i = 0; i < 5; i++) Insert($"kata {i}", null, i);

        foreach (var wanted in new[] { new[] { 1 }, [0, 2, 4], [], [3] })
        {
            var found = connection.Query<long>("SELECT number FROM words WHERE number < @below AND number IN @wanted AND number >= @least ORDER BY number", new { wanted, below = 9, least = 0 });
            Assert.That(found, Is.EqualTo(wanted));
        }
    }

    [Test]
    public void RunsTheSameTextWithinItself()
    {
        foreach (var word in new[] { "a", "b", "c" }) Insert(word, null, null);

        var pairs = connection.Query<string>("SELECT word FROM words", buffered: false).SelectMany(_ => connection.Query<string>("SELECT word FROM words"));

        Assert.That(pairs.Count(), Is.EqualTo(9));
    }

    [Test]
    public void GoesOnAfterAFailure()
    {
        Insert("sama", null, 1);

        Assert.That(() => Insert("sama", null, 2), Throws.InstanceOf<SqliteException>());
        Insert("lain", null, 3);

        Assert.That(connection.Query<long>("SELECT number FROM words ORDER BY number"), Is.EqualTo(new[] { 1L, 3L }));
    }

    [Test]
    public void SeesANewColumn()
    {
        Insert("kata", null, 1);
        Assert.That((IDictionary<string, object>)connection.Query("SELECT * FROM words").Single(), Has.Count.EqualTo(3));
        connection.Execute("ALTER TABLE words ADD COLUMN more TEXT");

        Assert.That((IDictionary<string, object>)connection.Query("SELECT * FROM words").Single(), Has.Count.EqualTo(4));
    }

    [Test]
    public void HoldsNoReadOpenOnceAnswered()
    {
        for (var i = 0; i < 3; i++) Insert($"kata {i}", null, i);
        Assert.That(connection.QueryFirst<string>("SELECT word FROM words ORDER BY number"), Is.EqualTo("kata 0"));

        // An unfinished SELECT would lock the table.
        Assert.That(() => connection.Execute("DROP TABLE words"), Throws.Nothing);
    }

    private void Insert(string word, byte[]? bytes, int? number) =>
        connection.Execute("INSERT INTO words (word, bytes, number) VALUES (@word, @bytes, @number)", new { word, bytes, number });
}
