using System.Reflection;

namespace Gateway.Core.Gates;

/// <summary>A file of word rules that ships with this assembly: lines of kind, name and alternatives, set apart by tabs. Lines that begin with <c>#</c> tell people about it.</summary>
internal sealed class RuleFile
{
    private readonly ILookup<string, string> byKind;

    private RuleFile(IReadOnlyList<(string Kind, string Name, string Words)> rows)
    {
        byKind = rows.ToLookup(row => row.Kind, row => row.Words);
        Same = rows.Where(row => row.Kind == "same").ToDictionary(row => row.Words, row => row.Name, StringComparer.Ordinal);
    }

    /// <summary>Other ways to write a word, to the way the rules write it.</summary>
    public IReadOnlyDictionary<string, string> Same { get; }

    /// <summary>The alternatives of all lines of a kind.</summary>
    public IEnumerable<string> this[string kind] => byKind[kind];

    /// <param name="name">Its name, such as <c>berkadar.tsv</c>.</param>
    public static RuleFile Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No rule file {name}.");
        using var reader = new StreamReader(stream);
        return new RuleFile(
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] != '#')
                .Select(line => line.TrimEnd('\r').Split('\t'))
                .SelectMany(row => row[2].Split('|').Select(words => (Kind: row[0], Name: row[1], Words: words))),
        ]);
    }

    /// <summary>Makes a sentence end of what the look-alikes of the file cover, so that no expression finds anything in it.</summary>
    public static void LookPast(PhraseList lookAlikes, List<string> words)
    {
        foreach (var (at, length, _) in lookAlikes.In(words).ToList())
            for (var i = at; i < at + length; i++) words[i] = RuleWords.Break;
    }
}
