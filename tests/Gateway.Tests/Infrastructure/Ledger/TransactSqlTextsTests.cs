using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Gateway.Infrastructure.Ledger;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>
/// Every statement that is written in Infrastructure is Transact-SQL when SQL Server gets it, whether a test runs it or not: they are taken
/// from the assembly itself, where the compiler has put each text that is not made while running.
/// </summary>
internal sealed partial class TransactSqlTextsTests
{
    // What is put together while running is only begun in the assembly: how it begins to end, and an end. The suite parses what is run.
    private static readonly (string Begun, string End)[] Endings =
    [
        ("(band, judged) VALUES ", "(@band0, @judged)"),
        ("(SELECT destination FROM complaints WHERE number = @Number AND ", "version = 1)"),
        ("(outcome IS NULL OR outcome = 'unknown'", ")"),
        (" TRANSACTION ", "ledger_write"),
        ("@LockTimeout = ", "1"),
        (" WHERE ", "version = 1"),
        (" AND ", "version = 1"),
    ];

    // No statement, or none for SQL Server: its administrators make the backups.
    private static readonly string[] Others = ["SELECT TOP ($2) $1", "SELECT file FROM arrivals "];

    private static readonly IReadOnlyList<string> Texts = Read();

    [Test]
    public void EachIsTransactSql()
    {
        foreach (var text in Texts) TransactSqlGrammar.Check(TransactSql.Of(Ended(text)));
    }

    [TestCaseSource(nameof(Queries))]
    public void EachQueryIsAmongThem(string name, string sql) => Assert.That(Texts.Any(text => text.Contains(sql, StringComparison.Ordinal)), $"nobody runs {name}");

    [Test]
    public void WhatTheSessionSaysItselfIsAmongThem() =>
        Assert.That(Texts, Is.SupersetOf(new[] { "UPDATE ledger_turn SET turn = turn + 1 WHERE id = 1", "SET XACT_ABORT OFF; SET NOCOUNT OFF", "SELECT XACT_STATE()", "SAVE TRANSACTION ", "ROLLBACK TRANSACTION " }));

    [TestCase("")]
    [TestCase("SecondLine")]
    public void EachMigrationIsTransactSql(string line)
    {
        var scripts = TransactSqlGrammar.Scripts("SqlServer" + line).ToList();
        Assert.That(scripts, Is.Not.Empty);
        foreach (var script in scripts) Assert.That(TransactSqlGrammar.Collisions(TransactSqlGrammar.Parse(script)), Is.Empty, script);
    }

    private static IEnumerable<TestCaseData> Queries() =>
        typeof(Queries).GetFields(BindingFlags.Public | BindingFlags.Static).Select(query => new TestCaseData(query.Name, query.GetRawConstantValue()).SetArgDisplayNames(query.Name));

    private static string Ended(string text) => text + Endings.FirstOrDefault(ending => text.EndsWith(ending.Begun, StringComparison.Ordinal)).End;

    private static List<string> Read()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(SqlServerLedger).Assembly.Location));
        var metadata = assembly.GetMetadataReader();
        var texts = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(0); !(handle = metadata.GetNextHandle(handle)).IsNil;)
        {
            var text = metadata.GetUserString(handle);
            if (Statement().IsMatch(text) && !Others.Any(other => text.StartsWith(other, StringComparison.Ordinal))) texts.Add(text);
        }

        return texts;
    }

    // What only SQLite is told begins otherwise: PRAGMA, BEGIN, ROLLBACK TO, RELEASE, VACUUM.
    [GeneratedRegex(@"\A\s*(SELECT|INSERT|UPDATE|DELETE|SET|DECLARE|SAVE|ROLLBACK TRANSACTION|WITH|EXEC)\s")]
    private static partial Regex Statement();
}
