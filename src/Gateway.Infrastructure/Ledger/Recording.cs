using Dapper;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Writes the outcome of one item with everything that follows from it, or nothing of it.</summary>
internal static class Recording
{
    private const string Actor = "intake";

    public static void Keep(SqliteConnection connection, ArrivalRow arrival) => connection.Execute(
        """
        INSERT INTO arrivals (id, channel, kind, round, media_type, received, seen, cut_over, wrapped_key, inline, file, length, envelope)
        VALUES (@Id, @Channel, @Kind, @Round, @MediaType, @Received, @Seen, @CutOver, @WrappedKey, @Inline, @File, @Length, @Envelope)
        ON CONFLICT (id) DO NOTHING
        """,
        new
        {
            arrival.Id,
            arrival.Channel,
            arrival.Kind,
            arrival.Round,
            arrival.MediaType,
            Received = Instant.Of(arrival.Received),
            Seen = Instant.Of(arrival.Seen),
            CutOver = Instant.Of(arrival.CutOver),
            arrival.WrappedKey,
            arrival.Payload.Inline,
            arrival.Payload.File,
            arrival.Payload.Length,
            arrival.Envelope,
        });

    /// <summary>Records under a savepoint of its own; the same id again is done already.</summary>
    public static RecordResult Record(SqliteConnection connection, ItemEntry entry)
    {
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM items WHERE id = @Id", new { entry.Id }) > 0) return RecordResult.Done;

        connection.Execute("SAVEPOINT entry");
        var result = RecordResult.Conflict;
        try
        {
            if (Write(connection, entry)) result = RecordResult.Done;
        }
        catch (SqliteException fault) when (SqliteFaults.IsTaken(fault))
        {
            // Somebody was quicker: nothing of this entry stays.
        }

        if (result == RecordResult.Conflict) connection.Execute("ROLLBACK TO entry");
        connection.Execute("RELEASE entry");
        return result;
    }

    private static bool Write(SqliteConnection connection, ItemEntry entry)
    {
        if (entry is { FollowUp: not null, Follows: { } before } && StandsElsewhere(connection, before)) return false;
        if (entry.Reporter is { } reporter && !Reporters.Store(connection, reporter)) return false;
        WriteItem(connection, entry);
        foreach (var mark in entry.Marks)
            connection.Execute("INSERT INTO marks (channel, mark, item) VALUES (@Channel, @mark, @Id)", new { entry.Channel, mark, entry.Id });
        foreach (var complaint in entry.Complaints) NewComplaint.Write(connection, entry, complaint, Actor);

        string[] numbers = [.. entry.Complaints.Select(complaint => complaint.Number), .. entry.Follows is null ? [] : new[] { entry.Follows }];
        for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
            connection.Execute(
                "INSERT INTO item_complaints (item, ordinal, number) VALUES (@Id, @ordinal, @number)", new { entry.Id, ordinal, number = numbers[ordinal] });

        if (entry.Thread is { } thread && numbers is [var first, ..] && entry.Outcome != ItemOutcome.Repeat)
            connection.Execute("INSERT INTO threads (thread, number) VALUES (@thread, @first) ON CONFLICT DO NOTHING", new { thread, first });

        if (entry is { Outcome: ItemOutcome.Repeat, Follows: { } follows }) foreach (var standing in Standing(connection, follows)) AddOwner(connection, entry, standing);
        if (entry is { FollowUp: not null, Follows: { } followed })
        {
            Transition.Note(connection, followed, (state, version) =>
                new LedgerEvent(entry.Id, followed, version, entry.Seen, "followed-up", state, state, ActorKind.Rule, Actor, entry.Reasons));
        }

        return entry.Amends is not { } amendment || Amending.Apply(connection, amendment, (state, version) => new LedgerEvent(
            amendment.EventId, amendment.Number, version, entry.Seen, "amended", state, state, ActorKind.Rule, Actor, entry.Reasons));
    }

    private static void WriteItem(SqliteConnection connection, ItemEntry entry) => connection.Execute(
        """
        INSERT INTO items (id, arrival, channel, agency, item, source_key, occurrence, content_key, outcome, reasons, received, seen, reporter, follow_up)
        VALUES (@Id, @Arrival, @Channel, @Agency, @Item, @SourceKey, @Occurrence, @ContentKey, @Outcome, @Reasons, @Received, @Seen, @Reporter, @FollowUp)
        """,
        new
        {
            entry.Id,
            entry.Arrival,
            entry.Channel,
            entry.Agency,
            entry.Item,
            entry.SourceKey,
            entry.Occurrence,
            entry.ContentKey,
            Outcome = Words.Of(entry.Outcome),
            Reasons = Words.Of(entry.Reasons),
            Received = Instant.Of(entry.Received),
            Seen = Instant.Of(entry.Seen),
            Reporter = entry.Reporter?.Id,
            entry.FollowUp,
        });

    // What was split or joined is told to the other agency in what stands in its place.
    private static List<string> Standing(SqliteConnection connection, string number) =>
    [
        .. connection.Query<string>(
            """
            WITH RECURSIVE heirs (number) AS (
                SELECT @number
                UNION SELECT l.child FROM heirs h JOIN lineage l ON l.parent = h.number AND l.undone = 0)
            SELECT number FROM heirs
            """,
            new { number }),
    ];

    // Split, joined or taken back since it was looked at: what follows it belongs to what stands in its place.
    private static bool StandsElsewhere(SqliteConnection connection, string number) => connection.ExecuteScalar<bool>(
        """
        WITH RECURSIVE places (number) AS (
            SELECT @number
            UNION SELECT CASE l.undone WHEN 1 THEN l.parent ELSE l.child END
                  FROM places p JOIN lineage l ON (l.undone = 0 AND l.parent = p.number) OR (l.undone = 1 AND l.child = p.number))
        SELECT EXISTS (SELECT 1 FROM places p JOIN complaints c ON c.number = p.number WHERE c.state <> 'discarded' AND p.number <> @number)
        """,
        new { number });

    /// <summary>The same mail in two mailboxes belongs to both agencies. The event bears the id of the item that brought it.</summary>
    private static void AddOwner(SqliteConnection connection, ItemEntry entry, string number)
    {
        var added = connection.Execute(
            """
            INSERT INTO owners (number, ordinal, agency)
            SELECT @number, (SELECT count(*) FROM owners WHERE number = @number), @Agency
            WHERE NOT EXISTS (SELECT 1 FROM owners WHERE number = @number AND agency = @Agency)
            """,
            new { number, entry.Agency });
        if (added == 0) return;
        Transition.Note(connection, number, (state, version) =>
            new LedgerEvent(number == entry.Follows ? entry.Id : $"{entry.Id}-{number}", number, version, entry.Seen, "owner-added", state, state, ActorKind.Rule, Actor, entry.Reasons));
    }
}
