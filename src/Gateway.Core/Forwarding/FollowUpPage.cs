namespace Gateway.Core.Forwarding;

/// <summary>One page of a complaint's follow-ups.</summary>
/// <param name="Entries">What it lists, in the order of the centre, which says nothing.</param>
/// <param name="Next">The query of the next page; null when this is the last.</param>
public sealed record FollowUpPage(IReadOnlyList<CentralEntry> Entries, string? Next);
