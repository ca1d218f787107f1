namespace Gateway.Core.Gates;

/// <summary>
/// Tells complaints about abuse of authority (berkadar pengawasan, Permendagri 8/2023): such a complaint is held for a person and never
/// goes by itself to the agency it accuses. The words are data: <c>Rules/berkadar.tsv</c>; where none of them hits, the sum of all words
/// may still, by <c>Rules/accusing.tsv</c>, because people accuse without naming what they accuse of.
/// </summary>
public static class Berkadar
{
    private static readonly WordWeights Weights = WordWeights.Load("accusing.tsv");
    private static readonly WordRules Rules = WordRules.Load("berkadar.tsv", Weights.Knows);

    /// <summary>The words that hit, in lower case; null when none do.</summary>
    public static string? Hit(string text)
    {
        var words = Rules.WordsOf(text);
        return Rules.Hit(words) ?? Weights.Hit(words);
    }

    /// <summary>All words of a text as both rules read it, for learning the weights.</summary>
    internal static List<string> AllWordsOf(string text) => Rules.AllWordsOf(text);
}
