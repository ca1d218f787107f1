namespace Gateway.Core.Duplicates;

/// <summary>How alike two texts are, with the evidence.</summary>
/// <param name="Said">How much of what is said is the same, from 0 to 1; of names and numbers of places nothing.</param>
/// <param name="Weight">How much that is: a few words that everybody uses weigh little.</param>
/// <param name="Place">Whether it is one place.</param>
internal sealed record Likeness(double Said, double Weight, PlaceRelation Place)
{
    // The thing that one begins with is not named by the other.
    private const double OneHeadDiffers = 0.6;
    private const double BothHeadsDiffer = 0.4;

    // A short version leaves out much, so what the shorter one has counts most.
    private const double OfTheShorter = 0.6;

    /// <summary>Compares two texts.</summary>
    public static Likeness Of(Told one, Told other)
    {
        double both = 0, ofOne = one.Said.Values.Sum(), ofOther = other.Said.Values.Sum();
        foreach (var (word, weight) in one.Said)
            if (other.Said.ContainsKey(word) || other.Said.Keys.Any(candidate => Slips.Within(word, candidate))) both += weight;
        var fewer = Math.Min(ofOne, ofOther);
        var said = fewer == 0 ? 0 : Math.Min(1, (OfTheShorter * both / fewer) + ((1 - OfTheShorter) * 2 * both / (ofOne + ofOther)));
        return new Likeness(said * Heads(one, other), both, Places.Relation(one, other));
    }

    private static double Heads(Told one, Told other)
    {
        if (one.Things.Count == 0 || other.Things.Count == 0) return 1;
        var mine = other.Things.Contains(one.Things[0]);
        var theirs = one.Things.Contains(other.Things[0]);
        return mine && theirs ? 1 : mine || theirs ? OneHeadDiffers : BothHeadsDiffer;
    }
}
