using Gateway.Core.Gates;

namespace Gateway.Core.Duplicates;

/// <summary>
/// Reads what a text tells: of what matter, at what place, and what else tells it from another of the same words. Pure; the words are data
/// (<see cref="WordBook"/>).
/// </summary>
internal sealed class Wording
{
    private const double ThingWeight = 2;
    private const double SenseWeight = 1.5;
    private const double WordWeight = 1;
    private const int LongestName = 3;
    private const int LongestEnd = 220;
    private const int MostLetters = 2;
    private const int ShortestName = 3;

    private readonly List<Token> tokens;
    private readonly Dictionary<string, double> said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> written = new(StringComparer.Ordinal);
    private readonly List<string> things = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<string> unknown = [];
    private readonly HashSet<string> joined = new(StringComparer.Ordinal);
    private readonly HashSet<string> wide = new(StringComparer.Ordinal);
    private readonly List<(string Kind, string Name)> places = [];
    private readonly List<(string Kind, string Value)> points = [];

    private Wording(string whole)
    {
        var text = Frame.Without(whole);
        var end = EndOf(text);
        tokens = WordBook.Tokens(text[..end]);
        for (var at = 0; at < tokens.Count;) at = Read(at) + 1;
        Told = new Told
        {
            Said = said,
            Written = written,
            Things = things,
            Names = names,
            Unknown = unknown,
            Joined = joined,
            Wide = wide,
            Places = places.Distinct().ToLookup(pair => pair.Kind, pair => pair.Name),
            Points = points.Distinct().ToLookup(pair => pair.Kind, pair => pair.Value),
            Marks = Marks.Of(tokens, WordBook.Tokens(text[end..])),
            Asks = Question.Of(tokens),
            IsMended = Mending.Of(tokens),
            Details = tokens.Where(token => IsDetail(token.Known)).Select(token => token.Word).ToHashSet(StringComparer.Ordinal),
            Sequence = tokens,
            Pairs = Pairs(),
            Words = tokens.Select(token => token.Word).ToHashSet(StringComparer.Ordinal),
        };
    }

    private Told Told { get; }

    /// <summary>What a text tells.</summary>
    public static Told Of(string text) => new Wording(text).Told;

    private HashSet<long> Pairs()
    {
        var pairs = new HashSet<long>(tokens.Count);
        for (var at = 1; at < tokens.Count; at++) pairs.Add(((long)tokens[at - 1].Known.Hash << 32) | (uint)tokens[at].Known.Hash);
        return pairs;
    }

    // What stands in many names, and letters.
    private static bool IsDetail(KnownWord word) => word.IsPart || word.IsKnownPlace || (word.Word.Length <= MostLetters && !word.IsNumber && !word.IsSilent);

    // Who wrote it is no place; but who thanks and then goes on has not ended.
    private static int EndOf(string text)
    {
        var from = Math.Max((text.Length / 3) + 1, text.Length - LongestEnd + 1);
        if (from >= text.Length || !text.AsSpan(from).ContainsAny(WordBook.AnyEnd)) return text.Length;
        return WordBook.Ends.Select(end => text.AsSpan(from).LastIndexOf(end, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).Select(at => from + at).DefaultIfEmpty(text.Length).Min();
    }

    // Reads what begins here, and tells where it ends.
    private int Read(int at)
    {
        var word = tokens[at].Known;
        if (word.Region is { } region) wide.Add(region);
        else if (word.IsTitle) return at + Marks.NameOfPerson(tokens, at);
        else if (PointAt(at) is { } point)
        {
            points.Add(point);
            return at + 1;
        }
        else if (word.Place is { } place && at + 1 < tokens.Count && !tokens[at + 1].BeginsAnew && NameAt(at + 1, tokens[at].LeadsToName || tokens[at + 1].Known.IsUsualName) is { Length: > 0 } name)
        {
            // "Sungai Bawang" is "sungaibawang" to who types in haste.
            joined.Add(tokens[at].Word + tokens[at + 1].Word);
            return Place(place, name);
        }
        else if (word.IsNumber || word.IsSilent || word.IsTime || (word.IsPart && !tokens[at].IsCapital)) return at;
        else if (BeginsName(tokens[at]) && NameAt(at, leads: false) is { Length: > 0 } bare) return Name(bare);
        else Say(word);
        return at;
    }

    private int Place(string kind, (int Start, int Length) name)
    {
        Join(name);
        foreach (var part in Telling(name))
        {
            places.Add((kind, part));
            names.Add(part);
        }

        var last = name.Start + name.Length - 1;
        // Swadaya II, Sejahtera 3; but not "Jl. Cendana 2 minggu".
        if (NumberAt(last + 1) is not { } number) return last;
        points.Add((tokens[last].Word, number));
        return last + 1;
    }

    // In small letters an unknown word may as well be a slip or a word of the street: it names nothing, but it tells.
    private int Name((int Start, int Length) bare)
    {
        Join(bare);
        if (tokens.GetRange(bare.Start, bare.Length).Exists(token => token.IsCapital || token.Known.IsPart)) names.UnionWith(Telling(bare));
        else
        {
            foreach (var part in Telling(bare))
            {
                unknown.Add(part);
                Add(WordStems.Of(part).ToString(), part, WordWeight);
            }
        }

        return bare.Start + bare.Length - 1;
    }

    private void Join((int Start, int Length) name)
    {
        for (var at = name.Start; at < name.Start + name.Length - 1; at++) joined.Add(tokens[at].Word + tokens[at + 1].Word);
    }

    private void Say(KnownWord word)
    {
        var (kind, name) = word.Says;
        if (kind == WordKind.Other && !word.IsCommon) unknown.Add(word.Word);
        if (kind == WordKind.Thing && !things.Contains(name)) things.Add(name);
        if (kind is WordKind.Thing or WordKind.Sense || word.Word.Length > 2) Add(name, word.Word, kind switch { WordKind.Thing => ThingWeight, WordKind.Sense => SenseWeight, WordKind.Light => Told.LightWeight, _ => WordWeight });
    }

    private void Add(string name, string word, double weight)
    {
        said.TryAdd(name, weight);
        written.TryAdd(name, word);
    }

    private (string Kind, string Value)? PointAt(int at) =>
        tokens[at].Known.Point is { } kind && at + 1 < tokens.Count && (tokens[at + 1].IsNumber || IsLetters(tokens[at + 1].Known)) ? (kind, tokens[at + 1].Word) : null;

    // Blok C, blok AB.
    private static bool IsLetters(KnownWord word) => word.Word.Length == 1 || (word.Word.Length <= MostLetters && !word.IsSilent && word.Place is null);

    private string? NumberAt(int at) =>
        at < tokens.Count && tokens[at].Word is { Length: > 0 } word && (tokens[at].IsNumber || (word.Length == 1 && tokens[at].IsCapital))
        && !(at + 1 < tokens.Count && tokens[at + 1].Known.IsTime) ? word : null;

    // Behind "jalan" stands a name, unless what stands there says something of the road.
    private (int Start, int Length) NameAt(int start, bool leads)
    {
        if (start < tokens.Count && tokens[start].IsNumber) start++;
        var length = 0;
        while (length < LongestName && start + length < tokens.Count && (length == 0 || !tokens[start + length].BeginsAnew) && IsPart(tokens[start + length], leads && length == 0)) length++;
        return (start, length);
    }

    // Capitals tell a name also where its words mean something: Jalan Merdeka, Kota Bangun.
    private static bool IsPart(Token token, bool leads) =>
        IsName(token) || (token.IsCapital && !token.IsAcronym && token.Word.Length > 1 && !token.Known.IsKnownPlace) || (leads && !token.IsNumber && token.Word.Length >= ShortestName && !token.Known.Describes);

    private static bool IsName(Token token) =>
        !token.IsNumber && token.Word.Length >= ShortestName && !token.Known.IsKnownPlace && !(token.IsCapital ? token.Known.IsCommon : token.Known.MayBeCommon);

    private static bool BeginsName(Token token) => (IsName(token) && !token.IsAcronym) || (token.IsCapital && token.Known.IsPart && !token.Known.IsKnownPlace);

    // "Muara" and "Long" stand before many names; alone they are one.
    private IEnumerable<string> Telling((int Start, int Length) name)
    {
        var words = tokens.GetRange(name.Start, name.Length);
        return (words.Exists(token => !token.Known.IsPart) ? words.FindAll(token => !token.Known.IsPart) : words).Select(token => token.Word);
    }
}
