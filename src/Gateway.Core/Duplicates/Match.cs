namespace Gateway.Core.Duplicates;

/// <summary>That two texts are taken for one matter.</summary>
/// <param name="Code">Reason code that tells the evidence.</param>
/// <param name="IsSure">Sure enough to let the later one wait for a person; else it goes and is linked.</param>
internal sealed record Match(string Code, bool IsSure)
{
    // Of what is said. Where the place is the same, a paraphrase is enough; the figures are those that part the labelled set best.
    private const double AtOnePlace = 0.4;
    private const double InOneCity = 0.55;
    private const double WithoutPlace = 0.7;

    // "Lampu jalan mati" is said everywhere.
    private const double LeastWeightWithoutPlace = 5;

    // So much is the same only where one text was made from the other.
    private const double OneText = 0.9;

    // "Jalan rusak" is said of every road of a village.
    private const double LeastWeightToHold = 3;

    /// <summary>The one rule that tells it from the evidence; null for two matters.</summary>
    public static Match? Of(Likeness likeness)
    {
        var isSure = likeness is { IsWithin: true, SameHead: true, SaysTrouble: true, MarksDiffer: false, IsDenied: false, OneRecurs: false } && likeness.Weight >= LeastWeightToHold;
        // Who tells a thing anew changes its words; who changes only the number or the street tells another.
        if (likeness.Said >= OneText && (likeness.MarksDiffer || likeness.PlaceDiffers)) return null;
        return likeness.Place switch
        {
            PlaceRelation.Same when likeness.Said >= AtOnePlace => new("same-matter", isSure),
            PlaceRelation.SameWide when likeness.Said >= InOneCity => new("same-matter-wide", isSure && likeness.IsEqual),
            PlaceRelation.Unknown when likeness.Said >= WithoutPlace && likeness.Weight >= LeastWeightWithoutPlace => new("same-matter-no-place", isSure && likeness.IsEqual),
            _ => null,
        };
    }
}
