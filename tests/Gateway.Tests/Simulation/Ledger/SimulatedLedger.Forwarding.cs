using Gateway.Contracts;
using Gateway.Core.Ledger;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Simulation.Ledger;

// Claims, leases, send permits, attempts.
internal sealed partial class SimulatedLedger
{
    public Task<UnderWay> UnderWayAsync(string destination, CancellationToken ct) => Atomically(() => new UnderWay(
        Breaks(LedgerFault.ClaimBeyondLimit) ? 0 : complaints.Values.Count(row => row.Destination == destination && row.State == S.Forwarding),
        tasks.Values.Count(task => task.Destination == destination && task.State == TaskState.Running)));

    public Task<ComplaintRow?> ClaimAsync(ClaimRequest request, CancellationToken ct) => Atomically(() =>
    {
        if (eventsById.TryGetValue(request.EventId, out var earlier))
            return complaints[earlier.Number] is { } mine && mine.LeaseToken == request.LeaseToken ? mine : null;
        if (!Breaks(LedgerFault.ClaimBeyondLimit) && complaints.Values.Count(row => row.Destination == request.Destination && row.State == S.Forwarding) >= request.MaxForwarding)
            return null;
        if (Claimable(request) is not { } found) return null;
        complaints[found.Number] = found with
        {
            State = S.Forwarding,
            Reasons = [],
            LeaseToken = request.LeaseToken,
            LeaseBeat = 0,
            Claims = found.Claims + 1,
            Published = null,
            Due = null,
        };
        Append(new LedgerEvent(
            request.EventId, found.Number, 0, request.Now, "moved", found.State, S.Forwarding, ActorKind.Worker, request.Actor, []));
        return complaints[found.Number];
    });

    public Task<bool> RenewAsync(string number, string leaseToken, CancellationToken ct) => Atomically(() =>
    {
        if (!Holds(number, leaseToken)) return false;
        complaints[number] = complaints[number] with { LeaseBeat = complaints[number].LeaseBeat + 1 };
        return true;
    });

    public Task<bool> BeginAsync(AttemptRow attempt, CancellationToken ct) => Atomically(() =>
    {
        if (!complaints.TryGetValue(attempt.Number, out var row)) return false;
        var list = attempts[attempt.Number];
        if (attempt.Task is not null) return BeginTask(attempt, list);
        if (list.Find(other => other.Id == attempt.Id) is { } own) return own.Ended is null && Holds(own.Number, own.LeaseToken);
        if (!Breaks(LedgerFault.PermitForEverybody))
        {
            if (!Holds(attempt.Number, attempt.LeaseToken) || row.CentralId is not null) return false;
            if (attempt.Step == AttemptStep.Create && list.Any(IsDoubtful) && !Breaks(LedgerFault.PermitIgnoresEarlierCreate)) return false;
        }

        list.Add(attempt);
        return true;
    });

    public Task<AttemptEndResult> CompleteAsync(AttemptEnd end, CancellationToken ct) => Atomically(() =>
    {
        if (end.Move is { } wanted) Demand(wanted);
        if (ended.TryGetValue(end.Id, out var earlier)) return earlier;
        var row = complaints[end.Number];
        var holds = Holds(end.Number, end.LeaseToken) || Breaks(LedgerFault.CompleteWithoutLease);
        if (holds && end.Move is { } taken && IsIdTaken(row, taken)) return AttemptEndResult.IdTaken;
        End(end);
        if (holds) Advance(row, end);
        if (end.Suspect is { } suspect && !Breaks(LedgerFault.ForgetsSuspect) && complaints.TryGetValue(suspect, out var other)) complaints[suspect] = other with { Suspect = true };
        return ended[end.Id] = holds ? AttemptEndResult.Done : AttemptEndResult.LeaseLost;
    });

    public Task<IReadOnlyList<ComplaintRow>> LeasesAsync(CancellationToken ct) =>
        Atomically<IReadOnlyList<ComplaintRow>>(() => [.. complaints.Values.Where(row => row.State == S.Forwarding).OrderBy(row => row.Position)]);

    public Task<S?> ReapAsync(string eventId, string number, string leaseToken, int beat, DateTimeOffset at, string actor, CancellationToken ct) =>
        Atomically<S?>(() =>
        {
            if (eventsById.TryGetValue(eventId, out var earlier)) return earlier.To;
            if (!Holds(number, leaseToken) || complaints[number].LeaseBeat != beat) return null;
            var row = complaints[number];
            var doubtful = attempts[number].Any(IsDoubtful);
            var to = doubtful && !Breaks(LedgerFault.ReapsOpenCreateToQueued) ? S.Unknown : S.Queued;
            Apply(row, new Move
            {
                Id = eventId,
                Number = number,
                From = S.Forwarding,
                To = to,
                Version = row.Version,
                By = ActorKind.Worker,
                Actor = actor,
                Reasons = [new Reason("lease-lost")],
                At = at,
            });
            if (!Breaks(LedgerFault.LeavesAttemptsOpen)) EndOpen(number, at);
            return to;
        });

    private ComplaintRow? Claimable(ClaimRequest request)
    {
        bool Fits(ComplaintRow row) => row.Destination == request.Destination && IsWaiting(row) && row.Wish is null && (IsDue(row, request.Now) || Breaks(LedgerFault.ClaimBeforeDue));
        if (request.Number is null)
            return complaints.Values.Where(Fits).OrderBy(row => row.Due ?? DateTimeOffset.MinValue).ThenBy(row => row.Position).FirstOrDefault();
        if (!complaints.TryGetValue(request.Number, out var named)) return null;
        return Fits(named) || Breaks(LedgerFault.ClaimWithoutState) ? named : null;
    }

    private bool Holds(string number, string leaseToken) =>
        complaints.TryGetValue(number, out var row) && row.State == S.Forwarding && row.LeaseToken == leaseToken;

    private void End(AttemptEnd end)
    {
        var list = attempts[end.Number];
        var index = list.FindIndex(attempt => attempt.Id == end.Id);
        // Its begin was doubtful and failed: only the move is made.
        if (index < 0) return;
        list[index] = list[index] with
        {
            Ended = end.At,
            Outcome = end.Outcome,
            Status = end.Status,
            Duration = end.Duration,
            Excerpt = end.Excerpt,
            // What proves to be done is not settled any more.
            Settled = list[index].Settled && end.Outcome != AttemptOutcome.Done,
        };
    }

    // Nobody is left to complete them.
    private void EndOpen(string number, DateTimeOffset at)
    {
        var list = attempts[number];
        for (var i = 0; i < list.Count; i++)
            if (list[i] is { Ended: null, Task: null }) list[i] = list[i] with { Ended = at, Outcome = WithoutAnswer(list[i].Step) };
    }

    private static AttemptOutcome WithoutAnswer(AttemptStep step) =>
        step == AttemptStep.Create ? AttemptOutcome.Unknown : AttemptOutcome.Unavailable;

    private void Advance(ComplaintRow row, AttemptEnd end)
    {
        row = complaints[end.Number] = row with
        {
            Claims = 0,
            Attempts = row.Attempts + (end.Counts ? 1 : 0),
        };
        var files = sent.GetValueOrDefault(end.Number) ?? [];
        for (var i = 0; i < files.Count; i++)
            if (end.Uploads.TryGetValue(files[i].Ordinal, out var id)) files[i] = files[i] with { UploadId = id };
        if (end.Move is not { } move) return;
        if (move.To == S.Unknown && Breaks(LedgerFault.UnknownIsTriedAgain)) move = move with { To = S.Retrying, Due = end.At };
        Apply(row, move with { Version = row.Version });
    }

    // The same test for the permit and for a dead lease: only a create that surely was not taken leaves the way free.
    private static bool IsClear(AttemptRow attempt) =>
        attempt.Settled
        || attempt.Outcome is AttemptOutcome.NotSent or AttemptOutcome.Rejected or AttemptOutcome.Misconfigured or AttemptOutcome.Unavailable;
}
