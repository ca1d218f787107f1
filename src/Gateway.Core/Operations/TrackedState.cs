using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// What a citizen is told of a number: <c>received</c>, <c>forwarded</c> or <c>closed</c>. What was split or joined is told by what stands in
/// its place, and what goes with an earlier complaint by that one.
/// </summary>
public sealed class TrackedState(ILedger ledger)
{
    /// <summary>A split complaint is forwarded when every part that was not discarded is.</summary>
    public async Task<string> OfAsync(ComplaintRow row, CancellationToken ct)
    {
        switch (row.State)
        {
            case ComplaintState.Delivered: return row.IsKnownClosed ? "closed" : "forwarded";
            case ComplaintState.Duplicate: return await WithFirstAsync(row, ct);
            case not ComplaintState.Discarded: return "received";
        }

        var states = new HashSet<string>();
        // Up where it gave the place back, down to what took it.
        foreach (var kin in await ledger.LineageAsync(row.Number, ct))
        {
            if (kin.Undone && kin.Child == row.Number && await ledger.FindAsync(kin.Parent, ct) is { } parent) states.Add(await OfAsync(parent, ct));
            if (kin.Undone || kin.Parent != row.Number) continue;
            if (await ledger.FindAsync(kin.Child, ct) is { } child) states.Add(await OfAsync(child, ct));
        }

        return states.Contains("received") ? "received" : states.Contains("forwarded") ? "forwarded" : "closed";
    }

    private async Task<string> WithFirstAsync(ComplaintRow row, CancellationToken ct)
    {
        if (row.LinkTo is not { } link || await ledger.FindAsync(link, ct) is not { } first || first.State == ComplaintState.Duplicate) return "closed";
        var standing = await OfAsync(first, ct);
        var post = (await ledger.TasksAsync(link, ct)).LastOrDefault(task => task.Kind == TaskKind.FollowUp && task.Origin == row.Number && task.State != TaskState.Dropped);
        if (post is null) return standing;
        if (post.State != TaskState.Done) return "received";
        // That the centre had closed the first before is no answer to what was written after it.
        return standing == "closed" && await ledger.ReadingAsync(link, ct) is { Closed: { } closed } && closed < post.Started ? "forwarded" : standing;
    }
}
