namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// The queries that run all day. Each repeats the condition of the partial index it means (or names it, where SQLite would take a
/// longer one), and a test explains each and sees that it does not scan.
/// </summary>
internal static class Queries
{
    public const string Unjudged =
        $"""
        {StoredComplaint.Select}
        LEFT JOIN rounds r ON r.id = c.round
        WHERE c.state = 'recorded' AND (c.round IS NULL OR r.closed IS NOT NULL)
        ORDER BY c.position LIMIT @limit
        """;

    public const string SameContent =
        $"{StoredComplaint.Select} WHERE c.content_key = @contentKey AND c.position < @before ORDER BY c.position DESC LIMIT 20";

    /// <summary>Complaints that said so before they were amended: few, so that they need no order.</summary>
    public const string SaidBefore =
        $"{StoredComplaint.Select} JOIN revisions r ON r.number = c.number WHERE r.content_key = @contentKey AND c.position < @before LIMIT 20";

    public const string NewestOfBand = "SELECT judged FROM near_bands WHERE band = @band ORDER BY judged DESC LIMIT @limit";

    public const string Duplicates = "SELECT number, version FROM complaints WHERE link_to = @number AND state = 'duplicate'";

    public const string UnpublishedQueued = $"{StoredComplaint.Select} WHERE {Unpublished} AND c.agency = @agency AND c.state = 'queued' {LongestFirst}";

    public const string UnpublishedDue =
        $"{StoredComplaint.Select} WHERE {Unpublished} AND c.agency = @agency AND c.state = 'retrying' AND c.ready_at <= @now {LongestFirst}";

    /// <summary>The agency after <c>@agency</c> that has something to publish: a leap over the index, so that a long queue of one costs nothing.</summary>
    public const string NextUnpublishedAgency =
        $"SELECT c.agency FROM complaints c WHERE {Unpublished} AND c.agency > @agency ORDER BY c.agency LIMIT 1";

    public const string PublishedUnclaimed = $"SELECT count(*) FROM complaints c WHERE {Published} AND c.destination = @destination";

    public const string ForgetPublished = $"UPDATE complaints INDEXED BY complaints_published SET published = NULL WHERE published IS NOT NULL AND state IN ('queued', 'retrying') AND (published < @before OR published > @after)";

    public const string ClaimableQueued = $"{StoredComplaint.Select} WHERE {Waits} AND c.wish IS NULL AND c.destination = @destination AND c.state = 'queued' {LongestFirst}";

    public const string ClaimableDue =
        $"{StoredComplaint.Select} WHERE {Waits} AND c.wish IS NULL AND c.destination = @destination AND c.state = 'retrying' AND c.ready_at <= @now {LongestFirst}";

    public const string Claimable =
        $"{StoredComplaint.Select} WHERE c.number = @number AND {Waits} AND c.wish IS NULL AND c.destination = @destination AND (c.state = 'queued' OR c.ready_at <= @now)";

    public const string Forwarding = "SELECT count(*) FROM complaints f WHERE f.destination = @destination AND f.state = 'forwarding'";

    public const string Leases = $"{StoredComplaint.Select} WHERE c.state = 'forwarding' ORDER BY c.position";

    public const string NextDue = "SELECT due FROM complaints INDEXED BY complaints_due WHERE state = 'retrying' ORDER BY due LIMIT 1";

    public const string UnfinishedArrivals = $"{StoredArrival.Select} WHERE done = 0 ORDER BY position LIMIT @limit";

    private const string Waits = "c.state IN ('queued', 'retrying')";

    private const string Unpublished = $"c.published IS NULL AND {Waits} AND c.wish IS NULL AND c.destination = @destination";

    private const string Published = $"c.published IS NOT NULL AND {Waits}";

    private const string LongestFirst = "ORDER BY c.ready_at, c.position LIMIT @limit";
}
