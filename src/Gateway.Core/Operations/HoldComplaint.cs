using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>An officer keeps a complaint back, or brings a discarded one back to the desk.</summary>
public sealed class HoldComplaint(MoveComplaint move)
{
    public Task<OperationResult> ExecuteAsync(string number, Officer officer, CancellationToken ct) =>
        move.ExecuteAsync(number, ComplaintState.Held, officer, "held-by-officer", null, null, ct);
}
