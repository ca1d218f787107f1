using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Gives a complaint new content, and keeps what it said before.</summary>
internal static class Amending
{
    /// <summary>False when the complaint is no longer as it was seen; nothing is written then.</summary>
    public static bool Apply(LedgerSession session, ComplaintAmendment amendment, Func<ComplaintState, int, LedgerEvent> happened)
    {
        session.Execute(
            """
            INSERT INTO revisions (number, version, sealed, judul, isi, content_key)
            SELECT number, version, sealed, judul, isi, content_key FROM complaints
            WHERE number = @Number AND state IN ('held', 'recorded') AND version = @Version AND sealed <> @Sealed
            """,
            new { amendment.Number, amendment.Version, amendment.Sealed });
        var amended = session.Execute(
            """
            UPDATE complaints SET sealed = @Sealed, isi = @MaskedIsi, judul = coalesce(@MaskedJudul, judul),
                klasifikasi = coalesce(@Klasifikasi, klasifikasi), content_key = @ContentKey, reasons = @Reasons,
                supervised = @Supervised, danger = @Danger, asked = @Asked
            WHERE number = @Number AND state IN ('held', 'recorded') AND version = @Version
            """,
            new
            {
                amendment.Sealed,
                amendment.MaskedIsi,
                amendment.MaskedJudul,
                Klasifikasi = Words.Of(amendment.Klasifikasi),
                amendment.ContentKey,
                amendment.Number,
                amendment.Version,
                amendment.Supervised,
                amendment.Danger,
                Asked = Instant.Of(amendment.Asked),
                Reasons = Words.Of(amendment.Reasons),
            });
        if (amended == 0) return false;
        foreach (var attachment in amendment.Attachments) NewComplaint.WriteAttachment(session, amendment.Number, attachment);
        return Transition.Note(session, amendment.Number, happened);
    }
}
