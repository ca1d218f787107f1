using System.Reflection;

namespace Gateway.Core.Gates;

/// <summary>
/// A set of words as data: an expression that hits alone, an act that hits beside a role, look-alikes that are looked past. Tells which
/// words hit, so that a person sees why. Pure.
/// </summary>
internal sealed class WordRules
{
    /// <summary>How many words may stand between a role and an act: about two short sentences.</summary>
    private const int Near = 15;

    private readonly Dictionary<string, string> same;
    private readonly PhraseList lookAlikes;
    private readonly PhraseList alone;
    private readonly PhraseList roles;
    private readonly PhraseList acts;

    private WordRules(ILookup<string, string> phrases, Dictionary<string, string> same)
    {
        this.same = same;
        lookAlikes = new PhraseList(phrases["not"]);
        alone = new PhraseList(phrases["alone"]);
        roles = new PhraseList(phrases["role"]);
        acts = new PhraseList(phrases["act"]);
    }

    /// <summary>Reads a rule file that ships with this assembly.</summary>
    /// <param name="name">Its name, such as <c>berkadar.tsv</c>.</param>
    public static WordRules Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No rule file {name}.");
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .SelectMany(row => row[2].Split('|').Select(words => (Kind: row[0], Name: row[1], Words: words)))
            .ToList();
        return new WordRules(
            rows.ToLookup(row => row.Kind, row => row.Words),
            rows.Where(row => row.Kind == "same").ToDictionary(row => row.Words, row => row.Name, StringComparer.Ordinal));
    }

    /// <summary>The expression that hits, or <c>role ... act</c> in the order of the text; null when none does.</summary>
    public string? Hit(string text)
    {
        var words = RuleWords.Of(text, same);
        foreach (var (at, length, _) in lookAlikes.In(words).ToList())
            for (var i = at; i < at + length; i++) words[i] = RuleWords.Break;
        foreach (var (_, _, shown) in alone.In(words)) return shown;
        return Pair(words);
    }

    private string? Pair(List<string> words)
    {
        var done = acts.In(words).ToList();
        if (done.Count == 0) return null;
        var actors = roles.In(words).ToList();
        foreach (var act in done)
        {
            foreach (var role in actors)
            {
                if (role.At < act.At && act.At - role.At - role.Length <= Near) return $"{role.Shown} ... {act.Shown}";
                if (role.At >= act.At && role.At - act.At - act.Length <= Near) return $"{act.Shown} ... {role.Shown}";
            }
        }

        return null;
    }
}
