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
        WHERE c.state = 'recorded' AND (c.round IS NULL OR r.closed IS NOT NULL) AND {IsKnown}
        ORDER BY c.position LIMIT @limit
        """;

    public const string SameContent =
        $"{StoredComplaint.Select} WHERE c.content_key = @contentKey AND c.position < @before AND c.state <> 'recorded' ORDER BY c.position DESC LIMIT 20";

    /// <summary>Complaints that said so before they were amended: few, so that they need no order.</summary>
    public const string SaidBefore =
        $"{StoredComplaint.Select} JOIN revisions r ON r.number = c.number WHERE r.content_key = @contentKey AND c.position < @before AND c.state <> 'recorded' LIMIT 20";

    public const string NewestOfBand = "SELECT judged FROM near_bands WHERE band = @band ORDER BY judged DESC LIMIT @limit";

    public const string Linked = "SELECT c.number, c.link_to, c.position, c.supervised FROM complaints c WHERE c.link_to IN @numbers AND c.state <> 'discarded'";

    public const string UnpublishedQueued = $"{StoredComplaint.Select} WHERE {Unpublished} AND c.agency = @agency AND c.danger IS NULL AND c.state = 'queued' {LongestFirst}";

    public const string UnpublishedDue =
        $"{StoredComplaint.Select} WHERE {Unpublished} AND c.agency = @agency AND c.danger IS NULL AND c.state = 'retrying' AND c.ready_at <= @now {LongestFirst}";

    public const string UnpublishedUrgentQueued = $"{StoredComplaint.Select} INDEXED BY complaints_urgent WHERE {Urgent} AND {Unpublished} AND c.state = 'queued' {LongestFirst}";

    public const string UnpublishedUrgentDue = $"{StoredComplaint.Select} INDEXED BY complaints_urgent WHERE {Urgent} AND {Unpublished} AND c.state = 'retrying' AND c.ready_at <= @now {LongestFirst}";

    public const string UrgentQueued = $"{StoredComplaint.Select} INDEXED BY complaints_urgent WHERE {Urgent} AND {Published} AND c.wish IS NULL AND c.destination = @destination AND c.state = 'queued' {LongestFirst}";

    public const string UrgentDue =
        $"{StoredComplaint.Select} INDEXED BY complaints_urgent WHERE {Urgent} AND {Published} AND c.wish IS NULL AND c.destination = @destination AND c.state = 'retrying' AND c.ready_at <= @now {LongestFirst}";

    /// <summary>The agency of each wake-up under way: no more than a window of them.</summary>
    public const string PublishedAgencies = $"SELECT c.agency FROM complaints c WHERE {Published} AND c.destination = @destination";

    public const string WaitingQueued = $"SELECT count(*) FROM complaints c INDEXED BY complaints_waiting WHERE {Waits} AND c.state = 'queued' AND c.destination = @destination";

    public const string WaitingDue = $"SELECT count(*) FROM complaints c INDEXED BY complaints_waiting WHERE {Waits} AND c.state = 'retrying' AND c.destination = @destination AND c.ready_at <= @now";

    public const string WaitingLater = $"SELECT count(*) FROM complaints c INDEXED BY complaints_waiting WHERE {Waits} AND c.state = 'retrying' AND c.destination = @destination AND c.ready_at > @now";

    public const string LastDue = $"SELECT max(c.ready_at) FROM complaints c INDEXED BY complaints_waiting WHERE {Waits} AND c.state = 'retrying' AND c.destination = @destination";

    public const string WaitingUrgent = $"SELECT count(*) FROM complaints c INDEXED BY complaints_urgent WHERE {Urgent} AND {Waits} AND c.destination = @destination";

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

    /// <summary>
    /// What was put off to a moment after <c>@after</c>, and that by a move dated after it too: its clock was ahead. What was noted since (somebody looked at it) says nothing
    /// of that.
    /// </summary>
    public const string PutOffLate =
        """
        SELECT c.number, c.version, c.due, e.at FROM complaints c INDEXED BY complaints_due JOIN events e ON e.number = c.number
        WHERE c.state = 'retrying' AND c.due > @after AND e.at > @after
            AND e.sequence = (SELECT MAX(m.sequence) FROM events m WHERE m.number = c.number AND m.kind = 'moved' AND m.to_state = 'retrying')
        """;

    /// <summary>The task that is due longest and whose complaint is there.</summary>
    public const string DueTask =
        $"{StoredTask.Select} WHERE t.destination = @destination AND t.due <= @now AND t.state IN ('waiting', 'unknown') AND {IsKnownTask} AND c.state = 'delivered' AND {IsKnown} ORDER BY t.due LIMIT 1";

    public const string RunningTasks = "SELECT count(*) FROM tasks r WHERE r.destination = @destination AND r.state = 'running'";

    public const string DueReading =
        $"{StoredComplaint.Select} WHERE c.destination = @destination AND c.read_due <= @now AND c.state = 'delivered' AND {IsKnown} ORDER BY c.read_due LIMIT 1";

    public const string UnfinishedArrivals = $"{StoredArrival.Select} WHERE done = 0 AND {MayTake} ORDER BY position LIMIT @limit";

    /// <summary>It is this node's, or of none that is known.</summary>
    internal const string MayTake = "(node = @node OR node IS NULL OR node NOT IN (SELECT id FROM nodes))";

    /// <summary>Of another kind a newer version may know how to send it; whoever does not leaves it to that one.</summary>
    internal const string IsKnown = "(c.klasifikasi IS NULL OR c.klasifikasi IN ('pengaduan', 'aspirasi', 'permintaan-informasi'))";

    /// <summary>The same for tasks.</summary>
    internal const string IsKnownTask = "t.kind IN ('hand-on', 'follow-up')";

    private const string Waits = $"c.state IN ('queued', 'retrying') AND {IsKnown}";

    private const string Urgent = "c.danger IS NOT NULL";

    private const string Unpublished = $"c.published IS NULL AND {Waits} AND c.wish IS NULL AND c.destination = @destination";

    private const string Published = "c.published IS NOT NULL AND c.state IN ('queued', 'retrying')";

    private const string LongestFirst = "ORDER BY c.ready_at, c.position LIMIT @limit";
}
