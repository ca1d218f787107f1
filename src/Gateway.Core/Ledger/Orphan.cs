using Gateway.Contracts;

namespace Gateway.Core.Ledger;

/// <summary>A duplicate whose first was discarded: it goes back to a person, since otherwise nobody would send the matter.</summary>
public static class Orphan
{
    /// <summary>The move of one, made with the discarding itself.</summary>
    /// <param name="number">The duplicate.</param>
    /// <param name="version">Its version.</param>
    /// <param name="discarding">The move that discards its first.</param>
    public static Move Returns(string number, int version, Move discarding) => new()
    {
        Id = $"{discarding.Id}-{number}",
        Number = number,
        From = ComplaintState.Duplicate,
        To = ComplaintState.Held,
        Version = version,
        By = ActorKind.Rule,
        Actor = "duplicates",
        Reasons = [new Reason("duplicate-of-discarded", discarding.Number)],
        At = discarding.At,
    };
}
