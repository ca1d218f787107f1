namespace Gateway.Core.Operations;

/// <summary>What the delivery journal says of the creates of one complaint since a backup was made.</summary>
/// <param name="InDoubt">One may have reached the centre, and no number came back.</param>
/// <param name="CentralId">The number that came back; null when none did.</param>
public sealed record CreateSince(bool InDoubt, string? CentralId)
{
    /// <summary>What is in doubt is whether its words stand as a follow-up at this complaint; null when it is its own create.</summary>
    public string? FollowUpOf { get; init; }
}
