namespace Gateway.Core.Duplicates;

/// <summary>How alike two texts are, with the evidence.</summary>
/// <param name="Said">How much of what is said is the same, from 0 to 1; of names and numbers of places nothing.</param>
/// <param name="Weight">How much that is: a few words that everybody uses weigh little.</param>
/// <param name="Place">Whether it is one place.</param>
internal sealed record Likeness(double Said, double Weight, PlaceRelation Place)
{
    // The thing that one begins with is not named by the other.
    private const double OneHeadDiffers = 0.8;
    private const double BothHeadsDiffer = 0.4;
    private const double MoreIsShared = 0.75;
    private const int EnoughThings = 2;
    private const int ShortestThing = 4;
    private const int AsLong = 2;
    private const double MadeFrom = 0.5;

    // Who tells it at length begins elsewhere.
    private const double AtLength = 1.5;

    // A short version leaves out much, so what the shorter one has counts most.
    private const double OfTheShorter = 0.6;

    /// <summary>Both say what is wrong with the thing.</summary>
    public required bool SaysTrouble { get; init; }

    /// <summary>Neither says anything that the other does not.</summary>
    public required bool IsEqual { get; init; }

    /// <summary>One of them has no word, of the matter or of the place, that the other has not.</summary>
    public required bool IsWithin { get; init; }

    /// <summary>Each names what the other begins with.</summary>
    public required bool SameHead { get; init; }

    /// <summary>Of two letters, one has a name or a word of one in the place of another of the other.</summary>
    public required bool NamesExchanged { get; init; }

    /// <summary>Their places are named alike to the letter.</summary>
    public required bool IsNamedAlike { get; init; }

    /// <summary>One denies what the other says.</summary>
    public required bool IsDenied { get; init; }

    /// <summary>One alone says that it was mended.</summary>
    public required bool OneIsMended { get; init; }

    /// <summary>One gives a number or a person more of what both give one of.</summary>
    public required bool MarksExceed { get; init; }

    /// <summary>Each names a person or a place that the other does not.</summary>
    public required bool EachNamesMore { get; init; }

    /// <summary>One asks how something is done, the other complains.</summary>
    public required bool OneAsks { get; init; }

    /// <summary>How much of the shorter text stands in the other word by word, from 0 to 1.</summary>
    public required double WordByWord { get; init; }

    /// <summary>The same where they are about as long, else 0: then neither letter was made from the other.</summary>
    public required double Verbatim { get; init; }

    /// <summary>Of two letters, how much each says in the place of what the other says; 0 where neither was made from the other.</summary>
    public required double Exchanged { get; init; }

    /// <summary>The same where it is enough that one of them says it nowhere else.</summary>
    public required double Replaced { get; init; }

    /// <summary>They share no name; one has a name, and the other a word, of its own.</summary>
    public required bool WordsDiffer { get; init; }

    /// <summary>Such a mark is of a kind that a person who tells it anew does not change.</summary>
    public required bool MarksPart { get; init; }

    /// <summary>A number, a side, a day or a person is another.</summary>
    public required bool MarksDiffer { get; init; }

    /// <summary>Compares two texts.</summary>
    public static Likeness Of(Told one, Told other)
    {
        var (alone, others) = (Alone(one, other), Alone(other, one));
        double ofAlone = alone.Values.Sum(), ofOthers = others.Values.Sum();
        double ofOne = one.Said.Values.Sum(), ofOther = other.Said.Values.Sum();
        var both = Math.Min(ofOne - ofAlone, ofOther - ofOthers);
        var fewer = Math.Min(ofOne, ofOther);
        var said = fewer == 0 ? 0 : Math.Min(1, (OfTheShorter * both / fewer) + ((1 - OfTheShorter) * 2 * both / (ofOne + ofOther)));
        var heads = Heads(one, other);
        var verbatim = VerbatimOf(one, other);
        var (ofBoth, ofOneSide, ofNames) = verbatim >= MadeFrom ? Exchange.Of(one, other, alone, others) : (0, 0, false);
        if (Math.Min(ofAlone, ofOthers) <= both) heads = Math.Max(heads, MoreIsShared);
        var isContained = IsLight(alone) || IsLight(others);
        return new Likeness(isContained ? said : said * heads, both, Places.Relation(one, other))
        {
            SaysTrouble = SaysTroubleOf(one, other),
            IsEqual = IsLight(alone) && IsLight(others),
            IsWithin = Has(other, one, alone) || Has(one, other, others),
            SameHead = heads >= 1,
            NamesExchanged = ofNames,
            IsNamedAlike = Places.AreNamedAlike(one, other),
            WordByWord = verbatim,
            Verbatim = AreAsLong(one, other) ? verbatim : 0,
            Exchanged = ofBoth,
            Replaced = ofOneSide,
            WordsDiffer = !one.Names.Overlaps(other.Words) && !other.Names.Overlaps(one.Words) && ((HasOwnWord(one.Names, other) && HasOwnWord(other.Words, one)) || (HasOwnWord(other.Names, one) && HasOwnWord(one.Words, other))),
            MarksPart = Marks.Part(one, other),
            MarksDiffer = Marks.Differ(one, other),
            IsDenied = Marks.Deny(one, other),
            OneAsks = one.Asks != other.Asks,
            OneIsMended = one.IsMended != other.IsMended,
            MarksExceed = Marks.Exceed(one, other) || Marks.Exceed(other, one),
            EachNamesMore = NamesMore(one, other) && NamesMore(other, one),
        };
    }

    private static bool NamesMore(Told one, Told other) => one.Names.Concat(one.Marks[Marks.Person]).Any(name => !Places.IsIn(name, other));

    private static bool HasOwnWord(IReadOnlySet<string> words, Told other) =>
        words.Any(word => !other.Words.Contains(word) && WordBook.Read(word) is { IsSilent: false, IsTime: false } && !other.Words.Any(known => Slips.Within(word, known)));

    // What stands word by word in a text many times as long was not made from it by another word.
    private static bool AreAsLong(Told one, Told other) => Math.Min(one.Pairs.Count, other.Pairs.Count) * AsLong >= Math.Max(one.Pairs.Count, other.Pairs.Count);

    private static double VerbatimOf(Told one, Told other)
    {
        var (fewer, more) = one.Pairs.Count < other.Pairs.Count ? (one.Pairs, other.Pairs) : (other.Pairs, one.Pairs);
        return fewer.Count == 0 ? 0 : (double)fewer.Count(more.Contains) / fewer.Count;
    }

    // A thing alone may have any trouble: "belum ada lampu" and "lampu mati".
    private static bool SaysTroubleOf(Told one, Told other)
    {
        double[] shared = [.. one.Said.Where(word => word.Value > Told.LightWeight && !one.Things.Contains(word.Key) && Says(other, word.Key, one.Written[word.Key])).Select(word => word.Value)];
        return shared.Any(weight => weight > 1) || shared.Length > 1 || one.Things.Intersect(other.Things).Skip(1).Any();
    }

    // All that one says and names, the other has.
    private static bool Has(Told other, Told one, Dictionary<string, double> alone) => IsLight(alone) && HasPlaceOf(other, one);

    private static bool HasPlaceOf(Told other, Told one) => Places.HasNamesOf(other, one) && one.Details.IsSubsetOf(other.Words);

    private static bool IsLight(Dictionary<string, double> alone) => alone.Values.All(weight => weight <= Told.LightWeight);

    private static Dictionary<string, double> Alone(Told one, Told other) =>
        one.Said.Where(word => !Says(other, word.Key, one.Written[word.Key])).ToDictionary(word => word.Key, word => word.Value, StringComparer.Ordinal);

    private static bool Says(Told told, string name, string written) =>
        told.Said.ContainsKey(name) || told.Words.Contains(written) || told.Things.Any(thing => IsNarrower(thing, name) || IsNarrower(name, thing)) || told.Written.Any(word => IsSlip(name, word.Key) || IsSlip(written, word.Value));

    // "akta" and "aktakelahiran"
    private static bool IsNarrower(string thing, string name) => name.Length >= ShortestThing && thing.StartsWith(name, StringComparison.Ordinal);

    // "keruh" is no slip of "keluh": both are words.
    private static bool IsSlip(string one, string other) => Slips.Within(one, other) && !(WordBook.Common.Has(one) && WordBook.Common.Has(other));

    private static double Heads(Told one, Told other)
    {
        if (one.Things.Count == 0 || other.Things.Count == 0) return 1;
        if (one.Things.Intersect(other.Things).Count() >= EnoughThings) return 1;
        var mine = Says(other, one.Things[0], one.Written[one.Things[0]]);
        var theirs = Says(one, other.Things[0], other.Written[other.Things[0]]);
        double ofOne = one.Said.Values.Sum(), ofOther = other.Said.Values.Sum();
        if ((mine && ofOther > AtLength * ofOne) || (theirs && ofOne > AtLength * ofOther)) return 1;
        return mine && theirs ? 1 : mine || theirs ? OneHeadDiffers : BothHeadsDiffer;
    }
}
