using System.Collections.Immutable;

namespace Gateway.Core.Gates;

/// <summary>The stems of a text: what is left of a word without its common prefix and suffix. All numbers are one stem. Pure.</summary>
internal static class WordStems
{
    private const string Number = "#";
    private const int ShortestBehindPrefix = 4;
    private const int ShortestBeforeSuffix = 3;

    private static readonly ImmutableArray<string> Prefixes = ["meng", "meny", "mem", "men", "me", "ber", "ter", "di", "peng", "pem", "pen", "pe", "se", "ke"];
    private static readonly ImmutableArray<string> Suffixes = ["annya", "kannya", "nya", "lah", "kah", "kan", "an", "i"];

    /// <summary>Each stem once, with the first word that has it.</summary>
    /// <param name="words">Words as <see cref="RuleWords"/> cuts them.</param>
    public static Dictionary<string, string> Of(IEnumerable<string> words)
    {
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words.Where(word => word != RuleWords.Break)) stems.TryAdd(Of(word), word);
        return stems;
    }

    // Not what a grammar would say: it only has to give the forms of a word one name.
    private static string Of(string word)
    {
        if (word.All(char.IsAsciiDigit)) return Number;
        var prefix = Prefixes.FirstOrDefault(prefix => word.StartsWith(prefix, StringComparison.Ordinal) && word.Length - prefix.Length >= ShortestBehindPrefix) ?? "";
        var rest = word[prefix.Length..];
        var suffix = Suffixes.FirstOrDefault(suffix => rest.EndsWith(suffix, StringComparison.Ordinal) && rest.Length - suffix.Length >= ShortestBeforeSuffix) ?? "";
        return rest[..^suffix.Length];
    }
}
