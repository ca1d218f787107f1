using System.Collections.Frozen;
using Gateway.Core.Gates;

namespace Gateway.Core.Duplicates;

/// <summary>
/// Reads what a text tells: of what matter, at what place. Names and numbers of places are told apart from what is said, because they say
/// that two texts of the same words are two matters. The words are data: <c>Rules/duplicates.tsv</c>, <c>Rules/common.tsv</c>. Pure.
/// </summary>
internal static class Wording
{
    private const double ThingWeight = 2;
    private const double SenseWeight = 1.5;
    private const double WordWeight = 1;
    private const int LongestName = 3;
    private const int ShortestName = 3;

    private static readonly IReadOnlyList<(string Kind, string Name, string Words)> Rows = RuleFile.Read("duplicates.tsv");
    private static readonly Spelling Spelling = new(Rows);
    private static readonly FrozenSet<string> Silent = Words("silent");
    private static readonly FrozenSet<string> Time = Words("time");
    private static readonly FrozenSet<string> Wide = Words("wide");
    private static readonly FrozenSet<string> Parts = Words("part");
    private static readonly FrozenSet<string> Titles = Words("title");
    private static readonly FrozenSet<string> Ends = Words("end");
    private static readonly FrozenDictionary<string, string> PlaceWords = Names("place");
    private static readonly FrozenDictionary<string, string> PointWords = Names("point");
    private static readonly FrozenDictionary<string, string> Things = Senses("thing");
    private static readonly FrozenDictionary<string, string> Meanings = Senses("sense");
    private static readonly CommonWords Common = new(
        Rows.Where(row => row.Kind is "silent" or "time" or "thing" or "sense" or "place" or "point").Concat(RuleFile.Read("common.tsv")).Select(row => row.Words)
            .Concat(Rows.Where(row => row.Kind is "same" or "phrase").Select(row => row.Name)).Select(Spelling.One));

    /// <summary>What a text tells.</summary>
    public static Told Of(string text)
    {
        var tokens = Spelling.Of(WithoutEnd(text));
        var said = new Dictionary<string, double>(StringComparer.Ordinal);
        var things = new List<string>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var wide = new HashSet<string>(StringComparer.Ordinal);
        var places = new List<(string Kind, string Name)>();
        var points = new List<(string Kind, string Value)>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var word = tokens[at].Word;
            if (Wide.Contains(word)) wide.Add(word);
            else if (Titles.Contains(word)) while (at + 1 < tokens.Count && IsName(tokens[at + 1])) at++;
            else if (PointOf(tokens, at) is { } point)
            {
                points.Add(point);
                at++;
            }
            else if (PlaceWords.TryGetValue(word, out var place) && NameAt(tokens, at + 1, tokens[at].LeadsToName) is { Length: > 0 } name)
            {
                foreach (var part in Telling(tokens, name))
                {
                    places.Add((place, part));
                    names.Add(part);
                }

                at = name.Start + name.Length - 1;
                // Swadaya II, Sejahtera 3; but not "Jl. Cendana 2 minggu".
                if (NumberOf(tokens, at + 1) is { } number) points.Add((tokens[at].Word, number));
            }
            else if (tokens[at].IsNumber || Silent.Contains(word) || Time.Contains(word) || (Parts.Contains(word) && !tokens[at].IsCapital)) continue;
            else if (BeginsName(tokens[at]) && NameAt(tokens, at, leads: false) is { Length: > 0 } bare)
            {
                // In small letters an unknown word may as well be a slip or a word of the street: it names nothing, but it tells.
                if (tokens.GetRange(bare.Start, bare.Length).Exists(token => token.IsCapital || Parts.Contains(token.Word))) names.UnionWith(Telling(tokens, bare));
                else foreach (var part in Telling(tokens, bare)) said.TryAdd(WordStems.Of(part).ToString(), WordWeight);
                at = bare.Start + bare.Length - 1;
            }
            else if (MeaningOf(Things, word) is { } thing)
            {
                if (!things.Contains(thing)) things.Add(thing);
                said[thing] = ThingWeight;
            }
            else if (MeaningOf(Meanings, word) is { } meaning) said[meaning] = SenseWeight;
            else if (word.Length > 2) said.TryAdd(WordStems.Of(word).ToString(), WordWeight);
        }

        return new Told
        {
            Said = said,
            Things = things,
            Names = names,
            Wide = wide,
            Places = places.Distinct().ToLookup(pair => pair.Kind, pair => pair.Name),
            Points = points.Distinct().ToLookup(pair => pair.Kind, pair => pair.Value),
            Words = tokens.Select(token => token.Word).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>True for a word that names nothing.</summary>
    public static bool IsCommon(string word) => Common.Has(word);

    // Who wrote it is no place.
    private static string WithoutEnd(string text) =>
        Ends.Select(end => text.LastIndexOf(end, StringComparison.OrdinalIgnoreCase)).Where(at => at > text.Length / 3).DefaultIfEmpty(text.Length).Min() is var end ? text[..end] : text;

    private static (string Kind, string Value)? PointOf(List<Token> tokens, int at) =>
        PointWords.TryGetValue(tokens[at].Word, out var kind) && at + 1 < tokens.Count && (tokens[at + 1].IsNumber || tokens[at + 1].Word is [>= 'a' and <= 'z']) ? (kind, tokens[at + 1].Word) : null;

    private static string? NumberOf(List<Token> tokens, int at) =>
        at < tokens.Count && tokens[at].Word is { Length: > 0 } word && (tokens[at].IsNumber || (word.Length == 1 && tokens[at].IsCapital))
        && !(at + 1 < tokens.Count && Time.Contains(tokens[at + 1].Word)) ? word : null;

    // Behind "jalan" stands a name, unless what stands there says something of the road.
    private static (int Start, int Length) NameAt(List<Token> tokens, int start, bool leads)
    {
        if (start < tokens.Count && tokens[start].IsNumber) start++;
        var length = 0;
        while (length < LongestName && start + length < tokens.Count && IsPart(tokens[start + length], leads && length == 0)) length++;
        return (start, length);
    }

    // Capitals tell a name also where its words mean something: Jalan Merdeka, Kota Bangun.
    private static bool IsPart(Token token, bool leads) =>
        IsName(token) || (token.IsCapital && !token.IsAcronym && !IsKnownPlace(token.Word)) || (leads && !token.IsNumber && token.Word.Length >= ShortestName && !Describes(token.Word));

    private static bool IsName(Token token) =>
        !token.IsNumber && token.Word.Length >= ShortestName && !IsKnownPlace(token.Word) && !(token.IsCapital ? Common.Has(token.Word) : Common.MayBe(token.Word));

    private static bool BeginsName(Token token) => (IsName(token) && !token.IsAcronym) || (token.IsCapital && Parts.Contains(token.Word) && !IsKnownPlace(token.Word));

    private static bool IsKnownPlace(string word) => Wide.Contains(word) || PlaceWords.ContainsKey(word) || PointWords.ContainsKey(word);

    private static bool Describes(string word) => Silent.Contains(word) || Time.Contains(word) || IsKnownPlace(word) || MeaningOf(Things, word) is not null || MeaningOf(Meanings, word) is not null;

    // "Muara" and "Long" stand before many names; alone they are one.
    private static IEnumerable<string> Telling(List<Token> tokens, (int Start, int Length) name)
    {
        var words = tokens.GetRange(name.Start, name.Length).Select(token => token.Word).ToList();
        return words.Exists(word => !Parts.Contains(word)) ? words.Where(word => !Parts.Contains(word)) : words;
    }

    private static string? MeaningOf(FrozenDictionary<string, string> meanings, string word) =>
        meanings.TryGetValue(word, out var meaning) || meanings.TryGetValue(WordStems.Of(word).ToString(), out meaning) ? meaning : null;

    private static FrozenSet<string> Words(string kind) => Rows.Where(row => row.Kind == kind).Select(row => row.Words).ToFrozenSet();

    private static FrozenDictionary<string, string> Names(string kind) =>
        Rows.Where(row => row.Kind == kind).DistinctBy(row => row.Words).ToDictionary(row => row.Words, row => row.Name).ToFrozenDictionary();

    private static FrozenDictionary<string, string> Senses(string kind) => Rows.Where(row => row.Kind == kind)
        .SelectMany(row => new[] { row.Words, WordStems.Of(row.Words).ToString() }.Select(word => (word, row.Name)))
        .DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.Name).ToFrozenDictionary();
}
