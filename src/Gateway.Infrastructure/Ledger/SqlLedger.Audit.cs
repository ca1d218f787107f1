using Gateway.Contracts.Intake;
using Gateway.Core;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Sums for auditors.
public abstract partial class SqlLedger
{
    // Seen is microseconds UTC; East Kalimantan is eight hours ahead, without summer time.
    private const string Day = "(seen + CAST(28800000000 AS bigint)) / CAST(86400000000 AS bigint)";

    // What was mended counts as what mends it.
    private const string Standing = "(resolved IS NULL OR resolved <> 'fixed')";

    private static readonly DateOnly Epoch = new(1970, 1, 1);

    public Task<IReadOnlyList<DayTally>> TallyAsync(DateOnly from, DateOnly to, CancellationToken ct) => ReadAsync<IReadOnlyList<DayTally>>(
        session =>
        {
            var range = new { From = Instant.Of(Begin(from)), To = Instant.Of(Begin(to.AddDays(1))) };
            const string Within = "WHERE seen >= @From AND seen < @To";
            var arrivals = session.Query<(string Channel, long Day, long Count, long Open)>(
                $"SELECT channel, {Day}, count(*), sum(CASE done WHEN 0 THEN 1 ELSE 0 END) FROM arrivals {Within} GROUP BY channel, {Day}", range).ToDictionary(row => (row.Channel, row.Day));
            var items = session.Query<(string Channel, long Day, string Outcome, long Count)>(
                $"SELECT channel, {Day}, outcome, count(*) FROM items {Within} AND {Standing} GROUP BY channel, {Day}, outcome", range).ToLookup(row => (row.Channel, row.Day));
            var complaints = session.Query<(string Channel, long Day, long Count)>(
                $"SELECT channel, {Day}, count(*) FROM complaints {Within} AND number NOT IN (SELECT child FROM lineage) GROUP BY channel, {Day}", range).ToDictionary(row => (row.Channel, row.Day), row => row.Count);
            return
            [
                .. arrivals.Keys.Concat(items.Select(group => group.Key)).Concat(complaints.Keys).Distinct().Order()
                    .Select(key => new DayTally(
                        key.Channel,
                        Epoch.AddDays((int)key.Day),
                        arrivals.GetValueOrDefault(key).Count,
                        arrivals.GetValueOrDefault(key).Open,
                        items[key].ToDictionary(row => Words.To<ItemOutcome>(row.Outcome), row => row.Count),
                        complaints.GetValueOrDefault(key))),
            ];
        },
        ct);

    public Task<IReadOnlyList<SeenItem>> SeenAsync(string channel, DateOnly day, CancellationToken ct) => ReadAsync<IReadOnlyList<SeenItem>>(
        session =>
        [
            .. session.Query<(string? Arrival, string Item, string Outcome)>(
                "SELECT arrival, item, outcome FROM items WHERE channel = @channel AND seen >= @From AND seen < @To AND " + Standing + " ORDER BY position",
                new { channel, From = Instant.Of(Begin(day)), To = Instant.Of(Begin(day.AddDays(1))) })
                .Select(row => new SeenItem(row.Arrival, row.Item, Words.To<ItemOutcome>(row.Outcome))),
        ],
        ct);

    private static DateTimeOffset Begin(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Wita.Offset);
}
