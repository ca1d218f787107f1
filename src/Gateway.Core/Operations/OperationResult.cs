using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>What came of an officer's act. The code is stable; words come from resources.</summary>
/// <param name="Done">True when it is done, or will be once the running attempt ends.</param>
/// <param name="Code"><c>done</c>, <c>wished</c>, <c>not-found</c>, <c>no-item</c>, <c>no-destination</c>, <c>not-allowed</c>, <c>changed-meanwhile</c>, <c>too-early</c>, <c>id-taken</c>, <c>reason-missing</c>, <c>bad-central-id</c>.</param>
/// <param name="Detail">The value it is about; null when the code says all.</param>
public sealed record OperationResult(bool Done, string Code, string? Detail = null)
{
    /// <summary>Of a move that was refused: the state in which the complaint stays; else null.</summary>
    public ComplaintState? From { get; init; }

    /// <summary>Of a move that was refused the state that was wished, of one that may end in several that in which it did; else null.</summary>
    public ComplaintState? To { get; init; }

    /// <summary>What still hinders it, when reading something again did not do; of what was done, what was found on the way; else empty.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>What it is about, when that is not what the officer named first; else null.</summary>
    public string? About { get; init; }

    public static OperationResult Ok { get; } = new(true, "done");
}
