using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

// Calls that a witness looks at, or that a deliberate fault of the gateway bends.
internal sealed partial class NodeLedger
{
    private World World => node.World;

    private Witness Witness => node.World.Witness;

    public Task<IReadOnlyList<KnownItem>> KnownAsync(IReadOnlyList<byte[]> sourceKeys, CancellationToken ct) =>
        Read("Known", _ => Has(GatewayFault.ForgetsKnownItems) ? Task.FromResult<IReadOnlyList<KnownItem>>([]) : ledger.KnownAsync(sourceKeys, ct));

    public Task<IReadOnlyList<AttachmentRow>> AttachmentsAsync(string number, CancellationToken ct)
    {
        if (node.IsAlive && World.Running.IsForwarding && World.Ledger.Complaint(number) is { } row && World.Sources.IsKiller(row))
        {
            World.Note($"{number} takes {node.Name} down");
            World.Crash(node);
            throw new SimulatedCrashException();
        }

        return Read("Attachments", _ => ledger.AttachmentsAsync(number, ct));
    }

    public Task<int> PublishedUnclaimedAsync(string destination, CancellationToken ct) =>
        Read("PublishedUnclaimed", _ => Has(GatewayFault.IgnoresWindow) ? Task.FromResult(0) : ledger.PublishedUnclaimedAsync(destination, ct));

    public Task MarkPublishedAsync(IReadOnlyList<(string Number, int Version)> published, DateTimeOffset at, CancellationToken ct) =>
        node.Ask(Seam.LedgerWrite, "MarkPublished", call =>
        {
            Witness.MarkedPublished(call);
            return ledger.MarkPublishedAsync(published, at, ct).IsCompletedSuccessfully;
        });

    public Task<ComplaintRow?> ClaimAsync(ClaimRequest request, CancellationToken ct) => node.Ask(Seam.Lease, "Claim", call =>
    {
        ComplaintRow[] before = [.. World.Ledger.Complaints];
        var claimed = ledger.ClaimAsync(request, ct).Result;
        Witness.Claimed(call, before, request.Now, claimed);
        return claimed is not null && Has(GatewayFault.ForgetsClaims) ? claimed with { Claims = 1 } : claimed;
    });

    public Task<bool> RenewAsync(string number, string leaseToken, CancellationToken ct) => node.Ask(Seam.Lease, "Renew", _ =>
    {
        var holds = ledger.RenewAsync(number, leaseToken, ct).Result;
        if (holds) Witness.Renewed(number);
        return holds;
    });

    public Task<bool> BeginAsync(AttemptRow attempt, CancellationToken ct) =>
        Lease("Begin", _ => Has(attempt.Task is null ? GatewayFault.SkipsPermit : GatewayFault.SkipsTaskPermit) ? Task.FromResult(true) : ledger.BeginAsync(attempt, ct));

    public Task<TaskRow?> ClaimTaskAsync(TaskClaim claim, CancellationToken ct) => node.Ask(Seam.Lease, "ClaimTask", call =>
    {
        var claimed = ledger.ClaimTaskAsync(claim, ct).Result;
        if (claimed is not null) Witness.ClaimedTask(call, claimed);
        // A task in doubt goes again at once.
        return claimed is not null && Has(GatewayFault.RepeatsDoubtfulTask) ? claimed with { DoubtSince = null } : claimed;
    });

    public Task<TaskState?> ReapTaskAsync(string eventId, string id, string leaseToken, int beat, DateTimeOffset at, string actor, CancellationToken ct) =>
        node.Ask(Seam.Lease, "ReapTask", call =>
        {
            var state = ledger.ReapTaskAsync(eventId, id, leaseToken, beat, at, actor, ct).Result;
            if (state is not null) Witness.ReapedTask(call.Actor, id);
            return state;
        });

    public Task<ComplaintState?> ReapAsync(
        string eventId, string number, string leaseToken, int beat, DateTimeOffset at, string actor, CancellationToken ct) =>
        node.Ask(Seam.Lease, "Reap", call =>
        {
            var state = ledger.ReapAsync(eventId, number, leaseToken, beat, at, actor, ct).Result;
            if (state is not null) Witness.Reaped(call.Actor, number);
            return state;
        });

    public Task<DestinationRow?> DestinationAsync(string key, CancellationToken ct) => node.Ask(Seam.LedgerRead, "Destination", call =>
    {
        var row = ledger.DestinationAsync(key, ct).Result;
        call.Actor.SawPaused = row is { State: not DestinationState.Open };
        return row is not null && call.Actor.IsForwarding && Has(GatewayFault.IgnoresPause) ? row with { State = DestinationState.Open } : row;
    });

    public Task<MoveResult> MoveAsync(Move move, CancellationToken ct) => node.Ask(Seam.LedgerWrite, "Move", _ =>
    {
        var isNew = World.Ledger.EventsOf(move.Number).All(happened => happened.Id != move.Id);
        var result = ledger.MoveAsync(move, ct).Result;
        if (isNew && result == MoveResult.Done) Witness.Moved(node, move);
        return result;
    });

    public Task<int?> CountTryAsync(string arrival, string id, CancellationToken ct) => Write("CountTry", _ =>
    {
        var before = World.Ledger.Arrivals.FirstOrDefault(row => row.Id == arrival);
        var tries = ledger.CountTryAsync(arrival, id, ct).Result;
        if (tries is not null && before is not null) Witness.Tried(node, before);
        return Task.FromResult(tries);
    });

    public Task<long?> TakeDutyAsync(string duty, string id, DateTimeOffset at, CancellationToken ct) => Write("TakeDuty", _ =>
        Has(GatewayFault.JudgesWithoutDuty) && World.Ledger.Duty(duty).Token is > 0 and var token ? Task.FromResult<long?>(token) : ledger.TakeDutyAsync(duty, id, at, ct));

    private bool Has(GatewayFault fault) => World.Mutant.Has(fault);
}
