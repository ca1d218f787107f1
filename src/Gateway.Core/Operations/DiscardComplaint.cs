using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>An officer decides that a complaint does not go. It needs a reason, and can be undone with hold.</summary>
public sealed class DiscardComplaint(MoveComplaint move)
{
    public async Task<OperationResult> ExecuteAsync(string number, Officer officer, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(officer.Why)
            ? new OperationResult(false, "reason-missing", number)
            : await move.ExecuteAsync(number, ComplaintState.Discarded, officer, "discarded-by-officer", null, null, ct);
}
