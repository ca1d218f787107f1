using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Gateway.Core.Gates;

/// <summary>What a text is about, as data. Pure.</summary>
internal sealed class MatterRules
{
    private const int LongestOpening = 4;

    private readonly Vocabulary vocabulary;
    private readonly (string Topic, PhraseList Phrases)[] topics;
    private readonly FrozenDictionary<string, int[]> byFirst;
    private readonly int[] anywhere;
    private readonly (string Topic, PhraseList Phrases)[] fields;
    private readonly PhraseList results;
    private readonly PhraseList openings;
    private readonly Regex opening;
    private readonly HashSet<(string, string)> kin = [];

    private MatterRules(IReadOnlyList<(string Kind, string Name, string Words)> rows)
    {
        vocabulary = new Vocabulary(rows.Where(row => row.Kind is "topic" or "field" or "result" or "new").Select(row => row.Words), RuleFile.Same(rows));
        topics = [.. rows.Where(row => row.Kind == "topic").GroupBy(row => row.Name).Select(group => (group.Key, new PhraseList(group.Select(row => row.Words))))];
        byFirst = Enumerable.Range(0, topics.Length).SelectMany(topic => (topics[topic].Phrases.Firsts ?? []).Select(first => (first, topic)))
            .GroupBy(pair => pair.first).ToDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.topic).ToArray()).ToFrozenDictionary();
        anywhere = [.. Enumerable.Range(0, topics.Length).Where(topic => topics[topic].Phrases.Firsts is null)];
        fields = [.. rows.Where(row => row.Kind == "field").GroupBy(row => row.Name).Select(group => (group.Key, new PhraseList(group.Select(row => row.Words))))];
        results = new PhraseList(rows.Where(row => row.Kind == "result").Select(row => row.Words));
        openings = new PhraseList(rows.Where(row => row.Kind == "new").Select(row => row.Words));
        var words = rows.Where(row => row.Kind == "new").Select(row => Regex.Escape(row.Words)).OrderByDescending(phrase => phrase.Length);
        opening = new Regex($@"^(?:(?:dan|{string.Join('|', words)})\b[\s,:]*)+", RegexOptions.IgnoreCase);
        foreach (var family in rows.Where(row => row.Kind == "kin").GroupBy(row => row.Name))
        {
            foreach (var one in family)
                foreach (var other in family)
                    kin.Add((one.Words, other.Words));
        }
    }

    public static MatterRules Load(string name) => new(RuleFile.Read(name));

    /// <summary>True when two topics standing in one text are one trouble.</summary>
    public bool AreKin(string one, string other) => one == other || kin.Contains((one, other));

    /// <summary>True for a few words that only lead to what comes: "selain itu", "oh ya".</summary>
    public bool Opens(string piece)
    {
        var words = vocabulary.WordsOf(piece);
        return words.Count <= LongestOpening && IsLed(words);
    }

    /// <summary>True for a piece that says by its first words that another matter comes.</summary>
    public bool IsLed(string piece) => IsLed(vocabulary.WordsOf(piece));

    private bool IsLed(List<string> words) => openings.In(words).Any(found => found.At == 0);

    /// <summary>The text behind the words that only lead to it.</summary>
    public string PastOpening(string text) => opening.Replace(text, "").TrimEnd(' ', ',', ';');

    /// <summary>Topics of a piece of text in which something is wrong, as a trouble of its own and not as the consequence of one; empty for none.</summary>
    public IReadOnlyList<string> TopicsOf(string piece)
    {
        var words = vocabulary.WordsOf(piece);
        var end = results.In(words).Select(found => found.At).Append(words.Count).First();
        var own = words.GetRange(0, end);
        return [.. In(own).Select(topic => topics[topic].Topic)];
    }

    /// <summary>
    /// Topics of a piece of which the text says that it is a matter of its own (a list, "selain itu"): what it is about is enough then, in
    /// whatever words the trouble is told.
    /// </summary>
    public IReadOnlyList<string> FieldsOf(string piece)
    {
        var words = vocabulary.WordsOf(piece);
        return [.. fields.Where(field => field.Phrases.FirstIn(words) is not null).Select(field => field.Topic)];
    }

    /// <summary>False for a text of one topic or none, whatever stands for a consequence in it: most texts need no second look.</summary>
    public bool MayHoldSeveral(string text)
    {
        var words = vocabulary.WordsOf(text);
        return In(words).Select(topic => topics[topic].Topic).Concat(fields.Where(field => field.Phrases.FirstIn(words) is not null).Select(field => field.Topic)).Distinct().Skip(1).Any();
    }

    // Only topics of which a phrase begins with a word of the text are looked for.
    private IEnumerable<int> In(List<string> words)
    {
        var candidates = new SortedSet<int>(anywhere);
        foreach (var word in words)
            if (byFirst.TryGetValue(word, out var begun)) candidates.UnionWith(begun);
        return candidates.Where(topic => topics[topic].Phrases.FirstIn(words) is not null);
    }
}
