using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// An officer keeps a complaint back, or brings a discarded one back to the desk. Why it was held before stays on it: whoever decides next
/// must see that it is, say, the same as another.
/// </summary>
public sealed class HoldComplaint(ILedger ledger, MoveComplaint move)
{
    private const string Code = "held-by-officer";

    public async Task<OperationResult> ExecuteAsync(string number, Officer officer, CancellationToken ct)
    {
        var before = (await HeldReasons.OfAsync(ledger, number, ct)).Where(reason => reason.Code != Code);
        return await move.ExecuteAsync(number, ComplaintState.Held, officer, Code, wish => wish with { Reasons = [.. wish.Reasons, .. before] }, null, ct);
    }
}
