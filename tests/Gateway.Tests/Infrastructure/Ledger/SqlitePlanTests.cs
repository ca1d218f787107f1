using System.Reflection;
using Dapper;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>The queries that run all day find their rows by an index, however long the ledger gets.</summary>
internal sealed class SqlitePlanTests
{
    private readonly LedgerFolder _folder = new();

    [TearDown]
    public Task Clean() => _folder.CleanAsync();

    private static IEnumerable<TestCaseData> Sql() =>
        typeof(Queries).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(query => new TestCaseData((string)query.GetRawConstantValue()!).SetName($"{query.Name}DoesNotScan"));

    // Each page of the log is read in its order; sorted anew for each page, the time would grow with the square of its length.
    [TestCase(null)]
    [TestCase(ComplaintState.Delivered)]
    public Task APageOfTheLogIsNotSorted(ComplaintState? state)
    {
        var query = new LogQuery { From = Some.Noon, Until = Some.Noon, Limit = 1, Agency = "dishub", State = state, HidesSupervised = true };
        return Task.WhenAll(
            DoesNotScan($"{StoredLoggedEvent.Select} {LogSelection.Where(query, "e", "at")}"),
            DoesNotScan($"{StoredLoggedAttempt.Select} {LogSelection.Where(query, "a", "begun")}"));
    }

    [TestCaseSource(nameof(Sql))]
    public async Task DoesNotScan(string sql)
    {
        await using var ledger = await _folder.OpenAsync();
        using var connection = new SqliteConnections(_folder.Options).OpenReader();
        var arguments = new { limit = 1, contentKey = new byte[32], before = 1, after = 2, destination = "default", agency = "dishub", now = 1, number = "G", node = "node-1", band = 1, from = 1, until = 2, state = "delivered", numbers = new[] { "G", "H" } };

        var plan = connection.Query<(long, long, long, string Detail)>("EXPLAIN QUERY PLAN " + sql, arguments).Select(step => step.Detail).ToList();

        Assert.That(plan, Has.None.Matches("^SCAN (?!.* USING )"), string.Join("; ", plan));
        Assert.That(plan, Has.Some.Contains("USING"), string.Join("; ", plan));
        Assert.That(plan, Has.None.Contains("TEMP B-TREE"), string.Join("; ", plan));
    }
}
