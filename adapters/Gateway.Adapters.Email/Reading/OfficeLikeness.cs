namespace Gateway.Adapters.Email.Reading;

/// <summary>How much a mail looks like ordinary office mail.</summary>
internal enum OfficeLikeness
{
    /// <summary>Nothing speaks for it.</summary>
    No,

    /// <summary>A person decides.</summary>
    Maybe,

    /// <summary>It is, and nothing in it is complained of.</summary>
    Sure,
}
