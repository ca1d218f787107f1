using Gateway.Core.Nodes;

namespace Gateway.Core.Intake;

/// <summary>
/// Which node looks at a source. Two at one mailbox would take everything twice. A node whose turn has come first finishes what the one
/// before it left: an item that took that one down would else be taken anew each time, and nobody would count its tries.
/// </summary>
public sealed class SourceTurns(Duties duties, IntakePipeline intake)
{
    private readonly Dictionary<string, long> begun = [];

    /// <summary>True when this node may look at the source of the channel now.</summary>
    public async Task<bool> HasAsync(string channel, CancellationToken ct)
    {
        if (await duties.HoldAsync($"source/{channel}", ct) is not { } hold) return false;
        lock (begun)
            if (begun.GetValueOrDefault(channel) == hold.Token) return true;

        await intake.RecoverAsync(ct);
        lock (begun) begun[channel] = hold.Token;
        return true;
    }
}
