using System.Globalization;

namespace Gateway.Core.Gates;

/// <summary>
/// Weighs the words of a text, for what no single word says. Each stem has a weight, for or against; the sum decides. The weights are
/// data, learned from labelled texts by <c>AccusingWeights</c> of the tests: whoever wants them better adds texts there. Pure.
/// </summary>
internal sealed class WordWeights
{
    private const int Shown = 3;

    private readonly Dictionary<string, double> weights;
    private readonly double start;

    /// <param name="rows">Rows <c>weigh</c>, whose name is the weight, and one row <c>start</c>, whose words are the number the sum begins with.</param>
    public WordWeights(IReadOnlyList<(string Kind, string Name, string Words)> rows)
    {
        weights = rows.Where(row => row.Kind == "weigh").ToDictionary(row => row.Words, row => Number(row.Name));
        start = Number(rows.Single(row => row.Kind == "start").Words);
    }

    public static WordWeights Load(string name) => new(RuleFile.Read(name));

    /// <summary>The heaviest stems that speak for it; null when the text weighs too little.</summary>
    public string? Hit(IReadOnlyList<string> words)
    {
        var known = WordStems.Of(words).Where(weights.ContainsKey).ToList();
        return SumOf(known) <= 0 ? null : string.Join(" + ", known.Where(stem => weights[stem] > 0).OrderByDescending(stem => weights[stem]).ThenBy(stem => stem, StringComparer.Ordinal).Take(Shown));
    }

    // By the root of their number, so that a long text does not weigh more for being long.
    private double SumOf(List<string> known) => start + (known.Sum(stem => weights[stem]) / Math.Sqrt(Math.Max(1, known.Count)));

    private static double Number(string written) => double.Parse(written, CultureInfo.InvariantCulture);
}
