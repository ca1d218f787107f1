using Gateway.Core.Payloads;

namespace Gateway.Core.Ledger;

/// <summary>One attachment as the ledger keeps it. Its name may tell who someone is, so it is sealed with the complaint, not here.</summary>
/// <param name="Ordinal">1-based position in the complaint.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Payload">The sealed bytes, under the complaint's key.</param>
/// <param name="UploadId">Id the centre gave the uploaded file; null while it is not uploaded. Belongs to one destination: a complaint has only one.</param>
public sealed record AttachmentRow(int Ordinal, string MediaType, StoredPayload Payload, string? UploadId = null);
