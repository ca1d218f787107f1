namespace Gateway.Core.Gates;

/// <summary>
/// A set of words as data: an expression that hits alone, an act that hits beside a role, look-alikes that are looked past. Tells which
/// words hit, so that a person sees why. Pure.
/// </summary>
internal sealed class WordRules
{
    /// <summary>How many words may stand between a role and an act: about two short sentences.</summary>
    private const int Near = 15;

    private readonly Vocabulary vocabulary;
    private readonly PhraseList lookAlikes;
    private readonly PhraseList alone;
    private readonly PhraseList roles;
    private readonly PhraseList acts;

    private WordRules(ILookup<string, string> phrases, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        lookAlikes = new PhraseList(phrases["not"]);
        alone = new PhraseList(phrases["alone"]);
        roles = new PhraseList(phrases["role"]);
        acts = new PhraseList(phrases["act"]);
    }

    /// <summary>Reads a rule file that ships with this assembly.</summary>
    /// <param name="name">Its name, such as <c>berkadar.tsv</c>.</param>
    public static WordRules Load(string name)
    {
        var rows = RuleFile.Read(name);
        return new WordRules(rows.ToLookup(row => row.Kind, row => row.Words), new Vocabulary(rows.Where(row => row.Kind != "same").Select(row => row.Words), RuleFile.Same(rows)));
    }

    /// <summary>The expression that hits, or <c>role ... act</c> in the order of the text; null when none does.</summary>
    public string? Hit(string text)
    {
        var words = vocabulary.WordsOf(text);
        lookAlikes.LookPast(words);
        foreach (var (_, _, shown) in alone.In(words)) return shown;
        return Pair(words);
    }

    private string? Pair(List<string> words)
    {
        var done = acts.In(words).ToList();
        if (done.Count == 0) return null;
        var actors = roles.In(words).ToList();
        var first = 0;
        foreach (var act in done)
        {
            // Both stand in the order of the text: roles far before this act are far before the next one too.
            while (first < actors.Count && act.At - actors[first].At - actors[first].Length > Near) first++;
            for (var i = first; i < actors.Count && actors[i].At - act.At - act.Length <= Near; i++)
            {
                var role = actors[i];
                if (role.At < act.At && act.At - role.At - role.Length <= Near) return $"{role.Shown} ... {act.Shown}";
                if (role.At >= act.At) return $"{act.Shown} ... {role.Shown}";
            }
        }

        return null;
    }
}
