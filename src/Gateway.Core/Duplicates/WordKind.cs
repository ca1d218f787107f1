namespace Gateway.Core.Duplicates;

/// <summary>What a word is for telling a matter.</summary>
internal enum WordKind
{
    /// <summary>What a trouble is with.</summary>
    Thing,

    /// <summary>One of several words of one meaning.</summary>
    Sense,

    /// <summary>Says little.</summary>
    Light,

    /// <summary>Any other.</summary>
    Other,
}
