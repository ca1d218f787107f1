using Gateway.Core;
using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// Sums for auditors.
internal sealed partial class SimulatedLedger
{
    public Task<IReadOnlyList<SeenItem>> SeenAsync(string channel, DateOnly day, CancellationToken ct) => Atomically<IReadOnlyList<SeenItem>>(() =>
        [.. items.Values.Where(row => row.Channel == channel && Wita.Day(row.Seen) == day && row.Resolved != "fixed").Select(row => new SeenItem(row.Arrival, row.Item, row.Outcome))]);

    public Task<IReadOnlyList<DayTally>> TallyAsync(DateOnly from, DateOnly to, CancellationToken ct) => Atomically<IReadOnlyList<DayTally>>(() =>
    {
        var seen = arrivals.Values.Select(row => (row.Channel, Day: Wita.Day(row.Seen)))
            .Concat(items.Values.Select(row => (row.Channel, Day: Wita.Day(row.Seen))))
            .Concat(complaints.Values.Select(row => (row.Channel, Day: Wita.Day(row.Seen))));
        return
        [
            .. seen.Distinct().Where(key => key.Day >= from && key.Day <= to).Order().Select(key => new DayTally(
                key.Channel,
                key.Day,
                arrivals.Values.Count(row => (row.Channel, Wita.Day(row.Seen)) == key),
                arrivals.Values.Count(row => (row.Channel, Wita.Day(row.Seen)) == key && !row.Done),
                items.Values.Where(row => (row.Channel, Wita.Day(row.Seen)) == key && row.Resolved != "fixed").GroupBy(row => row.Outcome).ToDictionary(group => group.Key, group => group.LongCount()),
                complaints.Values.Count(row => (row.Channel, Wita.Day(row.Seen)) == key && lineage.All(kin => kin.Child != row.Number)))),
        ];
    });
}
