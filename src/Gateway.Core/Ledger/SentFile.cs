using Gateway.Contracts;
using Gateway.Core.Payloads;

namespace Gateway.Core.Ledger;

/// <summary>
/// A file as it goes to the centre, beside the original it was made from, which is never changed. Or, with a refusal, an original that
/// cannot go there.
/// </summary>
public sealed record SentFile
{
    /// <summary>The ordinal under which the whole of a text stands that is too long for the centre.</summary>
    public const int WholeText = 0;

    /// <summary>Ordinal of the original, or <see cref="WholeText"/>.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Media type as it leaves.</summary>
    public required string MediaType { get; init; }

    /// <summary>Keyed hash of the original, hex; it tells nothing without the master key.</summary>
    public required string OriginHash { get; init; }

    /// <summary>The sealed bytes, under the complaint's key; null when it is refused.</summary>
    public StoredPayload? Payload { get; init; }

    /// <summary>Keyed hash of what leaves, hex; null when it is refused.</summary>
    public string? Hash { get; init; }

    /// <summary>Why it cannot go; null when it can.</summary>
    public Reason? Refusal { get; init; }

    /// <summary>Times it was begun to be made ready and the process ended over it; 0 when it is ready or refused for good.</summary>
    public int Tries { get; init; }

    /// <summary>Where the picture was taken, sealed under the complaint's key, purpose <c>place</c>; null when it does not say.</summary>
    public byte[]? Place { get; init; }

    /// <summary>Id the centre gave the uploaded file; null while it is not uploaded. Belongs to one destination: a complaint has only one.</summary>
    public string? UploadId { get; init; }
}
