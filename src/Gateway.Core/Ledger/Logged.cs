namespace Gateway.Core.Ledger;

/// <summary>An event or an attempt with the complaint it belongs to.</summary>
/// <param name="Position">Its place in the log of its kind.</param>
/// <param name="What">The event or the attempt.</param>
/// <param name="Channel">Where the complaint came in.</param>
/// <param name="Agency">The working desk now.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="CentralId">The centre's number; null while it has none.</param>
/// <param name="Supervised">Only a Penelaah Pengawasan may see it.</param>
public sealed record Logged<T>(long Position, T What, string Channel, string Agency, string Destination, string? CentralId, bool Supervised);
