namespace Gateway.Core.Duplicates;

/// <summary>Tells whether two texts tell of one place. A name or number that contradicts outweighs any other that agrees. Pure.</summary>
internal static class Places
{
    // A name of two words that shares one ("Taman Samarendah", "Taman Cerdas Samarinda") is another.
    private const double Enough = 0.5;

    public static PlaceRelation Relation(Told one, Told other)
    {
        if (Agree(one.Points, other.Points, (mine, theirs) => mine.Intersect(theirs).Any()) is var points && points == false) return PlaceRelation.Other;
        // "Jalan Pramuka" may be called "Pramuka" by the other.
        var joined = one.Joined.Overlaps(other.Words) || other.Joined.Overlaps(one.Words);
        var named = Agree(one.Places, other.Places, (mine, theirs) => joined || mine.Any(name => IsIn(name, other)) || theirs.Any(name => IsIn(name, one)));
        if (named == false) return PlaceRelation.Other;
        if (one.Wide.Any(IsRegion) && other.Wide.Any(IsRegion) && !one.Wide.Where(IsRegion).Intersect(other.Wide).Any()) return PlaceRelation.Other;
        if (one.Names.Count > 0 && other.Names.Count > 0) return SharesNames(one, other) ? PlaceRelation.Same : PlaceRelation.Other;
        if (points == true || one.Names.Concat(other.Names).Any(name => IsIn(name, one) && IsIn(name, other))) return PlaceRelation.Same;
        if (one.HasPlace && other.HasPlace) return PlaceRelation.Other;
        if (one.Wide.Count == 0 || other.Wide.Count == 0) return PlaceRelation.Unknown;
        return one.Wide.Overlaps(other.Wide) ? PlaceRelation.SameWide : PlaceRelation.Other;
    }

    /// <summary>True when one names all places that the other names.</summary>
    public static bool HasNamesOf(Told one, Told other) => other.Names.All(name => IsIn(name, one));

    /// <summary>
    /// True when the names are the same to the letter, but for vowels that a thumb leaves out: "Sutomo" is no slip of "Sutoyo" for who holds a complaint
    /// back. Of one kind of place each must have all names of the other.
    /// </summary>
    public static bool AreNamedAlike(Told one, Told other) =>
        IsNamedBy(one.Names, other) && IsNamedBy(other.Names, one) && one.Places.All(kind => !other.Places.Contains(kind.Key) || (kind.All(name => IsToTheLetter(name, other)) && other.Places[kind.Key].All(name => IsToTheLetter(name, one))));

    // A name that the other has not at all says nothing here; one that it has by a slip does.
    private static bool IsNamedBy(IEnumerable<string> names, Told other) => names.All(name => IsToTheLetter(name, other) || !IsIn(name, other));

    private static bool IsToTheLetter(string name, Told told) => told.Words.Contains(name) || told.Joined.Contains(name) || told.Words.Any(word => Slips.LeavesOutVowels(word, name) || Slips.LeavesOutVowels(name, word) || Slips.OfOneName(name, word));

    private static bool IsRegion(string wide) => wide != Told.Everywhere;

    private static bool SharesNames(Told one, Told other)
    {
        if (one.Joined.Overlaps(other.Words) || other.Joined.Overlaps(one.Words)) return true;
        var mine = one.Names.Count(name => !IsIn(name, other));
        var theirs = other.Names.Count(name => !IsIn(name, one));
        var shared = Math.Max(one.Names.Count - mine, other.Names.Count - theirs);
        return shared > 0 && (double)shared / (shared + Math.Min(mine, theirs)) > Enough;
    }

    // False where one kind is named by both and differs, null where no kind is named by both.
    private static bool? Agree(ILookup<string, string> one, ILookup<string, string> other, Func<IEnumerable<string>, IEnumerable<string>, bool> agree)
    {
        bool? all = null;
        foreach (var mine in one)
        {
            if (!other.Contains(mine.Key)) continue;
            if (!agree(mine, other[mine.Key])) return false;
            all = true;
        }

        return all;
    }

    /// <summary>True when a text has a name, be it by a slip.</summary>
    public static bool IsIn(string name, Told told) => told.Words.Contains(name) || told.Joined.Contains(name) || told.Words.Any(word => Slips.OfOneName(name, word) || Slips.LeavesOutVowels(word, name) || Slips.LeavesOutVowels(name, word) || (Slips.Within(name, word) && !WordBook.Common.Has(word)));
}
