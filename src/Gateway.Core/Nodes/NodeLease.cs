namespace Gateway.Core.Nodes;

/// <summary>How long a node is believed in without a beat of its heart, and what follows from that.</summary>
/// <param name="Length">After so long without a beat, as seen by another node's own clock, a node is dead and what it had is free.</param>
public sealed record NodeLease(TimeSpan Length)
{
    /// <summary>30 seconds: a long pause of a machine is no death, and a dead node's work is taken over within a minute.</summary>
    public static NodeLease Default { get; } = new(TimeSpan.FromSeconds(30));

    /// <summary>Between two beats, so that several may get lost.</summary>
    public TimeSpan Beat => Length / 6;

    /// <summary>For so long the answer who has a duty is good enough.</summary>
    public TimeSpan Answer => Length / 3;
}
