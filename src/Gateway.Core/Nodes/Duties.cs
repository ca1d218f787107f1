using Gateway.Core.Ledger;

namespace Gateway.Core.Nodes;

/// <summary>
/// What one node does for all of them: judging, reading master data, watching a mailbox. A worker asks at the beginning of each step
/// whether it is this node's turn. The duty of a node that stopped or died goes to whoever asks first.
/// </summary>
public sealed class Duties(ILedger ledger, ThisNode self, NodeLease lease, TimeProvider time)
{
    private readonly Dictionary<string, (DutyHold? Hold, long Asked)> answers = [];

    /// <summary>True when this node has the duty, which it takes when nobody has it.</summary>
    public async Task<bool> HoldsAsync(string duty, CancellationToken ct) => await HoldAsync(duty, ct) is not null;

    /// <summary>Gives it back if this node has it, so that one that can do it does.</summary>
    public async Task LeaveAsync(string duty, CancellationToken ct)
    {
        lock (answers)
            if (!answers.TryGetValue(duty, out var known) || known.Hold is null) return;

        await ledger.LeaveDutyAsync(duty, self.Id, ct);
        lock (answers) answers.Remove(duty);
    }

    /// <summary>
    /// The same, with the token under which to write. A node may have been frozen since it asked, and another may have the duty: what must
    /// never be written then is written under the token.
    /// </summary>
    /// <returns>Null when another node has it.</returns>
    public async Task<DutyHold?> HoldAsync(string duty, CancellationToken ct)
    {
        lock (answers)
            if (answers.TryGetValue(duty, out var known) && time.GetElapsedTime(known.Asked) < lease.Answer) return known.Hold;

        // Before the question: an answer that was long on its way is old.
        var asked = time.GetTimestamp();
        var hold = await ledger.TakeDutyAsync(duty, self.Id, time.GetUtcNow(), ct) is { } token ? new DutyHold(duty, token) : null;
        lock (answers) answers[duty] = (hold, asked);
        return hold;
    }
}
