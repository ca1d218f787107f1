using System.Collections.Frozen;

namespace Gateway.Core.Gates;

/// <summary>
/// A set of words as data: an expression that hits alone, an act that hits beside a role, signs that hit together, look-alikes that are
/// looked past. Tells which words hit, so that a person sees why. Pure.
/// </summary>
internal sealed class WordRules
{
    /// <summary>How many words may stand between a role and an act: about two short sentences.</summary>
    private const int Near = 15;

    private readonly FrozenDictionary<string, string> same;
    private readonly Vocabulary vocabulary;
    private readonly PhraseList lookAlikes;
    private readonly PhraseList alone;
    private readonly PhraseList roles;
    private readonly PhraseList acts;
    private readonly Combinations combinations;

    private WordRules(IReadOnlyList<(string Kind, string Name, string Words)> rows, WordTest? isWanted)
    {
        var phrases = rows.ToLookup(row => row.Kind, row => row.Words);
        same = RuleFile.Same(rows);
        vocabulary = new Vocabulary(rows.Where(row => row.Kind != "same").Select(row => row.Words), same, isWanted);
        lookAlikes = new PhraseList(phrases["not"]);
        alone = new PhraseList(phrases["alone"]);
        roles = new PhraseList(phrases["role"]);
        acts = new PhraseList(phrases["act"]);
        combinations = new Combinations(rows);
    }

    /// <summary>Reads a rule file that ships with this assembly.</summary>
    /// <param name="name">Its name, such as <c>berkadar.tsv</c>.</param>
    /// <param name="isWanted">Words that <see cref="WordsOf"/> keeps beside those of the rules; null for none.</param>
    public static WordRules Load(string name, WordTest? isWanted = null) => new(RuleFile.Read(name), isWanted);

    /// <summary>The expression that hits, or <c>role ... act</c> in the order of the text, or the signs that do; null when none does.</summary>
    public string? Hit(string text) => Hit(WordsOf(text));

    /// <summary>The words of a text as these rules write them, without what they look past.</summary>
    public List<string> WordsOf(string text) => PastLookAlikes(vocabulary.WordsOf(text));

    /// <summary>The same with every word, also those that nobody tells apart.</summary>
    public List<string> AllWordsOf(string text) => PastLookAlikes(RuleWords.Of(text, same));

    /// <param name="words">Of <see cref="WordsOf"/>.</param>
    public string? Hit(List<string> words) => alone.FirstIn(words) ?? Pair(words) ?? combinations.Hit(words);

    private List<string> PastLookAlikes(List<string> words)
    {
        lookAlikes.LookPast(words);
        return words;
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
