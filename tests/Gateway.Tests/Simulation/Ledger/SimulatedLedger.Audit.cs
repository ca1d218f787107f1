using Gateway.Core;
using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// Sums for auditors.
internal sealed partial class SimulatedLedger
{
    public Task<IReadOnlyList<SeenItem>> SeenAsync(string channel, DateOnly day, CancellationToken ct) => Atomically<IReadOnlyList<SeenItem>>(() =>
        [.. items.Values.Where(row => row.Channel == channel && Wita.Day(row.Seen) == day && row.Resolved != "fixed").Select(row => new SeenItem(row.Arrival, row.Item, row.Outcome))]);

    public Task<IReadOnlyList<Logged<LedgerEvent>>> LoggedEventsAsync(LogQuery query, CancellationToken ct) =>
        Atomically(() => Logged(query, events.Values.SelectMany(list => list), happened => (happened.Number, happened.At)));

    public Task<IReadOnlyList<Logged<AttemptRow>>> LoggedAttemptsAsync(LogQuery query, CancellationToken ct) =>
        Atomically(() => Logged(query, attempts.Values.SelectMany(list => list), attempt => (attempt.Number, attempt.Begun)));

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

    // The lists are by complaint; the order of time is as good as that of writing for who reads.
    private IReadOnlyList<Logged<T>> Logged<T>(LogQuery query, IEnumerable<T> all, Func<T, (string Number, DateTimeOffset At)> key) =>
    [
        .. all.OrderBy(what => key(what).At)
            .Select((what, i) => (What: what, Position: i + 1L, Row: complaints[key(what).Number]))
            .Where(line => line.Position > query.After && key(line.What).At >= query.From && key(line.What).At < query.Until
                && (query.Agency is null || line.Row.Agency == query.Agency) && (query.State is null || line.Row.State == query.State)
                && !(query.HidesSupervised && line.Row.Supervised))
            .Take(query.Limit)
            .Select(line => new Logged<T>(line.Position, line.What, line.Row.Channel, line.Row.Agency, line.Row.Destination, line.Row.CentralId, line.Row.Supervised)),
    ];
}
