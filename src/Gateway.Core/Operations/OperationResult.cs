namespace Gateway.Core.Operations;

/// <summary>What came of an officer's act. The code is stable; words come from resources.</summary>
/// <param name="Done">True when it is done, or will be once the running attempt ends.</param>
/// <param name="Code"><c>done</c>, <c>wished</c>, <c>not-found</c>, <c>not-allowed</c>, <c>changed-meanwhile</c>, <c>too-early</c>, <c>id-taken</c>, <c>reason-missing</c>.</param>
/// <param name="Detail">The value it is about; null when the code says all.</param>
public sealed record OperationResult(bool Done, string Code, string? Detail = null)
{
    public static OperationResult Ok { get; } = new(true, "done");
}
