using System.Globalization;
using System.Text.RegularExpressions;
using Gateway.Core.Gates;

namespace Gateway.Tests.Labelled;

/// <summary>
/// Learns the weights of <c>Rules/accusing.tsv</c> from labelled texts (logistic regression, the same result in every run). What is
/// written down is rounded, so that a person can read the file and see which words speak for and against.
/// </summary>
internal static partial class AccusingWeights
{
    private const int Rounds = 200;
    private const double Step = 2;
    private const double Momentum = 0.9;
    // Keeps words of few texts from weighing much.
    private const double Shrink = 0.0006;
    // To overlook an accusation is worse than to hold a complaint.
    private const double YesCounts = 2.5;

    // They tell how somebody writes and not what of.
    private static readonly HashSet<string> Unsaying = StemsOf(
        "yang untuk dari di ke dan itu ini pak bapak bu ibu saya kami ada sudah dengan oleh pada atas nya juga akan adalah min admin tapi kalau tiap baru lagi saja lah semua dulu terus jadi masih").Keys.ToHashSet();

    /// <summary>All labelled texts that are no inputs of a measurement: stems, and whether they accuse.</summary>
    public static IReadOnlyList<(Dictionary<string, string> Stems, bool Accuses)> Texts =>
    [
        .. from file in new[] { "accusing.tsv", "berkadar.tsv" } from text in LabelledTexts.Read(file) select (StemsOf(text.Text), text.Label == "yes"),
        .. from file in new[] { "matters.tsv", "danger.tsv", "masking.tsv" } from text in LabelledTexts.Read(file) select (StemsOf(text.Text), false),
    ];

    /// <summary>The rows of the rule file, the heaviest first.</summary>
    public static IReadOnlyList<(string Kind, string Name, string Words)> From(IReadOnlyList<(Dictionary<string, string> Stems, bool Accuses)> texts)
    {
        var stems = texts.SelectMany(text => text.Stems.Keys).Where(stem => !Unsaying.Contains(stem)).GroupBy(stem => stem).Where(group => group.Count() > 1).Select(group => group.Key).Order(StringComparer.Ordinal).ToList();
        var at = stems.Select((stem, i) => (stem, i)).ToDictionary(pair => pair.stem, pair => pair.i);
        var read = texts.Select(text => (Found: text.Stems.Keys.Where(at.ContainsKey).Select(stem => at[stem]).Order().ToArray(), text.Accuses)).ToList();
        var (weights, start) = Fitted(read, stems.Count);
        return
        [
            ("start", "-", Written(start)),
            .. stems.Select((stem, i) => (Weight: Math.Round(weights[i], 1), stem)).Where(pair => pair.Weight != 0)
                .OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.stem, StringComparer.Ordinal).Select(pair => ("weigh", Written(pair.Weight), pair.stem)),
        ];
    }

    private static Dictionary<string, string> StemsOf(string text) => WordStems.Of(Berkadar.AllWordsOf(Label().Replace(text, "${words}").Replace("\\n", "\n", StringComparison.Ordinal)));

    private static (double[] Weights, double Start) Fitted(List<(int[] Found, bool Accuses)> texts, int count)
    {
        var (weights, speeds, start, startSpeed) = (new double[count], new double[count], 0.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            var (slopes, startSlope) = (Array.ConvertAll(weights, weight => Shrink * weight), 0.0);
            foreach (var (found, accuses) in texts)
            {
                var share = 1 / Math.Sqrt(Math.Max(1, found.Length));
                var likely = 1 / (1 + Math.Exp(-start - (share * found.Sum(stem => weights[stem]))));
                var miss = (accuses ? YesCounts * (likely - 1) : likely) / texts.Count;
                startSlope += miss;
                foreach (var stem in found) slopes[stem] += miss * share;
            }

            for (var i = 0; i < count; i++) weights[i] += speeds[i] = (Momentum * speeds[i]) - (Step * slopes[i]);
            start += startSpeed = (Momentum * startSpeed) - (Step / 2 * startSlope);
        }

        return (weights, start);
    }

    private static string Written(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    // Labels of personal data in masking.tsv.
    [GeneratedRegex(@"\{\w+:(?<words>[^}]+)\}")]
    private static partial Regex Label();
}
