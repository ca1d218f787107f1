namespace Gateway.Core.Ledger;

/// <summary>Asks for a task under a lease.</summary>
/// <param name="Id">Id of the task.</param>
/// <param name="Destination">Its destination.</param>
/// <param name="LeaseToken">New fencing token.</param>
/// <param name="Now">A task due later is not taken.</param>
/// <param name="MaxRunning">At most this many complaints and tasks may be under way for the destination, this one included.</param>
public sealed record TaskClaim(string Id, string Destination, string LeaseToken, DateTimeOffset Now, int MaxRunning);
