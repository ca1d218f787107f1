using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// An officer has typed the complaint into SP4N-LAPOR! and brings back its number: the way of an agency without access to the interface,
/// and of all when it is down. What is being sent, or may have arrived, is not delivered by hand.
/// </summary>
public sealed class DeliverByHand(MoveComplaint move)
{
    private static readonly ComplaintState[] From = [ComplaintState.Held, ComplaintState.Queued, ComplaintState.Retrying, ComplaintState.Parked];

    /// <summary>Records the number; the complaint is delivered then.</summary>
    /// <param name="number">Tracking number as stored.</param>
    /// <param name="typed">The centre's number as the officer typed it.</param>
    /// <param name="officer">Who, and why if he says so.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<OperationResult> ExecuteAsync(string number, string typed, Officer officer, CancellationToken ct) =>
        CentralNumber.TryRead(typed, out var id)
            ? await move.ExecuteAsync(number, ComplaintState.Delivered, officer, "delivered-by-hand", wish => wish with { CentralId = id }, From, ct)
            : new OperationResult(false, "bad-central-id", typed);
}
