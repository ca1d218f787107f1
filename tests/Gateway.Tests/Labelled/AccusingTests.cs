using System.Runtime.CompilerServices;
using Gateway.Core.Gates;

namespace Gateway.Tests.Labelled;

/// <summary>Hidden accusations: the shipped weights are what the texts give, and they find what they have not seen.</summary>
internal sealed class AccusingTests
{
    private const int Folds = 5;

    [Test]
    public void TheWeightsAreWhatTheTextsGive() =>
        Assert.That(RuleFile.Read("accusing.tsv"), Is.EqualTo(AccusingWeights.From(AccusingWeights.Texts)), "Write them anew: dotnet test tests/Gateway.Tests --filter FullyQualifiedName~WritesTheWeights");

    [Test]
    public void FindsMostOfTheTextsItHasNotSeen()
    {
        var texts = AccusingWeights.Texts;
        var (found, yes, wrong, no) = (0, 0, 0, 0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = new WordWeights(AccusingWeights.From([.. texts.Where((_, i) => i % Folds != fold)]));
            foreach (var (stems, accuses) in texts.Where((_, i) => i % Folds == fold))
            {
                var hit = weights.Hit([.. stems.Values]) is not null;
                if (accuses) (yes, found) = (yes + 1, found + (hit ? 1 : 0));
                else (no, wrong) = (no + 1, wrong + (hit ? 1 : 0));
            }
        }

        TestContext.Out.WriteLine($"by weight alone: {found} of {yes} unseen accusations found, {wrong} of {no} other texts hit");
        Assert.That(found, Is.AtLeast(yes * 0.7));
        Assert.That(wrong, Is.AtMost(no * 0.14));
    }

    [Test]
    public void ShowsTheWordsThatWeighMost()
    {
        var weights = new WordWeights([("start", "-", "-1.0"), ("weigh", "2.0", "kata"), ("weigh", "1.0", "suruh"), ("weigh", "1.5", "uang"), ("weigh", "0.5", "orang"), ("weigh", "-3.0", "rusak")]);

        Assert.That(weights.Hit(["katanya", "orang", "disuruh", "uang"]), Is.EqualTo("katanya + uang + disuruh"));
        Assert.That(weights.Hit(["orang", "disuruh", "uang", "rusak"]), Is.Null, "what speaks against it counts");
        Assert.That(weights.Hit(["katanya", "uang"]), Is.Null, "two words are no sum");
    }

    [Explicit("Writes into the source; for whoever changed the labelled texts.")]
    [Test]
    public void WritesTheWeights() => File.WriteAllLines(Source(), Lines());

    private static IEnumerable<string> Lines() =>
    [
        "# Weights of word stems, learned from labelled texts; not to be changed by hand. Columns: weigh, weight, stems separated by |.",
        "# To have them better, add texts to tests/Gateway.Tests/Labelled/accusing.tsv and run the test WritesTheWeights.",
        .. AccusingWeights.From(AccusingWeights.Texts).GroupBy(row => (row.Kind, row.Name)).Select(group => $"{group.Key.Kind}\t{group.Key.Name}\t{string.Join('|', group.Select(row => row.Words))}"),
    ];

    private static string Source([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Gateway.Core", "Gates", "Rules", "accusing.tsv");
}
