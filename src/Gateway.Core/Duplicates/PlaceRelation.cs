namespace Gateway.Core.Duplicates;

/// <summary>How the places of two texts stand to one another.</summary>
internal enum PlaceRelation
{
    /// <summary>One of them names none.</summary>
    Unknown,

    /// <summary>Both name the same place.</summary>
    Same,

    /// <summary>Both name only a wide one, the same.</summary>
    SameWide,

    /// <summary>Names, house numbers or the like that cannot both be right.</summary>
    Other,
}
