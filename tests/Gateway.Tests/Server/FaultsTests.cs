using System.Text.RegularExpressions;
using Gateway.Server.Commands;
using Gateway.Server.Words;
using Gateway.Tests.Architecture;

namespace Gateway.Tests.Server;

/// <summary>What the ledger, a disk or a source refuses is told in the language of who reads it.</summary>
internal sealed partial class FaultsTests
{
    private static CancellationToken Ct => TestContext.CurrentContext.CancellationToken;

    [TestCase("id", "tidak dapat dibuka")]
    [TestCase("en", "cannot be opened")]
    public async Task ALedgerThatIsNoDatabaseIsToldInTheLanguageOfTheReader(string language, string words)
    {
        var data = Directory.CreateTempSubdirectory("gateway-faults-").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "gateway.db"), new string('x', 8_192), Ct);
        await File.WriteAllTextAsync(Path.Combine(data, "master.key"), Convert.ToBase64String(new byte[32]), Ct);
        var output = new StringWriter();

        var exit = await CommandRunner.RunAsync(["complaints", "list", "--lang", language, "--data", data], new CommandContext(output, output, data, "tester", null, Interactive: false), Ct);

        Directory.Delete(data, recursive: true);
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(4));
            Assert.That(output.ToString(), Does.Contain(words).And.Contain("gateway.db"));
        });
    }

    [Test]
    public void EveryFaultThatHasACodeHasItsWords()
    {
        string[] codes = [.. Repository.Shipped.Where(file => ThrownOf().IsMatch(file.Text)).SelectMany(file => CodeOf().Matches(file.Text).Select(match => match.Groups[1].Value)).Distinct()];

        Assert.That(codes, Has.Length.AtLeast(15));
        Assert.That(codes.Where(code => !WordList.Codes.Contains("fault." + code) && !WordList.Codes.Contains("finding." + code)), Is.Empty);
    }

    [GeneratedRegex(@"\b(?:LedgerUnavailable|JournalUnavailable|IntakeRefused|SourceUnavailable)Exception\b")]
    private static partial Regex ThrownOf();

    [GeneratedRegex("\\{ Code = \"([a-z-]+)\"")]
    private static partial Regex CodeOf();
}
