using Gateway.Core.Payloads;

namespace Gateway.Core.Ledger;

/// <summary>A raw item as it was kept before anybody read it, with the counter of tries to translate it.</summary>
public sealed record ArrivalRow
{
    public required string Id { get; init; }

    public required string Channel { get; init; }

    /// <summary>Kind of the channel when it arrived; decides the translator.</summary>
    public required string Kind { get; init; }

    /// <summary>Round it came in; null for a single post.</summary>
    public string? Round { get; init; }

    public string? MediaType { get; init; }

    /// <summary>When the agency received it by the source; null when only the content tells.</summary>
    public DateTimeOffset? Received { get; init; }

    public required DateTimeOffset Seen { get; init; }

    /// <summary>Cut-over moment that applied when it arrived; null when nothing was too old.</summary>
    public DateTimeOffset? CutOver { get; init; }

    /// <summary>Tries to translate begun so far. An item that took the process down twice is quarantined unparsed.</summary>
    public int Tries { get; init; }

    /// <summary>Who works on it: the node that kept it, or the one that took it over. Null when nobody does.</summary>
    public string? Node { get; init; }

    /// <summary>True once every part has an outcome.</summary>
    public bool Done { get; init; }

    /// <summary>Wrapped key of this arrival.</summary>
    public required byte[] WrappedKey { get; init; }

    public required StoredPayload Payload { get; init; }

    /// <summary>Sealed JSON of file name and evidence, purpose <c>arrival</c>.</summary>
    public required byte[] Envelope { get; init; }
}
