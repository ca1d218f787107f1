using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Forwarding;

/// <summary>The calls to the centre, each create written into the delivery journal before it begins and after it ended.</summary>
public sealed class JournaledCentral(ICentral central, IDeliveryJournal journal, ILedger ledger, TimeProvider time, ILogger<JournaledCentral> log) : ICentral
{
    public Task<CentralAnswer> UploadAsync(Destination destination, IReadOnlyList<UploadFile> files, TimeSpan notSentAfter, CancellationToken ct) =>
        central.UploadAsync(destination, files, notSentAfter, ct);

    public async Task<CentralAnswer> CreateAsync(Destination destination, Submission submission, TimeSpan notSentAfter, CancellationToken ct)
    {
        var asked = time.GetTimestamp();
        try
        {
            var parents = await ledger.AncestorsAsync(submission.Number, ct);
            await journal.AppendAsync(new JournalEntry(time.GetUtcNow(), submission.Number, destination.Key, null, null) { InPlaceOf = parents.Count == 0 ? null : parents });
        }
        catch (Exception unwritten) when (unwritten is JournalUnavailableException or LedgerUnavailableException)
        {
            // Without its line a restore would send it again.
            log.LogError(unwritten, "The delivery journal cannot be written, so nothing is sent");
            return new CentralAnswer { Kind = CentralAnswerKind.NotSent, Excerpt = unwritten.Message };
        }

        var left = notSentAfter - time.GetElapsedTime(asked);
        var answer = left > TimeSpan.Zero
            ? await central.CreateAsync(destination, submission, left, ct)
            : new CentralAnswer { Kind = CentralAnswerKind.NotSent };
        await EndAsync(destination, submission, answer);
        return answer;
    }

    // A restored ledger reads at the centre before it does anything of a task again: no line is needed.
    public Task<CentralAnswer> HandOnAsync(Destination destination, HandOn handOn, TimeSpan notSentAfter, CancellationToken ct) =>
        central.HandOnAsync(destination, handOn, notSentAfter, ct);

    public Task<CentralAnswer> PostFollowUpAsync(Destination destination, FollowUpPost post, TimeSpan notSentAfter, CancellationToken ct) =>
        central.PostFollowUpAsync(destination, post, notSentAfter, ct);

    public Task<CentralAnswer> ReadFollowUpsAsync(Destination destination, string centralId, string? page, CancellationToken ct) =>
        central.ReadFollowUpsAsync(destination, centralId, page, ct);

    public Task<CentralAnswer> ReadAsync(Destination destination, string centralId, CancellationToken ct) => central.ReadAsync(destination, centralId, ct);

    public Task<CentralAnswer> ProbeAsync(Destination destination, CancellationToken ct) => central.ProbeAsync(destination, ct);

    private async Task EndAsync(Destination destination, Submission submission, CentralAnswer answer)
    {
        try
        {
            await journal.AppendAsync(new JournalEntry(time.GetUtcNow(), submission.Number, destination.Key, AnswerTable.Classify(CentralCall.Create, answer), answer.Id));
        }
        catch (JournalUnavailableException unwritten)
        {
            // The answer stands in the ledger. After a restore the line without an end leaves it in doubt, which is safe.
            log.LogError(unwritten, "The end of a create of {Number} is missing in the delivery journal", submission.Number);
        }
    }
}
