using Gateway.Contracts;

namespace Gateway.Core.Gates;

/// <summary>One small rule that may hold a complaint.</summary>
/// <param name="Name">Name in events.</param>
/// <param name="Judge">Reasons to hold; none lets it pass.</param>
public sealed record Gate(string Name, Func<GateCase, IEnumerable<Reason>> Judge);
