using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>Applies what persons wished while a complaint was being forwarded, once its attempt has ended without an id.</summary>
public sealed class ApplyWishes(ILedger ledger, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>One look at all wishes.</summary>
    /// <returns>How many were applied.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        var applied = 0;
        foreach (var row in await ledger.WishesAsync(ct))
        {
            if (row.Wish is not { } wish || !Moves.Allows(row.State, wish, ActorKind.Person)) continue;
            var move = new Move
            {
                Id = identifiers.NewId(),
                Number = row.Number,
                From = row.State,
                To = wish,
                Version = row.Version,
                By = ActorKind.Person,
                Actor = row.WishBy ?? "?",
                Reasons = [new Reason("wished-while-forwarding")],
                At = time.GetUtcNow(),
            };
            if (await ledger.MoveAsync(move, ct) == MoveResult.Done) applied++;
        }

        return applied;
    }
}
