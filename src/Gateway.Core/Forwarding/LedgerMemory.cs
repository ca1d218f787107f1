using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>
/// Tells whether the ledger knows of every create and follow-up post that the delivery journal has of a complaint's words. When it does not, an
/// older ledger was put back, and what it takes for unsent may be at the centre.
/// </summary>
internal sealed class LedgerMemory(ILedger ledger, IDeliveryJournal journal)
{
    // The line of a create follows its attempt within the time that a permit is good for, and a commit may take a while.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(2);

    /// <summary>What the ledger does not know of a complaint that is about to be sent; null when it knows all.</summary>
    /// <param name="number">The complaint.</param>
    /// <param name="ancestors">In whose place it stands.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<JournaledCreate?> ForgottenAsync(string number, IReadOnlyList<string> ancestors, CancellationToken ct)
    {
        List<string> names = [number, .. ancestors];
        var creates = (await journal.CreatesOfAsync(names)).Distinct().ToList();
        if (creates.Count == 0) return null;
        var settled = await SettledAsync(names, ct);
        foreach (var create in creates)
            if (create.At >= settled && !await KnowsAsync(create, ct)) return create;
        return null;
    }

    // By then a person had looked at the centre and not found it, whatever had been sent before.
    private async Task<DateTimeOffset> SettledAsync(IReadOnlyList<string> names, CancellationToken ct)
    {
        var latest = DateTimeOffset.MinValue;
        foreach (var name in names)
            foreach (var happened in await ledger.EventsAsync(name, ct))
                if (happened is { Kind: "moved", From: ComplaintState.Unknown, To: not (ComplaintState.Delivered or ComplaintState.Unknown) } && happened.At > latest) latest = happened.At;
        return latest;
    }

    // What it knows, its permit has judged.
    private async Task<bool> KnowsAsync(JournaledCreate create, CancellationToken ct)
    {
        var step = create.Origin is null ? AttemptStep.Create : AttemptStep.FollowUp;
        if (!create.ByHand && (await ledger.AttemptsAsync(create.Number, ct)).Any(attempt => attempt.Step == step && IsOf(create, attempt))) return true;
        // What was typed by hand has no attempt, but it shows in what became of it: another part of a whole that was split may be at the centre
        // while this one is not. Of words that were posted at another complaint, that this one is there tells nothing.
        return create.Origin is null && await ledger.FindAsync(create.Number, ct) is { State: ComplaintState.Delivered };
    }

    private static bool IsOf(JournaledCreate create, AttemptRow attempt) =>
        create.Attempt is { } id ? attempt.Id == id : attempt.Begun <= create.At && attempt.Begun >= create.At - Before;
}
