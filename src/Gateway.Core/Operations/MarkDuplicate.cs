using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// An officer decides that a held complaint tells the same as an earlier one and does not go. It stays, linked to the first, and comes
/// back with hold.
/// </summary>
public sealed class MarkDuplicate(ILedger ledger, MoveComplaint move)
{
    /// <summary>Marks it.</summary>
    /// <param name="number">A held complaint.</param>
    /// <param name="other">An earlier one; when that is a duplicate itself, the first is meant.</param>
    /// <param name="officer">Who, and why if they say so.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<OperationResult> ExecuteAsync(string number, string other, Officer officer, CancellationToken ct)
    {
        if (await ledger.FindAsync(number, ct) is not { } row || !officer.MaySee(row)) return new OperationResult(false, "not-found", number);
        if (await ledger.FindAsync(other, ct) is not { } named || !officer.MaySee(named)) return new OperationResult(false, "not-found", other);
        var first = await ledger.FirstAsync(named, ct);
        if (first.Position >= row.Position) return new OperationResult(false, "not-earlier", first.Number);
        if (first.State == ComplaintState.Discarded) return new OperationResult(false, "first-is-discarded", first.Number);
        return await move.ExecuteAsync(
            number, ComplaintState.Duplicate, officer, "duplicate-of",
            wish => wish with { LinkTo = first.Number, Reasons = [.. officer.Saying(new Reason("duplicate-of", first.Number))] },
            [ComplaintState.Held], ct);
    }
}
