using Gateway.Contracts;
using Gateway.Core.Attachments;
using Gateway.Core.Destinations;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;

namespace Gateway.Core.Forwarding;

/// <summary>Brings the files of a claimed complaint to the centre before its create, and knows when they went there a second time.</summary>
internal sealed class UploadDesk(
    ILedger ledger, ICentral central, IPayloadStore payloads, CallPermits permits, OutcomeDesk outcomes, ICrashPoints crash, TimeProvider time)
{
    /// <summary>Null when the delivery does not go on; its outcome is recorded then.</summary>
    public async Task<IReadOnlyList<SentFile>?> UploadAsync(
        ComplaintRow row, Destination settings, IReadOnlyList<SentFile> prepared, string actor, CancellationToken ct)
    {
        var going = prepared.Where(file => file.Payload is not null).ToList();
        // Looked through before anything is begun: bytes that end midway would look like a centre that hung up.
        if (going.FirstOrDefault(file => !Original.IsWhole(() => payloads.Open(file.Payload!, row.WrappedKey))) is { } lost)
        {
            await outcomes.ParkAsync(row, [new Reason("prepared-file-lost", ComplaintReader.SentName(lost.Ordinal, lost.MediaType))], ct);
            return null;
        }

        var files = going
            .Select(file => new UploadFile(
                file.Ordinal, ComplaintReader.SentName(file.Ordinal, file.MediaType), file.MediaType, payloads.Open(file.Payload!, row.WrappedKey)))
            .ToList();
        var attempt = permits.Attempt(row, AttemptStep.Upload, string.Join(',', files.Select(file => $"{file.Name}:{file.Content.Length}")), actor);
        var asked = time.GetTimestamp();
        if (!await permits.BeginAsync(attempt, row, settings, ct)) return null;
        crash.Reach(CrashPoint.UploadBegun);
        var answer = permits.Left(asked) is { } left
            ? await central.UploadAsync(settings, files, left, CancellationToken.None)
            : new CentralAnswer { Kind = CentralAnswerKind.NotSent };
        crash.Reach(CrashPoint.UploadAnswered);
        var outcome = AnswerTable.Classify(CentralCall.Upload, answer);
        // An id for each file or none: a complaint leaves with all its files.
        if (outcome == AttemptOutcome.Done && answer.FileIds.Count != files.Count) outcome = AttemptOutcome.Unavailable;
        if (outcome != AttemptOutcome.Done)
        {
            await outcomes.RecordAsync(row, settings, attempt, answer, outcome, CancellationToken.None);
            return null;
        }

        var ids = files.Select((file, i) => (file.Ordinal, Id: answer.FileIds[i])).ToDictionary(pair => pair.Ordinal, pair => pair.Id);
        if (!await outcomes.UploadedAsync(row, attempt, answer, ids, CancellationToken.None)) return null;
        crash.Reach(CrashPoint.UploadCompleted);
        return [.. prepared.Select(file => file with { UploadId = ids.GetValueOrDefault(file.Ordinal) })];
    }

    /// <summary>The centre does not know the files any more: whoever sends next begins with new ones.</summary>
    public Task ForgetAsync(ComplaintRow row, IReadOnlyList<SentFile> files, CancellationToken ct) =>
        ledger.KeepSentAsync(row.Number, [.. files.Select(file => file with { UploadId = null })], ct);

    /// <summary>True when the files of a complaint were uploaded once more already, which is done once.</summary>
    public async Task<bool> WereRepeatedAsync(string number, CancellationToken ct)
    {
        var attempts = await ledger.AttemptsAsync(number, ct);
        return Uploads.WereRepeated(attempts) || (Uploads.FollowARefusal(attempts) && Uploads.WerePutBack(await ledger.EventsAsync(number, ct)));
    }
}
