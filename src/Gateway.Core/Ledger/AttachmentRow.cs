using Gateway.Core.Payloads;

namespace Gateway.Core.Ledger;

/// <summary>One attachment as it came; what is sent of it is a <see cref="SentFile"/>. Its name may tell who someone is, so it is sealed with the complaint, not here.</summary>
/// <param name="Ordinal">1-based position in the complaint.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Payload">The sealed bytes, under the complaint's key.</param>
public sealed record AttachmentRow(int Ordinal, string MediaType, StoredPayload Payload);
