using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>Ops staff send a parked complaint again, with a reason; its attempts start from nothing.</summary>
public sealed class ReplayComplaint(MoveComplaint move)
{
    public async Task<OperationResult> ExecuteAsync(string number, Officer officer, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(officer.Why)
            ? new OperationResult(false, "reason-missing", number)
            : await move.ExecuteAsync(
                number, ComplaintState.Queued, officer, "replayed", wish => wish with { ResetsAttempts = true }, [ComplaintState.Parked], ct);
}
