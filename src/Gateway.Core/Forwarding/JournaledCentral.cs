using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Forwarding;

/// <summary>
/// The calls to the centre, each create, follow-up post and hand-on written into the delivery journal before it begins and after it ended. A create of
/// which the journal knows more than the ledger is not sent.
/// </summary>
public sealed class JournaledCentral(ICentral central, IDeliveryJournal journal, ILedger ledger, TimeProvider time, ILogger<JournaledCentral> log) : ICentral
{
    private readonly LedgerMemory memory = new(ledger, journal);

    public Task<CentralAnswer> UploadAsync(Destination destination, IReadOnlyList<UploadFile> files, TimeSpan notSentAfter, CancellationToken ct) =>
        central.UploadAsync(destination, files, notSentAfter, ct);

    public Task<CentralAnswer> CreateAsync(Destination destination, Submission submission, TimeSpan notSentAfter, CancellationToken ct) => JournalAsync(
        new JournalEntry(time.GetUtcNow(), submission.Number, destination.Key, null, null) { Attempt = submission.Attempt }, CentralCall.Create, notSentAfter,
        left => central.CreateAsync(destination, submission, left, ct), ct);

    // A backup may not know of it, and it may have been passed back since.
    public Task<CentralAnswer> HandOnAsync(Destination destination, HandOn handOn, TimeSpan notSentAfter, CancellationToken ct) => handOn.Of is { } task
        ? JournalAsync(
            new JournalEntry(time.GetUtcNow(), task.Number, destination.Key, null, null) { Attempt = task.Attempt, Institution = handOn.Institution }, CentralCall.Task, notSentAfter,
            left => central.HandOnAsync(destination, handOn, left, ct), ct)
        : central.HandOnAsync(destination, handOn, notSentAfter, ct);

    // A backup may know the words as a complaint of its own, which would be sent too.
    public Task<CentralAnswer> PostFollowUpAsync(Destination destination, FollowUpPost post, TimeSpan notSentAfter, CancellationToken ct) => post.Of is { } task
        ? JournalAsync(
            new JournalEntry(time.GetUtcNow(), task.Number, destination.Key, null, null) { Attempt = task.Attempt, Origin = task.Origin }, CentralCall.Task, notSentAfter,
            left => central.PostFollowUpAsync(destination, post, left, ct), ct)
        : central.PostFollowUpAsync(destination, post, notSentAfter, ct);

    public Task<CentralAnswer> ReadFollowUpsAsync(Destination destination, string centralId, string? page, CancellationToken ct) =>
        central.ReadFollowUpsAsync(destination, centralId, page, ct);

    public Task<CentralAnswer> ReadAsync(Destination destination, string centralId, CancellationToken ct) => central.ReadAsync(destination, centralId, ct);

    public Task<CentralAnswer> ProbeAsync(Destination destination, CancellationToken ct) => central.ProbeAsync(destination, ct);

    private async Task<CentralAnswer> JournalAsync(JournalEntry begun, CentralCall kind, TimeSpan notSentAfter, Func<TimeSpan, Task<CentralAnswer>> call, CancellationToken ct)
    {
        var asked = time.GetTimestamp();
        try
        {
            var parents = await ledger.AncestorsAsync(begun.Origin ?? begun.Number, ct);
            begun = begun with { InPlaceOf = parents.Count == 0 ? null : parents };
            if (kind == CentralCall.Create && await memory.ForgottenAsync(begun.Number, parents, ct) is { } forgotten) return NotAgain(begun.Number, forgotten);
            await journal.AppendAsync(begun);
        }
        catch (Exception unwritten) when (unwritten is JournalUnavailableException or LedgerUnavailableException)
        {
            // Without its line a restore would send it again.
            log.LogError("The delivery journal cannot be written, so nothing is sent: {Fault}", LoggedFault.Of(unwritten));
            return new CentralAnswer { Kind = CentralAnswerKind.NotSent, Excerpt = unwritten.Message };
        }

        var left = notSentAfter - time.GetElapsedTime(asked);
        var answer = left > TimeSpan.Zero ? await call(left) : new CentralAnswer { Kind = CentralAnswerKind.NotSent };
        await EndAsync(begun with { At = time.GetUtcNow(), Outcome = AnswerTable.Classify(kind, answer), CentralId = kind == CentralCall.Create ? answer.Id : null });
        return answer;
    }

    private CentralAnswer NotAgain(string number, JournaledCreate forgotten)
    {
        if (forgotten is { ByHand: true, Outcome: null })
            log.LogWarning("A number of {Number} was typed by hand at {At:O} and not kept; it is not sent until a person has looked at the centre", number, forgotten.At);
        else
            log.LogError("The delivery journal has a create of {Number} of {At:O} that the ledger does not know: an older ledger was put back. Stop every node and run: gateway restore --in-place", number, forgotten.At);
        return new CentralAnswer { Kind = CentralAnswerKind.NotSent, Forgotten = forgotten };
    }

    private async Task EndAsync(JournalEntry end)
    {
        try
        {
            await journal.AppendAsync(end);
        }
        catch (JournalUnavailableException unwritten)
        {
            // The answer stands in the ledger. After a restore the line without an end leaves it in doubt, which is safe.
            log.LogError("The end of what was sent of {Number} is missing in the delivery journal: {Fault}", end.Number, LoggedFault.Of(unwritten));
        }
    }
}
