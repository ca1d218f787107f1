using Dapper;
using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Writes a complaint for the first time: its row, its desk, its attachments and its first event.</summary>
internal static class NewComplaint
{
    public static void Write(SqliteConnection connection, ItemEntry entry, ComplaintEntry complaint, string actor)
    {
        WriteRow(connection, entry, complaint);
        connection.Execute(
            "INSERT INTO owners (number, ordinal, agency) VALUES (@Number, 0, @Agency)", new { complaint.Number, entry.Agency });
        foreach (var attachment in complaint.Attachments) WriteAttachment(connection, complaint.Number, attachment);
        if (complaint.Round is { } round)
            connection.Execute("UPDATE rounds SET complaints = complaints + 1 WHERE id = @round", new { round });
        EventLog.Append(connection, new LedgerEvent(
            complaint.EventId, complaint.Number, 1, entry.Seen, "recorded", null, ComplaintState.Recorded, ActorKind.Rule, actor, complaint.Doubts));
    }

    private static void WriteRow(SqliteConnection connection, ItemEntry entry, ComplaintEntry complaint) => connection.Execute(
        """
        INSERT INTO complaints (number, item_id, state, version, reasons, channel, agency, destination, round, klasifikasi, judul, isi,
                                written, received, seen, content_key, reporter, wrapped_key, sealed, ready_at, supervised, danger)
        VALUES (@Number, @Item, 'recorded', 1, @Reasons, @Channel, @Agency, @Destination, @Round, @Klasifikasi, @Judul, @Isi,
                @Written, @Received, @Seen, @ContentKey, @Reporter, @WrappedKey, @Sealed, @Seen, @Supervised, @Danger)
        """,
        new
        {
            complaint.Number,
            Item = entry.Id,
            Reasons = Words.Of(complaint.Doubts),
            entry.Channel,
            entry.Agency,
            complaint.Destination,
            complaint.Round,
            Klasifikasi = Words.Of(complaint.Klasifikasi),
            complaint.Judul,
            complaint.Isi,
            Written = Instant.Of(complaint.Written),
            Received = Instant.Of(complaint.Received),
            Seen = Instant.Of(entry.Seen),
            complaint.ContentKey,
            Reporter = entry.Reporter?.Id,
            complaint.WrappedKey,
            complaint.Sealed,
            complaint.Supervised,
            complaint.Danger,
        });

    public static void WriteAttachment(SqliteConnection connection, string number, AttachmentRow attachment) => connection.Execute(
        """
        INSERT INTO attachments (number, ordinal, media_type, inline, file, length)
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
}
