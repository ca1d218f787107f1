using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// What is known of items, sums, quarantine.
internal sealed partial class SimulatedLedger
{
    public Task<IReadOnlyList<ItemRow>> ItemsOfAsync(string arrival, CancellationToken ct) =>
        Atomically<IReadOnlyList<ItemRow>>(() => [.. items.Values.Where(item => item.Arrival == arrival)]);

    public Task<IReadOnlyList<KnownItem>> KnownAsync(IReadOnlyList<byte[]> sourceKeys, CancellationToken ct) =>
        Atomically<IReadOnlyList<KnownItem>>(() =>
            [.. sourceKeys.DistinctBy(Hex).Where(key => latest.ContainsKey(Hex(key))).Select(key => Known(key, latest[Hex(key)]))]);

    public Task<string?> ThreadAsync(IReadOnlyList<byte[]> threads, CancellationToken ct) =>
        Atomically(() => threads.Select(thread => this.threads.GetValueOrDefault(Hex(thread))).FirstOrDefault(number => number is not null));

    public Task<IReadOnlyList<KnownItem>> MarksUnderAsync(string channel, IReadOnlyList<byte[]> prefixes, int most, CancellationToken ct) =>
        Atomically<IReadOnlyList<KnownItem>>(() =>
            [.. from prefix in prefixes
                from mark in this.marks.Where(mark => mark.Key.StartsWith(MarkKey(channel, prefix), StringComparison.Ordinal)).Take(most)
                select Known(Convert.FromHexString(mark.Key[(channel.Length + 1)..]), entries[mark.Value])]);

    public Task<ReporterEntry?> FindReporterAsync(IReadOnlyList<ReporterIndex> indexes, CancellationToken ct) => Atomically(() =>
    {
        foreach (var index in indexes.Where(index => index.Identifies))
            if (identities.TryGetValue(IdentityKey(index), out var id)) return reporters[id];
        return null;
    });

    public Task<ReporterEntry?> ReporterAsync(string id, CancellationToken ct) => Atomically(() => reporters.GetValueOrDefault(id));

    public Task<ItemRow?> ItemAsync(string id, CancellationToken ct) => Atomically(() => items.GetValueOrDefault(id));

    public Task<IReadOnlyList<ItemRow>> ItemsAsync(ItemOutcome outcome, string? channel, bool resolved, int limit, CancellationToken ct) =>
        Atomically<IReadOnlyList<ItemRow>>(() =>
            [.. items.Values
                .Where(item => item.Outcome == outcome && (channel is null || item.Channel == channel))
                .Where(item => resolved || item.Resolved is null)
                .Take(limit)]);

    public Task<bool> ResolveItemAsync(
        string id, string resolution, string actor, string reason, DateTimeOffset at, ItemEntry? mended, CancellationToken ct) =>
        Atomically(() =>
        {
            if (!items.TryGetValue(id, out var item)) return false;
            var stamp = (resolution, actor, reason, at);
            if (item.Resolved is not null) return resolutions[id] == stamp;
            items[id] = item with { Resolved = resolution };
            resolutions[id] = stamp;
            if (mended is not null && Record(mended) == RecordResult.Conflict)
            {
                items[id] = item;
                return false;
            }

            return true;
        });

    public Task<IReadOnlyList<(string Channel, ItemOutcome Outcome, long Count)>> SumsAsync(CancellationToken ct) =>
        Atomically<IReadOnlyList<(string, ItemOutcome, long)>>(() =>
            [.. items.Values
                .Where(item => item.Resolved != "fixed")
                .GroupBy(item => (item.Channel, item.Outcome))
                .OrderBy(group => group.Key.Channel, StringComparer.Ordinal).ThenBy(group => group.Key.Outcome)
                .Select(group => (group.Key.Channel, group.Key.Outcome, group.LongCount()))]);

    private KnownItem Known(byte[] key, ItemEntry entry) => new(
        key, entry.Id, entry.Outcome, entry.Occurrence ?? 0, entry.Seen, entry.ContentKey, items[entry.Id].Numbers is [var first, ..] ? first : null, entry.Arrival);
}
