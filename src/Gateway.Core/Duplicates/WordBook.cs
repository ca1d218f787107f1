using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Gateway.Core.Gates;

namespace Gateway.Core.Duplicates;

/// <summary>The words by which texts are read, as <c>Rules/duplicates.tsv</c> and <c>Rules/common.tsv</c> have them. Pure.</summary>
internal static class WordBook
{
    private const int ShortestStem = 4;

    private static readonly IReadOnlyList<(string Kind, string Name, string Words)> Rows = RuleFile.Read("duplicates.tsv");
    private static readonly FrozenDictionary<string, string> PlaceWords = Names("place");
    private static readonly FrozenDictionary<string, string> PointWords = Names("point");
    private static readonly FrozenDictionary<string, string> Things = Names("thing");
    private static readonly FrozenDictionary<string, string> Meanings = Names("sense");
    private static readonly IReadOnlyList<(string Kind, string Name, string Words)> CommonRows = RuleFile.Read("common.tsv");
    private static readonly Roots Roots = new(CommonRows.Where(row => row.Kind == "root").Select(row => row.Words));
    private static readonly FrozenDictionary<string, string> ThingStems = Stems(Things);
    private static readonly FrozenDictionary<string, string> MeaningStems = Stems(Meanings);
    private static readonly FrozenSet<string> Light = Words("light");
    private static readonly FrozenSet<string> LightStems = Light.Select(word => WordStems.Of(word).ToString()).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Spelling Spelling = new(Rows);

    /// <summary>Words that mean something and name streets: mawar, merdeka.</summary>
    public static FrozenSet<string> Named { get; } = Words("name");

    public static FrozenSet<string> Silent { get; } = Words("silent");

    public static FrozenSet<string> Time { get; } = Words("time");

    /// <summary>Regions by their names and those of their towns.</summary>
    private static FrozenDictionary<string, string> Regions { get; } = Names("wide");

    public static FrozenSet<string> Parts { get; } = Words("part");

    public static FrozenSet<string> Titles { get; } = Words("title");

    public static FrozenSet<string> Negations { get; } = Words("negation");

    /// <summary>What was done to a trouble so that it was none: diperbaiki, dikeruk, dibayar.</summary>
    public static FrozenSet<string> Mended { get; } = Words("mended");

    /// <summary>What tells before such a word that it was done: sudah, sempat, setelah.</summary>
    public static FrozenSet<string> Done { get; } = Words("done");

    /// <summary>What tells that it came back: lagi, kembali.</summary>
    public static FrozenSet<string> Again { get; } = Words("again");

    /// <summary>Who says one of these of a thing does not want it: tolak.</summary>
    public static FrozenSet<string> Against { get; } = Words("against");

    /// <summary>Who writes: kami, warga.</summary>
    public static FrozenSet<string> Selves { get; } = Words("self");

    /// <summary>What no mere question has: kok, masa.</summary>
    public static FrozenSet<string> Wonders { get; } = Words("wonder");

    /// <summary>Words of one who asks how something is done: apakah, siapa, syarat.</summary>
    public static FrozenSet<string> Asking { get; } = Words("ask");

    /// <summary>Words by which something is asked for: tolong ditutup.</summary>
    public static FrozenSet<string> Pleas { get; } = Words("plea");

    /// <summary>The same behind it: tutup saja.</summary>
    public static FrozenSet<string> Urges { get; } = Words("urge");

    /// <summary>Behind such a word something else is said: menolak pembangunan karena ...</summary>
    public static FrozenSet<string> Joins { get; } = Words("join");

    /// <summary>With "jangan" before it such a word forbids nothing: jangan sampai.</summary>
    public static FrozenSet<string> Idioms { get; } = Words("idiom");

    public static FrozenSet<string> Ends { get; } = Words("end");

    /// <summary>Finds whether there is one of <see cref="Ends"/>: most texts have none.</summary>
    public static SearchValues<string> AnyEnd { get; } = SearchValues.Create([.. Ends], StringComparison.OrdinalIgnoreCase);

    /// <summary>Words behind or before which a number tells things apart that are no places: loket, kelas, tanggal.</summary>
    public static FrozenSet<string> Labels { get; } = Words("label");

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Opposites =
        Rows.Where(row => row.Kind == "opposite").GroupBy(row => Spelling.One(row.Words)).ToFrozenDictionary(group => group.Key, group => group.Select(row => row.Name).ToImmutableArray());

    private static readonly FrozenDictionary<string, string> Sites = Names("site");

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Wishes =
        Rows.Where(row => row.Kind == "wish").GroupBy(row => row.Words).ToFrozenDictionary(group => group.Key, group => group.Select(row => row.Name).ToImmutableArray());

    public static FrozenSet<string> Durations { get; } = Words("duration");

    public static CommonWords Common { get; } = new(
        Rows.Where(row => row.Kind is "silent" or "time" or "thing" or "sense" or "place" or "point" or "light" or "label" or "opposite").Concat(CommonRows.Where(row => row.Kind == "common")).Select(row => row.Words)
            .Concat(Rows.Where(row => row.Kind is "same" or "phrase").Select(row => row.Name)).Select(Spelling.One), Roots);

    private static readonly Typing Typing = new(
        Rows.Where(row => row.Kind is not ("part" or "title" or "name" or "end" or "negation" or "mended" or "done" or "again" or "site" or "wish" or "against" or "ask" or "self" or "wonder")).SelectMany(row => row.Words.Split(' ')), CommonRows.Select(row => row.Words), Spelling);

    private static readonly Remembered<KnownWord> Known = new(word => new KnownWord(word));

    /// <summary>The words of a text in its order, as they are compared.</summary>
    public static List<Token> Tokens(string text) => Spelling.Joined(Figures.Joined(Duplicates.Typing.Meant(Spelling.Of(text))));

    /// <summary>All that the book says of a word.</summary>
    public static KnownWord Read(ReadOnlySpan<char> word) => Known.Of(word);

    /// <summary>The word that one is a slip of.</summary>
    public static KnownWord Meant(KnownWord word) => word.BeginsName || word.IsCommon ? word : Read(Typing.Meant(word.Word));

    /// <summary>What kind of place a name behind this word is of.</summary>
    public static string? PlaceOf(string word) => PlaceWords.GetValueOrDefault(word);

    /// <summary>What a word is one of several of: who says left does not mean what is on the right.</summary>
    public static ImmutableArray<string> OppositesOf(string word) => Opposites.GetValueOrDefault(word, []);

    /// <summary>What kind of site a word names.</summary>
    public static string? SiteOf(string word) => Sites.GetValueOrDefault(word);

    /// <summary>What a meaning is one of two wishes of.</summary>
    public static ImmutableArray<string> WishesOf(string name) => Wishes.GetValueOrDefault(name, []);

    /// <summary>The region a wide place lies in.</summary>
    public static string? RegionOf(string word) => Regions.GetValueOrDefault(word);

    /// <summary>What kind of point a number or letter behind this word is.</summary>
    public static string? PointOf(string word) => PointWords.GetValueOrDefault(word);

    /// <summary>What the word says, and how much that is: by the word itself, else by its stem.</summary>
    public static (WordKind Kind, string Name) Of(string word)
    {
        if (Things.TryGetValue(word, out var name)) return (WordKind.Thing, name);
        if (Meanings.TryGetValue(word, out name)) return (WordKind.Sense, name);
        var root = Roots.Of(word);
        var stem = root ?? WordStems.Of(word).ToString();
        if (Light.Contains(word)) return (WordKind.Light, stem);
        if (root is not null && Things.TryGetValue(root, out name)) return (WordKind.Thing, name);
        if (root is not null && Meanings.TryGetValue(root, out name)) return (WordKind.Sense, name);
        stem = WordStems.Of(word).ToString();
        if (stem.Length >= ShortestStem && ThingStems.TryGetValue(stem, out name)) return (WordKind.Thing, name);
        if (stem.Length >= ShortestStem && MeaningStems.TryGetValue(stem, out name)) return (WordKind.Sense, name);
        return (LightStems.Contains(stem) ? WordKind.Light : WordKind.Other, root ?? stem);
    }

    private static FrozenSet<string> Words(string kind) => Rows.Where(row => row.Kind == kind).Select(row => row.Words).ToFrozenSet();

    private static FrozenDictionary<string, string> Names(string kind) =>
        Rows.Where(row => row.Kind == kind).DistinctBy(row => row.Words).ToDictionary(row => row.Words, row => row.Name).ToFrozenDictionary();

    // "penduduk" gives "duduk" no meaning.
    private static FrozenDictionary<string, string> Stems(FrozenDictionary<string, string> names) =>
        names.Where(pair => WordStems.Of(pair.Key).ToString() is var stem && (stem == pair.Key || Roots.Of(stem) != stem)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (Stem: WordStems.Of(pair.Key).ToString(), Name: pair.Value)).DistinctBy(pair => pair.Stem).ToFrozenDictionary(pair => pair.Stem, pair => pair.Name);
}
