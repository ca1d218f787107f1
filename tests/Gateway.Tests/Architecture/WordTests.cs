using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Gateway.Contracts.Intake;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Server.Commands;

namespace Gateway.Tests.Architecture;

/// <summary>Whatever the gateway says to a person has words in both languages, and every reason is explained in the vocabulary.</summary>
[SupportedOSPlatform("linux")]
internal sealed partial class WordTests
{
    private const string List = "src/Gateway.Server/Words/words.tsv";
    private const string Vocabulary = "docs/vocabulary.md";

    private static string[] Codes => [.. Lines(Repository.Text(List)).Select(line => line[0])];

    [Test]
    public void EveryLineHasBothLanguages() => Assert.That(BrokenLines(Repository.Text(List)), Is.Empty);

    [Test]
    public void BothLanguagesHaveTheSamePlaces() => Assert.That(UnevenPlaces(Repository.Text(List)), Is.Empty);

    [Test]
    public void EveryReasonHasWords() => Assert.That(Repository.Shipped.SelectMany(ReasonCodes).Distinct().Except(Codes), Is.Empty, $"Add a line to {List} for each.");

    [Test]
    public void EveryWordTheServerAsksForIsThere() =>
        Assert.That(Repository.Shipped.SelectMany(AskedWords).Distinct().Except(Codes), Is.Empty, $"Add a line to {List} for each.");

    [Test]
    public void EveryStateAndOutcomeHasWords() =>
        Assert.That(Named<ComplaintState>("state").Concat(Named<ItemOutcome>("outcome")).Concat(Named<DestinationState>("destination")).Except(Codes), Is.Empty);

    [Test]
    public void EveryResultOfAnOperationHasWords() =>
        Assert.That(Repository.Shipped.SelectMany(OperationCodes).Append("op.done").Distinct().Except(Codes), Is.Empty);

    [Test]
    public void TheVocabularyNamesEveryReason()
    {
        var used = Codes.Where(code => !code.Contains('.', StringComparison.Ordinal) && Repository.Shipped.Any(file => file.Text.Contains($"\"{code}\"", StringComparison.Ordinal)));

        Assert.That(Unnamed(Repository.Text(Vocabulary), used), Is.Empty, $"Each reason code stands in {Vocabulary}.");
    }

    [Test]
    public void CodesAreKebabCase() => Assert.That(Codes.Where(code => !Kebab().IsMatch(code)), Is.Empty);

    [TestCase("greeting\tHanya salam.")]
    [TestCase("greeting\tHanya salam.\t")]
    [TestCase("greeting\t\tOnly a greeting.")]
    [TestCase("greeting\tHanya salam.\tOnly a greeting.\tmore")]
    [TestCase("greeting\tHanya salam.\tOnly a greeting.\ngreeting\tSalam.\tGreeting.")]
    public void CanaryReportsALineThatIsNotWhole(string list) => Assert.That(BrokenLines(list + "\n"), Has.Exactly(1).Items);

    [Test]
    public void CanaryReportsAPlaceMissingInOneLanguage() =>
        Assert.That(UnevenPlaces("batch\tBagian dari {0}.\tPart of it.\n"), Is.EqualTo(new[] { "batch" }));

    [Test]
    public void CanaryReportsAReasonAndAWordWithoutALine()
    {
        Assert.That(ReasonCodes(Canary.Source("src/A.cs", "yield return new Reason(\"made-up\", word);")), Is.EqualTo(new[] { "made-up" }));
        Assert.That(AskedWords(Canary.Source("src/A.cs", "var line = words[done ? \"made.up\" : \"made.down\", 1];")), Is.EqualTo(new[] { "made.up", "made.down" }));
        Assert.That(OperationCodes(Canary.Source("src/A.cs", "return new OperationResult(false, \"made-up\", number);")), Is.EqualTo(new[] { "op.made-up" }));
        Assert.That(AskedWords(Canary.Source("src/A.cs", "Write(words[\"delivered\"]);")), Is.EqualTo(new[] { "delivered" }));
    }

    [Test]
    public void CanaryReportsAReasonTheVocabularyLacks() =>
        Assert.That(Unnamed("- `auto-reply-old`, `bounce`", ["auto-reply", "bounce"]), Is.EqualTo(new[] { "auto-reply" }));

    private static IEnumerable<string[]> Lines(string list) => list.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).Select(line => line.Split('\t'));

    private static IEnumerable<string> BrokenLines(string list) =>
        Lines(list).Where(line => line.Length != 3 || line.Any(string.IsNullOrWhiteSpace)).Select(line => line[0])
            .Concat(Lines(list).GroupBy(line => line[0]).Where(group => group.Count() > 1).Select(group => group.Key));

    private static IEnumerable<string> UnevenPlaces(string list) =>
        Lines(list).Where(line => line.Length == 3 && !Places(line[1]).SetEquals(Places(line[2]))).Select(line => line[0]);

    private static HashSet<string> Places(string words) => [.. Place().Matches(words).Select(match => match.Value)];

    private static IEnumerable<string> ReasonCodes(SourceFile file) => file.Code.SelectMany(line => NewReason().Matches(line)).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> AskedWords(SourceFile file) =>
        file.Code.Where(line => Asks().IsMatch(line))
            .SelectMany(line => Asks().Matches(line).Select(match => match.Groups[1].Value).Concat(Dotted().Matches(line).Select(match => match.Groups[1].Value)))
            .Where(code => code.Length > 0 && !code.EndsWith('.'))
            .Distinct();

    private static IEnumerable<string> OperationCodes(SourceFile file) => file.Code.SelectMany(line => NewResult().Matches(line)).Select(match => "op." + match.Groups[1].Value);

    private static IEnumerable<string> Named<T>(string group) where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{group}.{Wire.Name(value)}");

    private static IEnumerable<string> Unnamed(string vocabulary, IEnumerable<string> codes) =>
        codes.Where(code => !Regex.IsMatch(vocabulary, $@"(?<![\w-]){Regex.Escape(code)}(?![\w-])"));

    [GeneratedRegex("""(?:new Reason\(|, officer, )"([^"]+)"(?=[,)])""")]
    private static partial Regex NewReason();

    [GeneratedRegex("""new OperationResult\((?:true|false), "([^"]+)""")]
    private static partial Regex NewResult();

    [GeneratedRegex("""\b[wW]ords\[(?:"([^"]+)")?""")]
    private static partial Regex Asks();

    [GeneratedRegex("""(?<!\$)"([a-z]+\.[a-z-]+)"(?=[,\] :]|$)""")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("^[a-z]+(-[a-z0-9]+)*(\\.[a-z]+(-[a-z0-9]+)*)?$")]
    private static partial Regex Kebab();
}
