using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Relay: which wake-ups are still to be published. (Outbox)
public abstract partial class SqlLedger
{
    public Task<IReadOnlyList<ComplaintRow>> UnpublishedAsync(string destination, DateTimeOffset now, int limit, CancellationToken ct) =>
        ReadAsync(
            session =>
            {
                var arguments = new { destination, now = Instant.Of(now), limit = UrgentLookedAt };
                var urgent = InTurn(
                    [.. session.Query<StoredComplaint>(Queries.UnpublishedUrgentQueued, arguments).Concat(session.Query<StoredComplaint>(Queries.UnpublishedUrgentDue, arguments))
                        .GroupBy(stored => stored.Agency).Select(agency => (0, Ordered(agency)))]).ToList();
                var published = session.Query<string>(Queries.PublishedAgencies, arguments).CountBy(agency => agency).ToDictionary();
                var others = Agencies(session, destination)
                    .Select(agency => (published.GetValueOrDefault(agency), Waiting(session, destination, agency, Instant.Of(now), limit)))
                    .ToList();
                var ahead = others.Any(agency => agency.Item2.Count > 0) ? limit - (limit / 4) : limit;
                return Strangers.Known(urgent.Take(ahead).Concat(InTurn(others)).Concat(urgent.Skip(ahead)).Take(limit), stored => stored.ToRow());
            },
            ct);

    public Task<string?> UrgentAsync(string destination, DateTimeOffset now, CancellationToken ct) => ReadAsync(
        session =>
        {
            var arguments = new { destination, now = Instant.Of(now), limit = 1 };
            return session.QueryFirstOrDefault<StoredComplaint>(Queries.UrgentQueued, arguments)?.Number
                ?? session.QueryFirstOrDefault<StoredComplaint>(Queries.UrgentDue, arguments)?.Number;
        },
        ct);

    public Task<int> PublishedUnclaimedAsync(string destination, CancellationToken ct) => ReadAsync(
        session => session.ExecuteScalar<int>(Queries.PublishedUnclaimed, new { destination }), ct);

    public Task MarkPublishedAsync(IReadOnlyList<(string Number, int Version)> published, DateTimeOffset at, CancellationToken ct) => WriteAsync(
        session =>
        {
            foreach (var (number, version) in published)
                session.Execute(
                    """
                    UPDATE complaints SET published = @at
                    WHERE number = @number AND version = @version AND state IN ('queued', 'retrying') AND published IS NULL
                    """,
                    new { number, version, at = Instant.Of(at) });
        },
        ct);

    public Task<int> ForgetPublishedAsync(DateTimeOffset before, DateTimeOffset after, CancellationToken ct) => WriteAsync(
        session => session.Execute(Queries.ForgetPublished, new { before = Instant.Of(before), after = Instant.Of(after) }), ct);

    private static IEnumerable<string> Agencies(LedgerSession session, string destination)
    {
        var agency = "";
        while ((agency = session.ExecuteScalar<string?>(Queries.NextUnpublishedAgency, new { destination, agency })) is not null)
            yield return agency;
    }

    // Few tell of danger to life; of a flood the first are enough.
    private const int UrgentLookedAt = 256;

    private static List<StoredComplaint> Waiting(LedgerSession session, string destination, string agency, long now, int limit)
    {
        var arguments = new { destination, agency, now, limit };
        return Ordered(session.Query<StoredComplaint>(Queries.UnpublishedQueued, arguments).Concat(session.Query<StoredComplaint>(Queries.UnpublishedDue, arguments)));
    }

    private static List<StoredComplaint> Ordered(IEnumerable<StoredComplaint> waiting) => [.. waiting.OrderBy(stored => stored.ReadyAt).ThenBy(stored => stored.Position)];

    /// <summary>The first of each agency, then the second of each, and so on; within a turn who waits longest goes first.</summary>
    /// <param name="waiting">Of each agency the turn in which it begins, and what waits.</param>
    private static IEnumerable<StoredComplaint> InTurn(List<(int From, List<StoredComplaint> Mine)> waiting) =>
        from agency in waiting
        from place in agency.Mine.Index()
        orderby agency.From + place.Index, place.Item.ReadyAt, place.Item.Position
        select place.Item;
}
