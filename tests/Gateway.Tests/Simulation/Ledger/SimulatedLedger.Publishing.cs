using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// The outbox.
internal sealed partial class SimulatedLedger
{
    public Task<IReadOnlyList<ComplaintRow>> UnpublishedAsync(string destination, DateTimeOffset now, int limit, CancellationToken ct) =>
        Atomically<IReadOnlyList<ComplaintRow>>(() =>
            [.. complaints.Values
                .Where(row => row.Destination == destination && row.Published is null && IsWaiting(row) && row.Wish is null && IsDue(row, now))
                .GroupBy(row => row.Agency)
                .SelectMany(agency => agency.OrderBy(row => row.Position).Select((row, turn) => (row, turn)))
                .OrderBy(place => place.turn).ThenBy(place => place.row.Position)
                .Select(place => place.row)
                .Take(limit)]);

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

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => Atomically(() =>
        complaints.Values.Where(row => row.State == ComplaintState.Retrying).Min(row => row.Due));

    private static bool IsWaiting(ComplaintRow row) => row.State is ComplaintState.Queued or ComplaintState.Retrying;

    private static bool IsDue(ComplaintRow row, DateTimeOffset now) => row.Due is null || row.Due <= now;
}
