namespace Gateway.Core.Duplicates;

/// <summary>What a text tells, as far as it is compared with another.</summary>
internal sealed record Told
{
    /// <summary>Of a word that says little: what only one text has of those makes no difference.</summary>
    public const double LightWeight = 0.25;

    /// <summary>The region of what is wider than one.</summary>
    public const string Everywhere = "-";

    /// <summary>What is said of the matter: stems or classes of words, each with its weight.</summary>
    public required IReadOnlyDictionary<string, double> Said { get; init; }

    /// <summary>The words of <see cref="Said"/> as they were written first.</summary>
    public required IReadOnlyDictionary<string, string> Written { get; init; }

    /// <summary>What a trouble is with, in the order of the text: lampu, sampah.</summary>
    public required IReadOnlyList<string> Things { get; init; }

    /// <summary>Names of places, word by word: cendana; also those without a word that says what they are.</summary>
    public required IReadOnlySet<string> Names { get; init; }

    /// <summary>Two words of a name as one: "Gajah Mada" is "gajahmada" to many.</summary>
    public required IReadOnlySet<string> Joined { get; init; }

    /// <summary>Words that may be names, in a text that has no capitals: sedulang.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>Names behind a word that says what they are: jalan -> cendana.</summary>
    public required ILookup<string, string> Places { get; init; }

    /// <summary>Numbers and letters that tell places apart: rt -> 5.</summary>
    public required ILookup<string, string> Points { get; init; }

    /// <summary>What else tells two matters of the same words apart: loket -> 3, orang -> 15, sisi -> kiri.</summary>
    public required ILookup<string, string> Marks { get; init; }

    /// <summary>Its marks that are numbers, each with what it counts.</summary>
    public IEnumerable<string> Figures => Marks.SelectMany(mark => mark.Where(value => char.IsAsciiDigit(value[0])).Select(value => $"{mark.Key} {value}"));

    /// <summary>It says that it was mended: it came back since, or this is the thanks for it.</summary>
    public required bool IsMended { get; init; }

    /// <summary>It asks how something is done, and complains of nothing.</summary>
    public required bool Asks { get; init; }

    /// <summary>Words and letters that tell nothing alone, but one name from another: raya, dalam, jalan, a.</summary>
    public required IReadOnlySet<string> Details { get; init; }

    /// <summary>Regions.</summary>
    public required IReadOnlySet<string> Wide { get; init; }

    /// <summary>It names a place that is not wide.</summary>
    public bool HasPlace => Names.Count > 0 || Points.Count > 0;

    /// <summary>Its words in their order.</summary>
    public required IReadOnlyList<Token> Sequence { get; init; }

    /// <summary>Each word with the one behind it: who makes a letter from another leaves most of them.</summary>
    public required IReadOnlySet<long> Pairs { get; init; }

    /// <summary>Every word, for a look whether a name stands in the other text by another way.</summary>
    public required IReadOnlySet<string> Words { get; init; }
}
