namespace Gateway.Core.Duplicates;

/// <summary>That two texts are taken for one matter.</summary>
/// <param name="Code">Reason code that tells the evidence.</param>
/// <param name="IsSure">Sure enough to let the later one wait for a person; else it goes and is linked.</param>
internal sealed record Match(string Code, bool IsSure)
{
    // Of what is said. Where the place is the same, a paraphrase is enough; the figures are those that part the labelled set best.
    private const double AtOnePlace = 0.44;
    private const double InOneCity = 0.45;
    private const double WithoutPlace = 0.65;

    // Who tells it in words of his own shares fewer of them.
    private const double InOtherWords = 0.27;
    private const double OwnWords = 0.25;
    private const double LeastInOtherWords = 2.1;

    // Who says so much that is the same may leave out or add more besides.
    private const double MuchIsSame = 6.5;
    private const double OfMuch = 0.36;
    private const double OfMuchWithoutPlace = 0.5;

    // Told at such length and in words of one's own it is one matter, whatever mark is another, and no mere question.
    private const double AtLength = 0.6;
    private const double LongWeight = 8.5;
    private const double OwnTelling = 0.45;

    // All that the shorter one says the other says as well.
    private const double WithinTheOther = 0.3;

    // One common word says nothing of a place.
    private const double LeastWeight = 1.5;

    // "Lampu jalan mati" is said everywhere.
    private const double LeastWeightWithoutPlace = 4;

    // So much is the same only where one text was made from the other.
    private const double OneText = 0.9;

    // So much stands in both word by word only where one letter was made from the other; and then what was changed was meant.
    private const double OneLetter = 0.7;
    private const double HalfALetter = 0.5;
    private const double MostlyOneText = 0.85;
    private const double OneWord = 1.5;
    private const double MostOfALetter = 0.6;
    private const double SomeWords = 2.6;

    // "Jalan rusak" is said of every road of a village.
    private const double LeastWeightToHold = 3;

    /// <summary>The one rule that tells it from the evidence; null for two matters.</summary>
    public static Match? Of(Likeness likeness)
    {
        var isSure = likeness is { IsWithin: true, SameHead: true, SaysTrouble: true, MarksDiffer: false, IsDenied: false, OneIsMended: false, MarksExceed: false, EachNamesMore: false, IsNamedAlike: true, Replaced: < OneWord } && likeness.Weight >= LeastWeightToHold;
        // Who tells a thing anew changes its words; who changes only the number or the street tells another.
        if (likeness.Said >= OneText && likeness.MarksDiffer) return null;
        if (likeness.Said >= MostlyOneText && likeness.NamesExchanged && likeness.Verbatim >= HalfALetter) return null;
        var isAtLength = likeness.Said >= AtLength && likeness.Weight >= LongWeight;
        if (likeness.MarksPart && !(isAtLength && likeness.Place == PlaceRelation.Same && likeness.WordByWord < OwnTelling)) return null;
        if (likeness is { OneAsks: true, IsWithin: false } && likeness.WordByWord < OneLetter && !isAtLength) return null;
        if (likeness.Weight < LeastWeight) return null;
        if (likeness.Said >= OneText && likeness.Verbatim >= OneLetter && likeness.WordsDiffer) return null;
        if (likeness.Verbatim >= OneLetter && likeness.Exchanged >= OneWord) return null;
        if (likeness.Verbatim >= MostOfALetter && likeness.Exchanged >= SomeWords) return null;
        return likeness.Place switch
        {
            PlaceRelation.Same when likeness.Said >= LeastAtOnePlace(likeness) => new("same-matter", isSure),
            PlaceRelation.SameWide when likeness.Said >= InOneCity => new("same-matter-wide", isSure && likeness.IsEqual),
            PlaceRelation.Unknown when likeness.Said >= (likeness.Weight >= MuchIsSame ? OfMuchWithoutPlace : WithoutPlace) && likeness.Weight >= LeastWeightWithoutPlace => new("same-matter-no-place", isSure && likeness.IsEqual && likeness.WordByWord >= OneLetter),
            _ => null,
        };
    }

    private static double LeastAtOnePlace(Likeness likeness) => likeness switch
    {
        { Weight: < LeastInOtherWords } => AtOnePlace,
        { WordByWord: < OwnWords } => InOtherWords,
        { Weight: >= MuchIsSame } => OfMuch,
        { IsWithin: true } => WithinTheOther,
        _ => AtOnePlace,
    };
}
