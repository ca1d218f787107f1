using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>What the attempts of a complaint tell of its files at the centre. Pure.</summary>
public static class Uploads
{
    /// <summary>True when the files were uploaded again because a create was refused that named them: that is done once, and then a person decides.</summary>
    /// <param name="attempts">In the order they were begun.</param>
    public static bool WereRepeated(IReadOnlyList<AttemptRow> attempts) => attempts.Where((attempt, at) =>
        // Any other refusal ends the claim, and whoever sends it again does so under a new one.
        attempt.Step == AttemptStep.Upload
        && attempts.Take(at).Any(earlier => earlier is { Step: AttemptStep.Create, Outcome: AttemptOutcome.Rejected } && earlier.LeaseToken == attempt.LeaseToken)).Any();

    /// <summary>How many uploads left files at the centre that belong to no complaint, or may have: all that were answered well or not at all, but the last one that was done.</summary>
    /// <param name="attempts">In the order they were begun.</param>
    /// <param name="isDelivered">The complaint was taken, with the files of its last upload.</param>
    public static int Orphans(IReadOnlyList<AttemptRow> attempts, bool isDelivered)
    {
        var stored = attempts.Where(attempt => attempt.Step == AttemptStep.Upload && MayBeThere(attempt)).ToList();
        var isLastInUse = stored is [.., { Outcome: AttemptOutcome.Done }] && (isDelivered || attempts[^1].Outcome != AttemptOutcome.Rejected);
        return stored.Count - (isLastInUse ? 1 : 0);
    }

    // Without a status nobody answered; a 5xx may come after the files were stored, and so may an answer that could not be read.
    private static bool MayBeThere(AttemptRow upload) =>
        upload.Outcome == AttemptOutcome.Done
        || (upload is { Outcome: AttemptOutcome.Unavailable, Status: null or (>= 200 and < 400) or >= 500 } && upload.Ended is not null);
}
