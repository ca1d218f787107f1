using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Writes a complaint for the first time: its row, its desk, its attachments and its first event.</summary>
internal static class NewComplaint
{
    /// <summary>Writes a complaint that an item becomes.</summary>
    public static void Write(LedgerSession session, ItemEntry entry, ComplaintEntry complaint, string actor)
    {
        WriteRow(session, new Place(entry.Id, entry.Channel, entry.Agency, entry.Reporter?.Id, entry.Seen, entry.Seen, null), complaint);
        session.Execute(
            "INSERT INTO owners (number, ordinal, agency) VALUES (@Number, 0, @Agency)", new { complaint.Number, entry.Agency });
        if (complaint.Round is { } round)
            session.Execute("UPDATE rounds SET complaints = complaints + 1 WHERE id = @round", new { round });
        EventLog.Append(session, new LedgerEvent(
            complaint.EventId, complaint.Number, 1, entry.Seen, "recorded", null, ComplaintState.Recorded, ActorKind.Rule, actor, complaint.Doubts));
    }

    /// <summary>Writes one that takes the place of others.</summary>
    public static void Write(LedgerSession session, Heir heir)
    {
        var (complaint, first) = (heir.Complaint, heir.Parents[0]);
        WriteRow(session, new Place(first.ItemId, first.Channel, first.Agency, first.Reporter, first.Seen, heir.At, heir.Parents.Max(parent => parent.Asked)), complaint);
        EventLog.Append(session, new LedgerEvent(
            complaint.EventId, complaint.Number, 1, heir.At, "recorded", null, ComplaintState.Recorded, ActorKind.Person, heir.Actor, complaint.Doubts));
        foreach (var parent in heir.Parents)
        {
            var kin = new { Parent = parent.Number, Child = complaint.Number, heir.How, Item = parent.ItemId };
            session.Execute("INSERT INTO lineage (parent, child, how) VALUES (@Parent, @Child, @How)", kin);
            session.Execute(
                """
                INSERT INTO owners (number, ordinal, agency)
                SELECT @Child, (SELECT count(*) FROM owners WHERE number = @Child) + o.ordinal, o.agency FROM owners o
                WHERE o.number = @Parent AND o.agency NOT IN (SELECT agency FROM owners WHERE number = @Child)
                """,
                kin);
            session.Execute(
                """
                INSERT INTO item_complaints (item, ordinal, number)
                SELECT @Item, (SELECT coalesce(max(ordinal), -1) + 1 FROM item_complaints WHERE item = @Item), @Child
                WHERE NOT EXISTS (SELECT 1 FROM item_complaints WHERE item = @Item AND number = @Child)
                """,
                kin);
        }
    }

    private static void WriteRow(LedgerSession session, Place place, ComplaintEntry complaint)
    {
        session.Execute(
            """
            INSERT INTO complaints (number, item_id, state, version, reasons, channel, agency, destination, round, klasifikasi, judul, isi,
                                    written, received, seen, content_key, reporter, wrapped_key, sealed, ready_at, supervised, danger, asked)
            VALUES (@Number, @Item, 'recorded', 1, @Reasons, @Channel, @Agency, @Destination, @Round, @Klasifikasi, @Judul, @Isi,
                    @Written, @Received, @Seen, @ContentKey, @Reporter, @WrappedKey, @Sealed, @Ready, @Supervised, @Danger, @Asked)
            """,
            new
            {
                complaint.Number,
                place.Item,
                Reasons = Words.Of(complaint.Doubts),
                place.Channel,
                place.Agency,
                complaint.Destination,
                complaint.Round,
                Klasifikasi = Words.Of(complaint.Klasifikasi),
                complaint.Judul,
                complaint.Isi,
                Written = Instant.Of(complaint.Written),
                Received = Instant.Of(complaint.Received),
                Seen = Instant.Of(place.Seen),
                Ready = Instant.Of(place.Ready),
                Asked = Instant.Of(place.Asked),
                complaint.ContentKey,
                place.Reporter,
                complaint.WrappedKey,
                complaint.Sealed,
                complaint.Supervised,
                complaint.Danger,
            });
        foreach (var attachment in complaint.Attachments) WriteAttachment(session, complaint.Number, attachment);
    }

    public static void WriteAttachment(LedgerSession session, string number, AttachmentRow attachment) => session.Execute(
        """
        INSERT INTO attachments (number, ordinal, media_type, inline, [file], length)
        VALUES (@number, @Ordinal, @MediaType, @Inline, @File, @Length)
        """,
        new
        {
            number,
            attachment.Ordinal,
            attachment.MediaType,
            attachment.Payload.Inline,
            attachment.Payload.File,
            attachment.Payload.Length,
        });

    /// <summary>Where a complaint belongs.</summary>
    private sealed record Place(string Item, string Channel, string Agency, string? Reporter, DateTimeOffset Seen, DateTimeOffset Ready, DateTimeOffset? Asked);
}
