namespace Gateway.Contracts.Intake;

/// <summary>What a look at a channel on this machine found, beyond what its settings say by themselves.</summary>
/// <param name="IsFault">True when the channel cannot work; false for what an officer should know.</param>
/// <param name="Text">One English sentence or two, with what to do. Never the words of a secret.</param>
public sealed record ChannelFinding(bool IsFault, string Text)
{
    /// <summary>Key of the same in words for people; null when there is only the text.</summary>
    public string? Code { get; init; }

    /// <summary>What its words are about, in the order of their places.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
