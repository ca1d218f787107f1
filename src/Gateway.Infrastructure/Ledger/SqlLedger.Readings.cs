using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Read-back: what the centre says of delivered complaints.
public abstract partial class SqlLedger
{
    public async Task<ComplaintRow?> TakeReadingAsync(string destination, DateTimeOffset now, DateTimeOffset until, CancellationToken ct)
    {
        // Mostly there is none, and a look costs no writer his turn.
        if (await ReadAsync(session => Due(session, destination, now), ct) is null) return null;
        return await WriteAsync(
            session =>
            {
                if (Due(session, destination, now) is not { } due) return null;
                session.Execute("UPDATE complaints SET read_due = @until WHERE number = @Number", new { due.Number, until = Instant.Of(until) });
                return due.ToRow();
            },
            ct);
    }

    public Task<Reading?> ReadingAsync(string number, CancellationToken ct) => ReadAsync(session => StoredReading.Find(session, number), ct);

    public Task<bool> KeepReadingAsync(Reading reading, LedgerEvent? changed, CancellationToken ct) => WriteAsync(
        session =>
        {
            if (!Write(session, reading)) return StoredReading.Find(session, reading.Number) is { } stored && stored.Version == reading.Version + 1 && stored.Looked == reading.Looked;
            session.Execute(
                "UPDATE complaints SET central_status = @Status, closed = @Closed, read_due = @Due WHERE number = @Number",
                new { reading.Number, reading.Status, Closed = reading.Closed is not null, Due = Instant.Of(reading.Due) });
            if (changed is not null)
                Transition.Note(session, reading.Number, (state, version) => changed with { Sequence = version, From = state, To = state });
            return true;
        },
        ct);

    private static StoredComplaint? Due(LedgerSession session, string destination, DateTimeOffset now) =>
        session.QueryFirstOrDefault<StoredComplaint>(Queries.DueReading, new { destination, now = Instant.Of(now) });

    private static bool Write(LedgerSession session, Reading reading) => session.Execute(
        reading.Version == 0
            ? """
              INSERT INTO readings (number, version, since, looked, changed, closed, failures, trouble, fingerprint, content)
              SELECT @Number, 1, @Since, @Looked, @Changed, @Closed, @Failures, @Trouble, @Fingerprint, @Content
              WHERE NOT EXISTS (SELECT 1 FROM readings WHERE number = @Number)
              """
            : """
              UPDATE readings SET version = version + 1, looked = @Looked, changed = @Changed, closed = @Closed, failures = @Failures, trouble = @Trouble,
                  fingerprint = @Fingerprint, content = @Content
              WHERE number = @Number AND version = @Version
              """,
        new
        {
            reading.Number,
            reading.Version,
            Since = Instant.Of(reading.Since),
            Looked = Instant.Of(reading.Looked),
            Changed = Instant.Of(reading.Changed),
            Closed = Instant.Of(reading.Closed),
            reading.Failures,
            reading.Trouble,
            reading.Fingerprint,
            reading.Content,
        }) == 1;
}
