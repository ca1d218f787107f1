using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Duplicates;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;

namespace Gateway.Core.Gates;

/// <summary>Everything a gate may look at. Read beforehand, so that gates are pure.</summary>
/// <param name="Row">The complaint as it stands.</param>
/// <param name="Complaint">Its content.</param>
/// <param name="Doubts">Doubts of the translator.</param>
/// <param name="Channel">Its channel; null when it left the registry.</param>
/// <param name="Destination">Its destination; null when it left the registry.</param>
/// <param name="Earlier">Earlier complaints with the same content, newest first.</param>
/// <param name="Round">The round it came in; null for a single post.</param>
/// <param name="BatchLimit">More complaints than this in one round are one batch.</param>
public sealed record GateCase(
    ComplaintRow Row,
    Complaint Complaint,
    IReadOnlyList<Reason> Doubts,
    Channel? Channel,
    Destination? Destination,
    IReadOnlyList<ComplaintRow> Earlier,
    RoundRow? Round,
    int BatchLimit)
{
    /// <summary>What of the complaint cannot be made to fit its destination; empty when everything goes.</summary>
    public IReadOnlyList<Reason> Unsendable { get; init; } = [];

    /// <summary>Times that a restored ledger has forgotten; empty for one that never was.</summary>
    public IReadOnlyList<RestoreWindow> Forgotten { get; init; } = [];

    /// <summary>Earlier complaints that tell the same in other words, the likeliest first.</summary>
    public IReadOnlyList<NearMatch> Near { get; init; } = [];
}
