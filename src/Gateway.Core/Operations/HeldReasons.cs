using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>Why a complaint was held before: whoever decides next must see that it is, say, the same as another.</summary>
internal static class HeldReasons
{
    /// <summary>Reasons of the last time it came to be held; empty when it never was.</summary>
    public static async Task<IReadOnlyList<Reason>> OfAsync(ILedger ledger, string number, CancellationToken ct) =>
        (await ledger.EventsAsync(number, ct)).LastOrDefault(happened => happened is { From: not ComplaintState.Held, To: ComplaintState.Held })?.Reasons ?? [];
}
