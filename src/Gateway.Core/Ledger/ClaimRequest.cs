namespace Gateway.Core.Ledger;

/// <summary>Asks for one complaint of a destination under a lease.</summary>
/// <param name="EventId">Id of the event.</param>
/// <param name="Destination">Key of the destination.</param>
/// <param name="Number">The complaint wanted; null takes the one that is due longest.</param>
/// <param name="LeaseToken">New fencing token.</param>
/// <param name="Now">Rows due later are not taken.</param>
/// <param name="MaxForwarding">At most this many may be in Forwarding for the destination, this one included.</param>
/// <param name="Actor">Who or what triggered it.</param>
public sealed record ClaimRequest(
    string EventId, string Destination, string? Number, string LeaseToken, DateTimeOffset Now, int MaxForwarding, string Actor);
