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
        var found = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in words)
            if (word != RuleWords.Break) found.TryAdd(Of(word.AsSpan()), word);
        return stems;
    }

    /// <summary>The stem of a word. Not what a grammar would say: it only has to give the forms of a word one name.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        var stem = word;
        if (!stem.ContainsAnyExceptInRange('0', '9')) return Number;
        foreach (var prefix in Prefixes)
        {
            if (stem[0] != prefix[0] || stem.Length - prefix.Length < ShortestBehindPrefix || !stem.StartsWith(prefix)) continue;
            stem = stem[prefix.Length..];
            break;
        }

        foreach (var suffix in Suffixes)
            if (stem[^1] == suffix[^1] && stem.Length - suffix.Length >= ShortestBeforeSuffix && stem.EndsWith(suffix)) return stem[..^suffix.Length];
        return stem;
    }
}
