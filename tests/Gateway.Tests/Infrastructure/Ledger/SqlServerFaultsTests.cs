using Gateway.Infrastructure.Ledger;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>What each error of SQL Server means for the ledger.</summary>
internal sealed class SqlServerFaultsTests
{
    [TestCase(1205, 13, "again", "ends")]
    [TestCase(3960, 16, "again", "ends")]
    [TestCase(2601, 14, "taken", "refused")]
    [TestCase(2627, 14, "taken", "refused")]
    [TestCase(515, 16, "refused")]
    [TestCase(547, 16, "refused")]
    [TestCase(2628, 16, "refused")]
    [TestCase(8152, 16, "refused")]
    [TestCase(-2, 11, "silence", "ends")]
    [TestCase(10054, 20, "lost", "ends")]
    [TestCase(233, 20, "lost", "ends")]
    [TestCase(9002, 17)]
    [TestCase(33557097, 16)]
    public void MeansThis(int number, int severity, params string[] meanings)
    {
        var fault = SqlFault.Of(number, (byte)severity);
        var means = new Dictionary<string, bool>
        {
            ["again"] = SqlServerFaults.MayRunAgain(fault),
            ["taken"] = SqlServerFaults.IsTaken(fault),
            ["refused"] = SqlServerFaults.IsRefused(fault),
            ["silence"] = SqlServerFaults.IsSilence(fault),
            ["lost"] = SqlServerFaults.IsLost(fault),
            ["ends"] = SqlServerFaults.EndsTransaction(fault),
        };

        Assert.That(means.Where(meaning => meaning.Value).Select(meaning => meaning.Key), Is.EquivalentTo(meanings));
        Assert.That(SqlServerFaults.Unavailable(fault).Message, number == -2 ? Does.Contain("did not answer in time") : Does.Contain($"error {number}"));
    }
}
