using System.Globalization;

namespace Gateway.Core.Gates;

/// <summary>
/// Weighs the words of a text, for what no single word says. Each stem has a weight, for or against; the sum decides. The weights are
/// data, learned from labelled texts by <c>AccusingWeights</c> of the tests: whoever wants them better adds texts there. Pure.
/// </summary>
internal sealed class WordWeights
{
    // What a few words say is said by a rule, or not at all.
    private const int Fewest = 3;
    private const int Shown = 3;

    private readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> byStem;
    private readonly double start;

    /// <param name="rows">Rows <c>weigh</c>, whose name is the weight, and one row <c>start</c>, whose words are the number the sum begins with.</param>
    public WordWeights(IReadOnlyList<(string Kind, string Name, string Words)> rows)
    {
        byStem = rows.Where(row => row.Kind == "weigh").ToDictionary(row => row.Words, row => Number(row.Name), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        start = Number(rows.Single(row => row.Kind == "start").Words);
    }

    public static WordWeights Load(string name) => new(RuleFile.Read(name));

    /// <summary>True for a word whose stem has a weight.</summary>
    public bool Knows(ReadOnlySpan<char> word) => byStem.ContainsKey(WordStems.Of(word));

    /// <summary>The words that weigh most for it; null when the text weighs too little.</summary>
    /// <param name="words">Words as <see cref="RuleWords"/> cuts them; each stem counts once, by the first word that has it.</param>
    public string? Hit(IReadOnlyList<string> words)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var known = new List<(double Weight, string Word)>(words.Count / 2);
        foreach (var word in words)
            if (word != RuleWords.Break && byStem.TryGetValue(WordStems.Of(word.AsSpan()), out var stem, out var weight) && seen.Add(stem)) known.Add((weight, word));
        // By the root of their number, so that a long text does not weigh more for being long.
        var sum = start + (known.Sum(word => word.Weight) / Math.Sqrt(Math.Max(1, known.Count)));
        var heavy = known.Where(word => word.Weight > 0).OrderByDescending(word => word.Weight).Select(word => word.Word).ToList();
        return sum > 0 && heavy.Count >= Fewest ? string.Join(" + ", heavy.Take(Shown)) : null;
    }

    private static double Number(string written) => double.Parse(written, CultureInfo.InvariantCulture);
}
