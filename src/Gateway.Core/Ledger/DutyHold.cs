namespace Gateway.Core.Ledger;

/// <summary>The right of one node to do something for all of them.</summary>
/// <param name="Duty">What it is, for example <c>gates</c>.</param>
/// <param name="Token">Rises whenever the duty goes to another node: what is written under an older one is refused. (Fencing token)</param>
public sealed record DutyHold(string Duty, long Token);
