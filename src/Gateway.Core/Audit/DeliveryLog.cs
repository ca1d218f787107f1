using System.Runtime.CompilerServices;
using Gateway.Core.Ledger;

namespace Gateway.Core.Audit;

/// <summary>
/// Everything that happened to complaints and every call at the centre, in the order of time, for auditors. It is read page by page, so
/// that a log of any size takes the same memory.
/// </summary>
public sealed class DeliveryLog(ILedger ledger)
{
    /// <summary>The lines of a query; its limit is the size of a page.</summary>
    public async IAsyncEnumerable<DeliveryLine> ReadAsync(LogQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var events = PagesAsync(query, ledger.LoggedEventsAsync, ct).GetAsyncEnumerator(ct);
        await using var attempts = PagesAsync(query, ledger.LoggedAttemptsAsync, ct).GetAsyncEnumerator(ct);
        var (hasEvent, hasAttempt) = (await events.MoveNextAsync(), await attempts.MoveNextAsync());
        while (hasEvent || hasAttempt)
        {
            // A claim comes before the call it is for, also within one microsecond.
            if (hasEvent && (!hasAttempt || events.Current.What.At <= attempts.Current.What.Begun))
            {
                yield return new DeliveryLine(events.Current, null);
                hasEvent = await events.MoveNextAsync();
            }
            else
            {
                yield return new DeliveryLine(null, attempts.Current);
                hasAttempt = await attempts.MoveNextAsync();
            }
        }
    }

    private static async IAsyncEnumerable<Logged<T>> PagesAsync<T>(
        LogQuery query, Func<LogQuery, CancellationToken, Task<IReadOnlyList<Logged<T>>>> read, [EnumeratorCancellation] CancellationToken ct)
    {
        while (await read(query, ct) is { Count: > 0 } page)
        {
            foreach (var line in page) yield return line;
            if (page.Count < query.Limit) yield break;
            query = query with { After = page[^1].Position };
        }
    }
}
