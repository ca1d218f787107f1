using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Complaints: looking.
public abstract partial class SqlLedger
{
    public Task<ComplaintRow?> FindAsync(string number, CancellationToken ct) => ReadAsync(
        session => session.QuerySingleOrDefault<StoredComplaint>($"{StoredComplaint.Select} WHERE c.number = @number", new { number })?.ToRow(), ct);

    public Task<ComplaintRow?> FindByCentralIdAsync(string destination, string centralId, CancellationToken ct) => ReadAsync(
        session => session.QuerySingleOrDefault<StoredComplaint>(
            $"{StoredComplaint.Select} WHERE c.destination = @destination AND c.central_id = @centralId", new { destination, centralId })?.ToRow(),
        ct);

    public Task<IReadOnlyList<ComplaintRow>> WishesAsync(CancellationToken ct) =>
        ListComplaintsAsync($"{StoredComplaint.Select} WHERE c.wish IS NOT NULL AND c.state IN ('queued', 'retrying', 'parked') ORDER BY c.position", new { }, ct);

    public Task<IReadOnlyList<ComplaintRow>> ListAsync(ComplaintQuery query, CancellationToken ct)
    {
        var where = new List<string> { "c.position > @After" };
        if (query.States is not null) where.Add("c.state IN @States");
        if (query.Channel is not null) where.Add("c.channel = @Channel");
        if (query.Agency is not null) where.Add("c.agency = @Agency");
        if (query.Destination is not null) where.Add("c.destination = @Destination");
        if (query.HidesSupervised) where.Add("c.supervised = 0");
        if (query.Round is not null) where.Add("c.round = @Round");
        if (query.CentralId is not null) where.Add(Renumbering.Bears);
        return ListComplaintsAsync(
            $"{StoredComplaint.Select} WHERE {string.Join(" AND ", where)} ORDER BY c.position LIMIT @Limit",
            new
            {
                query.After,
                query.Limit,
                query.Channel,
                query.Agency,
                query.Destination,
                query.Round,
                query.CentralId,
                Once = Renumbering.Once(query.CentralId),
                States = query.States?.Select(Words.Of).ToArray() ?? [],
            },
            ct);
    }

    public Task<IReadOnlyList<ComplaintRow>> UnjudgedAsync(int limit, CancellationToken ct) => ListComplaintsAsync(
        Queries.Unjudged, new { limit }, ct);

    public async Task<IReadOnlyList<ComplaintRow>> SameContentAsync(byte[] contentKey, long before, CancellationToken ct)
    {
        var now = await ListComplaintsAsync(Queries.SameContent, new { contentKey, before }, ct);
        var earlier = await ListComplaintsAsync(Queries.SaidBefore, new { contentKey, before }, ct);
        return earlier.Count == 0 ? now : [.. now.Concat(earlier).DistinctBy(row => row.Number).OrderByDescending(row => row.Position).Take(20)];
    }

    public Task<NearRows> NearAsync(IReadOnlyList<long> bands, DateTimeOffset since, int most, CancellationToken ct) =>
        ReadAsync(session => NearBands.Find(session, bands, since, most), ct);

    public Task<IReadOnlyList<LedgerEvent>> EventsAsync(string number, CancellationToken ct) =>
        ReadAsync(session => EventLog.Of(session, number), ct);

    public Task<IReadOnlyList<AttemptRow>> AttemptsAsync(string number, CancellationToken ct) => ReadAsync<IReadOnlyList<AttemptRow>>(
        session =>
        [
            .. session.Query<StoredAttempt>($"{StoredAttempt.Select} WHERE a.number = @number ORDER BY a.position", new { number })
                .Select(stored => stored.ToRow()),
        ],
        ct);

    public Task<IReadOnlyList<AttachmentRow>> AttachmentsAsync(string number, CancellationToken ct) => ReadAsync<IReadOnlyList<AttachmentRow>>(
        session =>
        [
            .. session.Query<StoredAttachment>(
                """
                SELECT ordinal AS Ordinal, media_type AS MediaType, inline AS Inline, [file] AS [File], length AS Length
                FROM attachments WHERE number = @number ORDER BY ordinal
                """,
                new { number }).Select(stored => stored.ToRow()),
        ],
        ct);

    public Task<IReadOnlyList<SentFile>> SentFilesAsync(string number, CancellationToken ct) =>
        ReadAsync(session => StoredSentFile.Of(session, number), ct);

    public Task KeepSentAsync(string number, IReadOnlyList<SentFile> files, CancellationToken ct) => WriteAsync(
        session =>
        {
            StoredSentFile.Replace(session, number, files);
            return true;
        },
        ct);

    public Task<IReadOnlyList<string>> OwnersAsync(string number, CancellationToken ct) => ReadAsync<IReadOnlyList<string>>(
        session => [.. session.Query<string>("SELECT agency FROM owners WHERE number = @number ORDER BY ordinal", new { number })], ct);

    public Task<IReadOnlyList<Lineage>> LineageAsync(string number, CancellationToken ct) => ReadAsync<IReadOnlyList<Lineage>>(
        session =>
        [
            .. session.Query<(string Parent, string Child, string How, long Undone)>(
                """
                SELECT l.parent, l.child, l.how, l.undone FROM lineage l JOIN complaints c ON c.number = l.child
                WHERE l.parent = @number OR l.child = @number ORDER BY c.position
                """,
                new { number }).Select(kin => new Lineage(kin.Parent, kin.Child, kin.How, kin.Undone != 0)),
        ],
        ct);

    public Task<IReadOnlyList<ComplaintRow>> AwaitedAsync(string channel, CancellationToken ct) =>
        ListComplaintsAsync($"{StoredComplaint.Select} WHERE c.channel = @channel AND c.asked IS NOT NULL AND c.state = 'held' ORDER BY c.position", new { channel }, ct);

    public Task<ReporterEntry?> ReporterAsync(string id, CancellationToken ct) => ReadAsync(session => Reporters.Find(session, id), ct);
}
