using System.Text.Json.Nodes;

namespace Gateway.Contracts;

/// <summary>One legacy channel of an agency, as the registry (YAML) describes it.</summary>
public sealed record Channel
{
    /// <summary>Stable key, for example <c>dishub-email</c>; part of the address <c>/intake/{key}</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the agency that works this channel's desk.</summary>
    public required string Agency { get; init; }

    /// <summary>Which adapter reads it: <c>email</c>, <c>whatsapp</c>, <c>webform</c>, <c>register</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether an officer releases each complaint or it goes by itself.</summary>
    public ChannelPolicy Policy { get; init; } = ChannelPolicy.Review;

    /// <summary>Key of the destination its complaints go to.</summary>
    public string Destination { get; init; } = "default";

    /// <summary>What the agency received before this moment stays with the agency. Null: nothing is too old.</summary>
    public DateTimeOffset? CutOver { get; init; }

    /// <summary>False while an officer has paused the channel: nothing is taken from it.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The section of the YAML entry named like <see cref="Kind"/>; only that adapter reads it. Empty when absent.</summary>
    public JsonObject Settings { get; init; } = [];
}
