namespace Gateway.Core.Duplicates;

/// <summary>The one rule that tells from evidence whether two texts are one matter.</summary>
internal static class Match
{
    // Of what is said. Where the place is the same, a paraphrase is enough; the figures are those that part the labelled set best.
    private const double AtOnePlace = 0.4;
    private const double InOneCity = 0.65;
    private const double WithoutPlace = 0.8;

    // "Lampu jalan mati" is said everywhere.
    private const double LeastWeightWithoutPlace = 5.5;

    /// <summary>The reason code that tells why it is one matter; null when it is not.</summary>
    public static string? Code(Likeness likeness) => likeness.Place switch
    {
        PlaceRelation.Same when likeness.Said >= AtOnePlace => "same-matter",
        PlaceRelation.SameWide when likeness.Said >= InOneCity => "same-matter-wide",
        PlaceRelation.Unknown when likeness.Said >= WithoutPlace && likeness.Weight >= LeastWeightWithoutPlace => "same-matter-no-place",
        _ => null,
    };
}
