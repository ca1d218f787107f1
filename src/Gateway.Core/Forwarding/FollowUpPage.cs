namespace Gateway.Core.Forwarding;

/// <summary>One page of a complaint's follow-ups.</summary>
/// <param name="Entries">What it lists, in the order of the centre, which says nothing.</param>
/// <param name="Next">The query of the next page; null when this is the last.</param>
public sealed record FollowUpPage(IReadOnlyList<CentralEntry> Entries, string? Next)
{
    /// <summary>Which page it says this is, from 1; null when it does not.</summary>
    public int? Page { get; init; }

    /// <summary>How many pages there are, if the centre says so.</summary>
    public int? Pages { get; init; }

    /// <summary>How many entries the whole list has, if the centre says so.</summary>
    public int? Total { get; init; }
}
