namespace Gateway.Core.Gates;

/// <summary>
/// Tells complaints about abuse of authority (berkadar pengawasan, Permendagri 8/2023): such a complaint is held for a person and never
/// goes by itself to the agency it accuses. The words are data: <c>Rules/berkadar.tsv</c>.
/// </summary>
public static class Berkadar
{
    private static readonly WordRules Rules = WordRules.Load("berkadar.tsv");

    /// <summary>The words that hit, in lower case; null when none do.</summary>
    public static string? Hit(string text) => Rules.Hit(text);
}
