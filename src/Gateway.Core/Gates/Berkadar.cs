namespace Gateway.Core.Gates;

/// <summary>
/// Tells complaints about abuse of authority (berkadar pengawasan, Permendagri 8/2023): such a complaint is held for a person and never
/// goes by itself to the agency it accuses. The words are data: <c>Rules/berkadar.tsv</c>; where none of them hits, the sum of all words
/// may still, by <c>Rules/accusing.tsv</c>, because people accuse without naming what they accuse of.
/// </summary>
public static class Berkadar
{
    private static readonly WordRules Rules = WordRules.Load("berkadar.tsv");
    private static readonly WordWeights Weights = WordWeights.Load("accusing.tsv");

    /// <summary>The words that hit, in lower case; null when none do.</summary>
    public static string? Hit(string text)
    {
        var words = WordsOf(text);
        return Rules.Hit(words) ?? Weights.Hit(WordStems.Of(words));
    }

    /// <summary>The words of a text as both rules read it.</summary>
    internal static List<string> WordsOf(string text) => Rules.WordsOf(text);
}
