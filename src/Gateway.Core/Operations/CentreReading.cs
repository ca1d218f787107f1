using Gateway.Contracts;
using Gateway.Core.Forwarding;

namespace Gateway.Core.Operations;

/// <summary>A complaint as it was read back at the centre, to see that a number which a person brings is the right one.</summary>
/// <param name="Verdict">Whose it is.</param>
/// <param name="Detail">The other tracking number, or the status; null when there is none.</param>
public sealed record CentreReading(ReadingVerdict Verdict, string? Detail = null)
{
    /// <summary>Why its destination is paused; empty when it is not.</summary>
    public IReadOnlyList<Reason> Pause { get; init; } = [];

    /// <summary>How it is recorded and told.</summary>
    public Reason Reason => new("read-back-" + Verdict switch
    {
        ReadingVerdict.Proved => "proved",
        ReadingVerdict.OtherMarker => "other-marker",
        ReadingVerdict.OtherWords => "other-words",
        ReadingVerdict.NoMarker => "no-marker",
        ReadingVerdict.NotThere => "not-there",
        ReadingVerdict.NoContent => "no-content",
        ReadingVerdict.Paused => "paused",
        _ => "unreachable",
    }, Detail);

    /// <summary>Why the number is refused; null when it is taken, by proof or on the person's word.</summary>
    /// <param name="number">Tracking number.</param>
    /// <param name="centralId">The number that was read.</param>
    /// <param name="onWord">The person insists on a complaint that bears no marker or other words, that the centre does not show, or that is not read while its destination is paused.</param>
    public OperationResult? Refusal(string number, string centralId, bool onWord) => Verdict switch
    {
        ReadingVerdict.OtherMarker => new OperationResult(false, "other-marker", Detail),
        ReadingVerdict.Paused when !onWord => new OperationResult(false, ReadingTurns.Paused, Detail) { Reasons = Pause },
        ReadingVerdict.OtherWords when !onWord => new OperationResult(false, "other-words", centralId),
        ReadingVerdict.NoMarker when !onWord => new OperationResult(false, "no-marker", number),
        ReadingVerdict.NotThere when !onWord => new OperationResult(false, "not-there", centralId),
        _ => null,
    };
}
