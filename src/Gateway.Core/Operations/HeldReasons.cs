using Gateway.Contracts;
using Gateway.Core.Ledger;
using Gateway.Core.ServiceClock;

namespace Gateway.Core.Operations;

/// <summary>Why a complaint was held before: whoever decides next must see that it is, say, the same as another.</summary>
internal static class HeldReasons
{
    /// <summary>Reasons it had when it last left Held: those it came with, and what was asked or answered since; empty when it never was held.</summary>
    public static Task<IReadOnlyList<Reason>> OfAsync(ILedger ledger, string number, CancellationToken ct) => OfAsync(ledger, number, ComplaintState.Held, ct);

    /// <summary>The same of another state in which it waited for a person.</summary>
    public static async Task<IReadOnlyList<Reason>> OfAsync(ILedger ledger, string number, ComplaintState state, CancellationToken ct)
    {
        var reasons = new List<Reason>();
        foreach (var happened in await ledger.EventsAsync(number, ct))
        {
            if (happened.To != state) continue;
            if (happened.From != state) reasons = [.. happened.Reasons];
            else if (happened is { Kind: "asked" or "amended" }) reasons = [.. Since(happened), .. reasons.Where(reason => !IsSettled(reason, happened))];
        }

        return reasons;
    }

    private static IEnumerable<Reason> Since(LedgerEvent happened) => happened.Reasons.Where(reason => reason.Code is not ("edited" or "officer-says"));

    // A new question or its answer takes the place of the question before.
    private static bool IsSettled(Reason reason, LedgerEvent happened) =>
        reason.Code is Waiting.Code or "reporter-answered" && happened.Reasons.Any(now => now.Code is Waiting.Code or "reporter-answered")
        || happened.Reasons.Any(now => now.Code == reason.Code);
}
