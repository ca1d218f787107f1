using Gateway.Contracts;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;

namespace Gateway.Infrastructure.Ledger;

/// <summary>A file as it goes to the centre, as the database gives and takes it.</summary>
internal sealed class StoredSentFile
{
    public long Ordinal { get; set; }
    public string MediaType { get; set; } = "";
    public string OriginHash { get; set; } = "";
    public byte[]? Inline { get; set; }
    public string? File { get; set; }
    public long? Length { get; set; }
    public string? Hash { get; set; }
    public string? Refusal { get; set; }
    public long Tries { get; set; }
    public byte[]? Place { get; set; }
    public string? UploadId { get; set; }

    public static IReadOnlyList<SentFile> Of(LedgerSession session, string number) =>
    [
        .. session.Query<StoredSentFile>(
            """
            SELECT ordinal AS Ordinal, media_type AS MediaType, origin_hash AS OriginHash, inline AS Inline, [file] AS [File], length AS Length, hash AS Hash,
                   refusal AS Refusal, tries AS Tries, place AS Place, upload_id AS UploadId
            FROM sent_files WHERE number = @number ORDER BY CASE ordinal WHEN 0 THEN 1 ELSE 0 END, ordinal
            """,
            new { number }).Select(stored => stored.ToRow()),
    ];

    public static void Replace(LedgerSession session, string number, IReadOnlyList<SentFile> files)
    {
        session.Execute("DELETE FROM sent_files WHERE number = @number", new { number });
        foreach (var file in files)
        {
            session.Execute(
                """
                INSERT INTO sent_files (number, ordinal, media_type, origin_hash, inline, [file], length, hash, refusal, tries, place, upload_id)
                VALUES (@number, @Ordinal, @MediaType, @OriginHash, @Inline, @File, @Length, @Hash, @Refusal, @Tries, @Place, @UploadId)
                """,
                new
                {
                    number,
                    file.Ordinal,
                    file.MediaType,
                    file.OriginHash,
                    file.Payload?.Inline,
                    file.Payload?.File,
                    file.Payload?.Length,
                    file.Hash,
                    Refusal = file.Refusal is { } refusal ? Words.Of((IReadOnlyList<Reason>)[refusal]) : null,
                    file.Tries,
                    file.Place,
                    file.UploadId,
                });
        }
    }

    private SentFile ToRow() => new()
    {
        Ordinal = (int)Ordinal,
        MediaType = MediaType,
        OriginHash = OriginHash,
        Payload = Length is { } length ? new StoredPayload(Inline, File, length) : null,
        Hash = Hash,
        Refusal = Refusal is null ? null : Words.ToReasons(Refusal)[0],
        Tries = (int)Tries,
        Place = Place,
        UploadId = UploadId,
    };
}
