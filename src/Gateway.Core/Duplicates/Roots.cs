using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gateway.Core.Duplicates;

/// <summary>
/// Finds the root that a word is made of by prefixes and suffixes: "pengerukan" and "dikeruk" of "keruk". Only what is known as a root is
/// found, so that "beras" is not made of "ras". Pure.
/// </summary>
/// <param name="known">The roots.</param>
internal sealed class Roots(IEnumerable<string> known)
{
    private const int Shortest = 4;

    private static readonly ImmutableArray<string> Suffixes = ["", "nya", "lah", "kah", "kan", "an", "i", "annya", "kannya", "inya", "in"];

    // What stands before the root, and the letter of the root that it swallowed. Behind the line what is said in the street.
    private static readonly ImmutableArray<(string Prefix, string Swallowed)> Prefixes =
    [
        ("", ""), ("di", ""), ("ke", ""), ("se", ""), ("ter", ""), ("te", ""), ("ber", ""), ("be", ""), ("per", ""), ("pe", ""), ("me", ""), ("mem", ""), ("mem", "p"),
        ("men", ""), ("men", "t"), ("meng", ""), ("meng", "k"), ("meny", "s"), ("pem", ""), ("pem", "p"), ("pen", ""), ("pen", "t"), ("peng", ""), ("peng", "k"), ("peny", "s"),
        ("memper", ""), ("diper", ""), ("keter", ""), ("pemer", ""), ("berke", ""), ("menye", ""), ("dike", ""), ("penge", ""), ("menge", ""), ("kese", ""), ("pense", ""),
        ("ng", ""), ("ng", "k"), ("nge", ""), ("ny", "s"), ("n", "t"), ("m", "p"), ("ka", ""), ("ba", ""), ("ta", ""), ("ma", ""), ("man", ""), ("mang", ""), ("mam", ""),
    ];

    private readonly FrozenSet<string> roots = known.Where(word => word.Length >= Shortest).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The longest root that makes the word; null where none does.</summary>
    public string? Of(string word)
    {
        if (roots.Contains(word)) return word;
        string? longest = null;
        foreach (var suffix in Suffixes)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal)) continue;
            foreach (var (prefix, swallowed) in Prefixes)
            {
                if (word.Length - suffix.Length - prefix.Length < Shortest - swallowed.Length || !word.StartsWith(prefix, StringComparison.Ordinal)) continue;
                var root = swallowed + word[prefix.Length..^suffix.Length];
                if (root.Length > (longest?.Length ?? Shortest - 1) && roots.Contains(root)) longest = root;
            }
        }

        return longest;
    }
}
