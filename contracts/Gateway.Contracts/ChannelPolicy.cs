using System.Text.Json.Serialization;

namespace Gateway.Contracts;

/// <summary>What happens to a complaint of the channel that no gate holds.</summary>
public enum ChannelPolicy
{
    /// <summary>An officer releases it with one press.</summary>
    [JsonStringEnumMemberName("review")] Review,

    /// <summary>It is queued at once.</summary>
    [JsonStringEnumMemberName("auto")] Auto,
}
