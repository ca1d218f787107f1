using System.Text.Json.Serialization;

namespace Gateway.Contracts.Intake;

/// <summary>What became of one raw item of a source. Each item has exactly one.</summary>
public enum ItemOutcome
{
    /// <summary>It became a new complaint.</summary>
    [JsonStringEnumMemberName("complaint")] Complaint,

    /// <summary>It adds to a complaint that is already known.</summary>
    [JsonStringEnumMemberName("followup")] FollowUp,

    /// <summary>The same item was taken before.</summary>
    [JsonStringEnumMemberName("repeat")] Repeat,

    /// <summary>It is no complaint, for the reason given; it can be recovered.</summary>
    [JsonStringEnumMemberName("ignored")] Ignored,

    /// <summary>It could not be read; a person mends it (Invalid Message Channel).</summary>
    [JsonStringEnumMemberName("quarantined")] Quarantined,
}
