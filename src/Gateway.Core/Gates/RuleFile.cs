using System.Collections.Frozen;
using System.Reflection;

namespace Gateway.Core.Gates;

/// <summary>The rows of a rule file: kind, name, one of the alternatives. A file is tab-separated, alternatives by <c>|</c>, <c>#</c> begins a comment line.</summary>
internal static class RuleFile
{
    /// <summary>Reads a file that ships with this assembly.</summary>
    /// <param name="name">Its name, such as <c>berkadar.tsv</c>.</param>
    public static IReadOnlyList<(string Kind, string Name, string Words)> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No rule file {name}.");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] != '#')
                .Select(line => line.TrimEnd('\r').Split('\t'))
                .SelectMany(row => row[2].Split('|').Select(words => (row[0], row[1], words))),
        ];
    }

    /// <summary>Other ways to write a word, to the way the rules write it.</summary>
    public static FrozenDictionary<string, string> Same(IEnumerable<(string Kind, string Name, string Words)> rows) =>
        rows.Where(row => row.Kind == "same").ToDictionary(row => row.Words, row => row.Name).ToFrozenDictionary(StringComparer.Ordinal);
}
