using System.Data.Common;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Writes the outcome of one item with everything that follows from it, or nothing of it.</summary>
internal static class Recording
{
    private const string Actor = "intake";

    public static void Keep(LedgerSession session, ArrivalRow arrival) => session.Execute(
        """
        INSERT INTO arrivals (id, channel, kind, round, media_type, received, seen, cut_over, wrapped_key, inline, [file], length, envelope, node)
        SELECT @Id, @Channel, @Kind, @Round, @MediaType, @Received, @Seen, @CutOver, @WrappedKey, @Inline, @File, @Length, @Envelope, @Node
        WHERE NOT EXISTS (SELECT 1 FROM arrivals WHERE id = @Id)
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
            arrival.Node,
        });

    /// <summary>Records under a savepoint of its own; the same id again is done already.</summary>
    public static RecordResult Record(LedgerSession session, ItemEntry entry)
    {
        if (session.ExecuteScalar<long>("SELECT count(*) FROM items WHERE id = @Id", new { entry.Id }) > 0) return RecordResult.Done;

        session.Save("entry");
        var result = RecordResult.Conflict;
        try
        {
            if (Write(session, entry)) result = RecordResult.Done;
        }
        catch (DbException fault) when (session.IsTaken(fault) && !session.EndsGroup(fault))
        {
            // Somebody was quicker: nothing of this entry stays.
        }

        if (result == RecordResult.Conflict) session.RollBackTo("entry");
        session.Release("entry");
        return result;
    }

    private static bool Write(LedgerSession session, ItemEntry entry)
    {
        if (entry is { FollowUp: not null, Follows: { } before } && StandsElsewhere(session, before)) return false;
        if (entry.Reporter is { } reporter && !Reporters.Store(session, reporter)) return false;
        if (!WriteItem(session, entry)) return false;
        foreach (var mark in entry.Marks)
            session.Execute("INSERT INTO marks (channel, mark, item) VALUES (@Channel, @mark, @Id)", new { entry.Channel, mark, entry.Id });
        foreach (var complaint in entry.Complaints) NewComplaint.Write(session, entry, complaint, Actor);

        string[] numbers = [.. entry.Complaints.Select(complaint => complaint.Number), .. entry.Follows is null ? [] : new[] { entry.Follows }];
        for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
            session.Execute(
                "INSERT INTO item_complaints (item, ordinal, number) VALUES (@Id, @ordinal, @number)", new { entry.Id, ordinal, number = numbers[ordinal] });

        if (entry.Thread is { } thread && numbers is [var first, ..] && entry.Outcome != ItemOutcome.Repeat)
            session.Execute("INSERT INTO threads (thread, number) SELECT @thread, @first WHERE NOT EXISTS (SELECT 1 FROM threads WHERE thread = @thread)", new { thread, first });

        if (entry is { Outcome: ItemOutcome.Repeat, Follows: { } follows }) foreach (var standing in Standing(session, follows)) AddOwner(session, entry, standing);
        if (entry is { FollowUp: not null, Follows: { } followed })
        {
            Transition.Note(session, followed, (state, version) =>
                new LedgerEvent(entry.Id, followed, version, entry.Seen, "followed-up", state, state, ActorKind.Rule, Actor, entry.Reasons));
        }

        return entry.Amends is not { } amendment || Amending.Apply(session, amendment, (state, version) => new LedgerEvent(
            amendment.EventId, amendment.Number, version, entry.Seen, "amended", state, state, ActorKind.Rule, Actor, entry.Reasons));
    }

    // Looks for itself whether the key and the place are free: not every server has the indexes that would refuse it.
    private static bool WriteItem(LedgerSession session, ItemEntry entry) => session.Execute(
        """
        INSERT INTO items (id, arrival, channel, agency, item, source_key, occurrence, content_key, outcome, reasons, received, seen, reporter, follow_up)
        SELECT @Id, @Arrival, @Channel, @Agency, @Item, @SourceKey, @Occurrence, @ContentKey, @Outcome, @Reasons, @Received, @Seen, @Reporter, @FollowUp
        WHERE NOT EXISTS (SELECT 1 FROM items WHERE source_key = @SourceKey AND occurrence = @Occurrence AND (resolved IS NULL OR resolved <> 'fixed'))
          AND NOT EXISTS (SELECT 1 FROM items WHERE arrival = @Arrival AND item = @Item AND (resolved IS NULL OR resolved <> 'fixed'))
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
        }) == 1;

    // What was split or joined is told to the other agency in what stands in its place.
    private static IEnumerable<string> Standing(LedgerSession session, string number) => Kinship.Children(session, number).Prepend(number);

    // Split, joined or taken back since it was looked at: what follows it belongs to what stands in its place.
    private static bool StandsElsewhere(LedgerSession session, string number) => Kinship.Places(session, number).Any(place =>
        session.ExecuteScalar<long>("SELECT count(*) FROM complaints WHERE number = @place AND state <> 'discarded'", new { place }) > 0);

    /// <summary>The same mail in two mailboxes belongs to both agencies. The event bears the id of the item that brought it.</summary>
    private static void AddOwner(LedgerSession session, ItemEntry entry, string number)
    {
        var added = session.Execute(
            """
            INSERT INTO owners (number, ordinal, agency)
            SELECT @number, (SELECT count(*) FROM owners WHERE number = @number), @Agency
            WHERE NOT EXISTS (SELECT 1 FROM owners WHERE number = @number AND agency = @Agency)
            """,
            new { number, entry.Agency });
        if (added == 0) return;
        Transition.Note(session, number, (state, version) =>
            new LedgerEvent(number == entry.Follows ? entry.Id : $"{entry.Id}-{number}", number, version, entry.Seen, "owner-added", state, state, ActorKind.Rule, Actor, entry.Reasons));
    }
}
