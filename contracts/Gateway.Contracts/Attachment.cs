using System.Text.Json.Serialization;

namespace Gateway.Contracts;

/// <summary>One file of a complaint.</summary>
/// <param name="Name">File name without a path, as the sender gave it; never empty.</param>
/// <param name="MediaType">Media type by content where it was recognised, else <c>application/octet-stream</c>.</param>
/// <param name="Bytes">Length in bytes.</param>
public sealed record Attachment(string Name, string MediaType, long Bytes)
{
    /// <summary>The bytes; only between translator and ledger, never in JSON. Null once they are stored (Claim Check).</summary>
    [JsonIgnore]
    public IRawContent? Content { get; init; }
}
