namespace Gateway.Core.Ledger;

/// <summary>What waits at a destination, and how fast it went lately.</summary>
/// <param name="Ready">Queued, or due again.</param>
/// <param name="Later">Due again later.</param>
/// <param name="LastDue">When the last of those is due; null when there are none.</param>
/// <param name="Urgent">How many of all tell of danger to life.</param>
/// <param name="Calls">Deliveries and uploads that ended lately, the last 200 at most.</param>
public sealed record Backlog(int Ready, int Later, DateTimeOffset? LastDue, int Urgent, IReadOnlyList<SentCall> Calls)
{
    /// <summary>All that wait.</summary>
    public int Waiting => Ready + Later;
}
