using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// The outbox.
internal sealed partial class SimulatedLedger
{
    public Task<IReadOnlyList<ComplaintRow>> UnpublishedAsync(string destination, DateTimeOffset now, int limit, CancellationToken ct) =>
        Atomically<IReadOnlyList<ComplaintRow>>(() =>
        {
            var waiting = complaints.Values.Where(row => row.Destination == destination && row.Published is null && IsWaiting(row) && row.Wish is null && IsDue(row, now)).ToLookup(row => row.Danger is not null);
            int UnderWay(string agency) => complaints.Values.Count(row => row.Destination == destination && row.Agency == agency && row.Published is not null && IsWaiting(row));
            var urgent = InTurn(waiting[true], _ => 0).ToList();
            var ahead = waiting[false].Any() ? limit - (limit / 4) : limit;
            return [.. urgent.Take(ahead).Concat(InTurn(waiting[false], UnderWay)).Concat(urgent.Skip(ahead)).Take(limit)];
        });

    public Task<string?> UrgentAsync(string destination, DateTimeOffset now, CancellationToken ct) => Atomically(() =>
        complaints.Values.Where(row => row.Destination == destination && row.Danger is not null && row.Published is not null && IsWaiting(row) && row.Wish is null && IsDue(row, now))
            .OrderBy(row => row.State == ComplaintState.Retrying).ThenBy(row => row.Position).FirstOrDefault()?.Number);

    public Task<Backlog> BacklogAsync(string destination, DateTimeOffset now, DateTimeOffset since, CancellationToken ct) => Atomically(() =>
    {
        var waiting = complaints.Values.Where(row => row.Destination == destination && IsWaiting(row)).ToLookup(row => IsDue(row, now));
        var calls = attempts.Values.SelectMany(all => all)
            .Where(attempt => attempt.Destination == destination && attempt.Step is AttemptStep.Create or AttemptStep.Upload && attempt.Ended >= since)
            .Select(attempt => new SentCall(attempt.Begun, attempt.Ended!.Value, attempt is { Step: AttemptStep.Create, Outcome: AttemptOutcome.Done }));
        return new Backlog(
            waiting[true].Count(), waiting[false].Count(), waiting[false].Max(row => row.Due), waiting.SelectMany(rows => rows).Count(row => row.Danger is not null),
            [.. calls.TakeLast(200)]);
    });

    public Task<int> PublishedUnclaimedAsync(string destination, CancellationToken ct) => Atomically(() =>
        complaints.Values.Count(row => row.Destination == destination && row.Published is not null && IsWaiting(row)));

    public Task MarkPublishedAsync(IReadOnlyList<(string Number, int Version)> published, DateTimeOffset at, CancellationToken ct) =>
        Atomically(() =>
        {
            foreach (var (number, version) in published)
                if (complaints.TryGetValue(number, out var row) && row.Version == version && IsWaiting(row))
                    complaints[number] = row with { Published = at };
        });

    public Task<int> ForgetPublishedAsync(DateTimeOffset before, DateTimeOffset after, CancellationToken ct) => Atomically(() =>
    {
        List<ComplaintRow> old = [.. complaints.Values.Where(row => (row.Published < before || row.Published > after) && IsWaiting(row))];
        foreach (var row in old) complaints[row.Number] = row with { Published = null };
        return old.Count;
    });

    public Task<int> RecountDueAsync(DateTimeOffset now, DateTimeOffset after, CancellationToken ct) => Atomically(() =>
    {
        if (nodes.Values.Any(node => node.At > after)) return 0;
        var late = complaints.Values.Where(row => row.State == ComplaintState.Retrying && row.Due > after && From(row) > after).ToList();
        foreach (var row in late) complaints[row.Number] = row with { Due = RetrySchedule.Recounted(row.Due!.Value, From(row), now) ?? row.Due };
        return late.Count(row => complaints[row.Number].Due != row.Due);

        DateTimeOffset From(ComplaintRow row) => events[row.Number].Last(happened => happened is { Kind: "moved", To: ComplaintState.Retrying }).At;
    });

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => Atomically(() =>
        complaints.Values.Where(row => row.State == ComplaintState.Retrying).Min(row => row.Due));

    private static IEnumerable<ComplaintRow> InTurn(IEnumerable<ComplaintRow> waiting, Func<string, int> from) => waiting
        .GroupBy(row => row.Agency)
        .SelectMany(agency => agency.OrderBy(row => row.Position).Select((row, turn) => (row, turn: turn + from(agency.Key))))
        .OrderBy(place => place.turn).ThenBy(place => place.row.Position)
        .Select(place => place.row);

    private static bool IsWaiting(ComplaintRow row) => row.State is ComplaintState.Queued or ComplaintState.Retrying;

    private static bool IsDue(ComplaintRow row, DateTimeOffset now) => row.Due is null || row.Due <= now;
}
