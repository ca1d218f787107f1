namespace Gateway.Core.Gates;

/// <summary>Tells complaints in which somebody's life may be in danger now. It marks, and decides nothing. The words are data: <c>Rules/danger.tsv</c>.</summary>
public static class Danger
{
    private static readonly WordRules Rules = WordRules.Load("danger.tsv");

    /// <summary>The words that hit, in lower case; null when none do.</summary>
    public static string? Hit(string text) => Rules.Hit(text);
}
