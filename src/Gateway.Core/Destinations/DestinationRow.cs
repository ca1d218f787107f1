using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Contracts;

namespace Gateway.Core.Destinations;

/// <summary>
/// What all nodes share about a destination: state, breaker, limits. Written by compare-and-set on <see cref="Version"/>; every
/// decision about it is in <see cref="DestinationRules"/>.
/// </summary>
public sealed record DestinationRow
{
    public required string Key { get; init; }

    public required DestinationState State { get; init; }

    /// <summary>Rises by one with every write.</summary>
    public int Version { get; init; }

    /// <summary>Why it is paused, or who opened it; empty otherwise.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Failures in a row; the breaker opens at <see cref="DestinationRules.BreakerAfter"/>.</summary>
    public int Failures { get; init; }

    /// <summary>Nothing but the probe goes before this moment; null when the breaker is closed.</summary>
    public DateTimeOffset? BreakerUntil { get; init; }

    /// <summary>The centre asked us to wait (Retry-After); null when it did not.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The next call may start here (requests per second); null at once.</summary>
    public DateTimeOffset? NextSlot { get; init; }

    /// <summary>Unknown outcomes in a row: the first narrows to one call at a time, the third pauses.</summary>
    public int Unknowns { get; init; }

    /// <summary>What a newer version keeps here besides; it goes on as it is.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Newer { get; init; }

    /// <summary>The last refusals in a row with the same status, one a complaint. Those that paused the destination stay until it is opened.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];
}
