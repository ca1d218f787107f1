namespace Gateway.Core.Ledger;

/// <summary>A call that had an effect at the centre and has ended, for the measure of speed.</summary>
/// <param name="Begun">When it was begun.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Delivers">A complaint was taken by it.</param>
public sealed record SentCall(DateTimeOffset Begun, DateTimeOffset Ended, bool Delivers);
