using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// Complaints as lists and pages read them.
internal sealed partial class SimulatedLedger
{
    public Task<ComplaintRow?> FindAsync(string number, CancellationToken ct) => Atomically(() => complaints.GetValueOrDefault(number));

    public Task<ComplaintRow?> FindByCentralIdAsync(string destination, string centralId, CancellationToken ct) =>
        Atomically(() => complaints.Values.FirstOrDefault(row => row.CentralId == centralId && row.Destination == destination));

    public Task<IReadOnlyList<ComplaintRow>> ListAsync(ComplaintQuery query, CancellationToken ct) =>
        Atomically<IReadOnlyList<ComplaintRow>>(() =>
            [.. complaints.Values
                .Where(row => query.States?.Contains(row.State) != false && row.Position > query.After)
                .Where(row => query.Channel is null || query.Channel == row.Channel)
                .Where(row => query.Agency is null || owners[row.Number].Contains(query.Agency))
                .Where(row => query.Destination is null || query.Destination == row.Destination)
                .Where(row => !query.HidesSupervised || !row.Supervised)
                .Where(row => query.Round is null || query.Round == row.Round)
                .Where(row => query.CentralId is null || row.CentralId == query.CentralId
                    || events[row.Number].Any(happened => happened.Kind == "renumbered" && happened.Reasons.Any(reason => reason.Detail == query.CentralId)))
                .OrderBy(row => row.Position)
                .Take(query.Limit)]);

    public Task<IReadOnlyList<ComplaintRow>> UnjudgedAsync(int limit, CancellationToken ct) =>
        Atomically<IReadOnlyList<ComplaintRow>>(() =>
            [.. complaints.Values
                .Where(row => row.State == ComplaintState.Recorded)
                .Where(row => row.Round is null || !rounds.TryGetValue(row.Round, out var round) || round.Closed is not null)
                .OrderBy(row => row.Position)
                .Take(limit)]);

    public Task<IReadOnlyList<ComplaintRow>> SameContentAsync(byte[] contentKey, long before, CancellationToken ct) =>
        Atomically<IReadOnlyList<ComplaintRow>>(() =>
            [.. complaints.Values
                .Where(row => row.Position < before && row.State != ComplaintState.Recorded && (row.ContentKey.AsSpan().SequenceEqual(contentKey) || earlierKeys.Contains((row.Number, Hex(contentKey)))))
                .OrderByDescending(row => row.Position)
                .Take(20)]);

    public Task<IReadOnlyList<LedgerEvent>> EventsAsync(string number, CancellationToken ct) =>
        Atomically<IReadOnlyList<LedgerEvent>>(() => events.TryGetValue(number, out var list) ? [.. list] : []);

    public Task<IReadOnlyList<AttemptRow>> AttemptsAsync(string number, CancellationToken ct) =>
        Atomically<IReadOnlyList<AttemptRow>>(() => attempts.TryGetValue(number, out var list) ? [.. list] : []);

    public Task<IReadOnlyList<AttachmentRow>> AttachmentsAsync(string number, CancellationToken ct) =>
        Atomically<IReadOnlyList<AttachmentRow>>(() => attachments.TryGetValue(number, out var list) ? [.. list] : []);

    public Task<IReadOnlyList<SentFile>> SentFilesAsync(string number, CancellationToken ct) =>
        Atomically<IReadOnlyList<SentFile>>(() => sent.TryGetValue(number, out var list) ? [.. list] : []);

    public Task KeepSentAsync(string number, IReadOnlyList<SentFile> files, CancellationToken ct) => Atomically(() => sent[number] = [.. files.OrderBy(file => file.Ordinal == SentFile.WholeText).ThenBy(file => file.Ordinal)]);

    public Task<IReadOnlyList<string>> OwnersAsync(string number, CancellationToken ct) =>
        Atomically<IReadOnlyList<string>>(() => owners.TryGetValue(number, out var list) ? [.. list] : []);
}
