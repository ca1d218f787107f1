using Gateway.Core.Ledger;
using Gateway.Core.Payloads;

namespace Gateway.Infrastructure.Ledger;

/// <summary>An attachment as the database gives it.</summary>
internal sealed class StoredAttachment
{
    public long Ordinal { get; set; }
    public string MediaType { get; set; } = "";
    public byte[]? Inline { get; set; }
    public string? File { get; set; }
    public long Length { get; set; }

    public AttachmentRow ToRow() => new((int)Ordinal, MediaType, new StoredPayload(Inline, File, Length));
}
