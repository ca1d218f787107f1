using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>An officer lets a held complaint go to the centre.</summary>
public sealed class ReleaseComplaint(MoveComplaint move)
{
    public Task<OperationResult> ExecuteAsync(string number, Officer officer, CancellationToken ct) =>
        move.ExecuteAsync(number, ComplaintState.Queued, officer, "released", null, [ComplaintState.Held], ct);
}
