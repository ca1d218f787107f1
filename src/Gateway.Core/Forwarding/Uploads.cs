using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>What the attempts of a complaint tell of its files at the centre. Pure.</summary>
public static class Uploads
{
    /// <summary>Code of the reason for which a complaint waits whose files the centre does not know any more.</summary>
    public const string Unknown = "files-unknown";

    /// <summary>True when the files were uploaded again because a create was refused that named them: that is done once, and then a person decides.</summary>
    /// <param name="attempts">In the order they were begun.</param>
    public static bool WereRepeated(IReadOnlyList<AttemptRow> attempts) => attempts.Where((attempt, at) =>
        // Any other refusal ends the claim, and whoever sends it again does so under a new one.
        attempt.Step == AttemptStep.Upload
        && attempts.Take(at).Any(earlier => earlier is { Step: AttemptStep.Create, Outcome: AttemptOutcome.Rejected } && earlier.LeaseToken == attempt.LeaseToken)).Any();

    /// <summary>True when files were uploaded after the last create that was refused, under whatever lease.</summary>
    /// <param name="attempts">In the order they were begun.</param>
    public static bool FollowARefusal(IReadOnlyList<AttemptRow> attempts) => attempts
        .SkipWhile(attempt => attempt is not { Step: AttemptStep.Create, Outcome: AttemptOutcome.Rejected })
        .LastOrDefault(attempt => attempt.Step == AttemptStep.Upload || attempt.Outcome == AttemptOutcome.Rejected) is { Step: AttemptStep.Upload, Outcome: AttemptOutcome.Done };

    /// <summary>
    /// True when the last refusal did not go to a person: the complaint was put back for its files alone, where a turn is longer than a lease waits for
    /// one.
    /// </summary>
    /// <param name="events">Of the complaint, in order.</param>
    public static bool WerePutBack(IReadOnlyList<LedgerEvent> events) =>
        events.LastOrDefault(happened => happened.To == ComplaintState.Parked || IsForFiles(happened)) is { } last && IsForFiles(last);

    /// <summary>How many uploads left files at the centre that belong to no complaint, or may have: all that were answered well or not at all, but the last one that was done.</summary>
    /// <param name="attempts">In the order they were begun.</param>
    /// <param name="isDelivered">The complaint was taken, with the files of its last upload.</param>
    public static int Orphans(IReadOnlyList<AttemptRow> attempts, bool isDelivered)
    {
        var stored = attempts.Where(attempt => attempt.Step == AttemptStep.Upload && MayBeThere(attempt)).ToList();
        var isLastInUse = stored is [.., { Outcome: AttemptOutcome.Done }] && (isDelivered || attempts[^1].Outcome != AttemptOutcome.Rejected);
        return stored.Count - (isLastInUse ? 1 : 0);
    }

    private static bool IsForFiles(LedgerEvent happened) => happened is { Kind: "moved", To: ComplaintState.Queued } && happened.Reasons.Any(reason => reason.Code == Unknown);

    // Without a status nobody answered; a 5xx may come after the files were stored, and so may an answer that could not be read.
    private static bool MayBeThere(AttemptRow upload) =>
        upload.Outcome == AttemptOutcome.Done
        || (upload is { Outcome: AttemptOutcome.Unavailable, Status: null or (>= 200 and < 400) or >= 500 } && upload.Ended is not null);
}
