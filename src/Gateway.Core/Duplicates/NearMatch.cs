using Gateway.Core.Ledger;

namespace Gateway.Core.Duplicates;

/// <summary>An earlier complaint of the same matter.</summary>
/// <param name="First">The first of them: no duplicate itself.</param>
/// <param name="Code">Reason code that tells the evidence.</param>
/// <param name="IsSure">Sure enough to let the later one wait for a person; else it goes and is linked.</param>
/// <param name="Said">How much of what is said is the same, from 0 to 1.</param>
public sealed record NearMatch(ComplaintRow First, string Code, bool IsSure, double Said);
