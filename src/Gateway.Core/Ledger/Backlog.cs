namespace Gateway.Core.Ledger;

/// <summary>What waits at a destination, and how fast it went lately.</summary>
/// <param name="Ready">Queued, or due again.</param>
/// <param name="Later">Due again later.</param>
/// <param name="LastDue">When the last of those is due; null when there are none.</param>
/// <param name="Urgent">How many of all tell of danger to life.</param>
/// <param name="Delivered">How many were taken lately, of the last thousand calls.</param>
/// <param name="FirstBegun">When the first of those was begun; null when there are none.</param>
public sealed record Backlog(int Ready, int Later, DateTimeOffset? LastDue, int Urgent, int Delivered, DateTimeOffset? FirstBegun)
{
    /// <summary>All that wait.</summary>
    public int Waiting => Ready + Later;
}
