using System.Text.RegularExpressions;

namespace Gateway.Core.Gates;

/// <summary>What a text is about, as data. Pure.</summary>
internal sealed class MatterRules
{
    private const int LongestOpening = 4;

    private readonly Dictionary<string, string> same;
    private readonly (string Topic, PhraseList Phrases)[] topics;
    private readonly PhraseList results;
    private readonly PhraseList openings;
    private readonly Regex opening;
    private readonly HashSet<(string, string)> kin = [];

    private MatterRules(IReadOnlyList<(string Kind, string Name, string Words)> rows)
    {
        same = RuleFile.Same(rows);
        topics = [.. rows.Where(row => row.Kind == "topic").GroupBy(row => row.Name).Select(group => (group.Key, new PhraseList(group.Select(row => row.Words))))];
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
        var words = RuleWords.Of(piece, same);
        return words.Count <= LongestOpening && openings.In(words).Any(found => found.At == 0);
    }

    /// <summary>The text behind the words that only lead to it.</summary>
    public string PastOpening(string text) => opening.Replace(text, "").TrimEnd(' ', ',', ';');

    /// <summary>Topics of a piece of text in which something is wrong, as a trouble of its own and not as the consequence of one; empty for none.</summary>
    public IReadOnlyList<string> TopicsOf(string piece)
    {
        var words = RuleWords.Of(piece, same);
        var end = results.In(words).Select(found => found.At).Append(words.Count).First();
        var own = words.GetRange(0, end);
        return [.. topics.Where(topic => topic.Phrases.In(own).Any()).Select(topic => topic.Topic)];
    }
}
