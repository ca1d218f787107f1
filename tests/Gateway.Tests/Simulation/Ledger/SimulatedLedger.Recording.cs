using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// Outcomes of items and everything that follows from one, in one transaction.
internal sealed partial class SimulatedLedger
{
    public Task<IReadOnlyList<RecordResult>> RecordAsync(
        ArrivalRow? arrival, IReadOnlyList<ItemEntry> entries, string? finish, CancellationToken ct) =>
        Atomically<IReadOnlyList<RecordResult>>(() =>
        {
            if (arrival is not null) Keep(arrival);
            RecordResult[] results = [.. entries.Select(entry => Breaks(LedgerFault.ForgetsItem) ? RecordResult.Done : Record(entry))];
            if (finish is not null && !results.Contains(RecordResult.Conflict)) arrivals[finish] = arrivals[finish] with { Done = true };
            return results;
        });

    private RecordResult Record(ItemEntry entry)
    {
        if (entries.ContainsKey(entry.Id)) return RecordResult.Done;
        if (IsTaken(entry)) return RecordResult.Conflict;
        if (entry.Amends is { } amendment && !Amend(amendment, state => new LedgerEvent(
            amendment.EventId, amendment.Number, 0, entry.Seen, "amended", state, state, ActorKind.Rule, "intake", entry.Reasons))) return RecordResult.Conflict;
        Write(entry);
        return RecordResult.Done;
    }

    private bool IsTaken(ItemEntry entry) =>
        IsKeyTaken(entry)
        || (entry is { FollowUp: not null, Follows: { } followed } && StandsElsewhere(followed) && !Breaks(LedgerFault.FollowUpToTheReplaced))
        || entry.Marks.Any(mark => marks.ContainsKey(MarkKey(entry.Channel, mark)))
        || (entry.Reporter is { } reporter && IsIdentityTaken(reporter))
        || (entry.Arrival is not null
            && entries.Values.Any(other => other.Arrival == entry.Arrival && other.Item == entry.Item && items[other.Id].Resolved is null));

    private bool IsKeyTaken(ItemEntry entry) =>
        entry.Occurrence is { } occurrence
        && !Breaks(LedgerFault.SourceKeyNotUnique)
        && latest.TryGetValue(Hex(entry.SourceKey), out var known)
        && known.Occurrence >= occurrence;

    // Only a new person can collide: what an existing one brings besides stays with whoever had it first.
    private bool IsIdentityTaken(ReporterEntry reporter) =>
        !reporters.ContainsKey(reporter.Id)
        && reporter.Indexes.Any(index => index.Identifies && identities.ContainsKey(IdentityKey(index)));

    private void Write(ItemEntry entry)
    {
        entries[entry.Id] = Breaks(LedgerFault.ForgetsFollowUp) ? entry with { FollowUp = null } : entry;
        if (entry.Occurrence is not null) latest[Hex(entry.SourceKey)] = entry;
        foreach (var mark in entry.Marks) marks[MarkKey(entry.Channel, mark)] = entry.Id;
        if (entry.Reporter is { } reporter) Write(reporter);
        if (!Breaks(LedgerFault.RecordWithoutComplaint)) foreach (var complaint in entry.Complaints) Write(entry, complaint);
        if (entry is { Outcome: ItemOutcome.Repeat, Follows: { } number }) foreach (var standing in Standing(number)) AddOwner(entry, standing);
        if (entry is { FollowUp: not null, Follows: { } followed } && complaints.TryGetValue(followed, out var sent))
            Append(new LedgerEvent(entry.Id, followed, 0, entry.Seen, "followed-up", sent.State, sent.State, ActorKind.Rule, "intake", entry.Reasons));
        items[entry.Id] = new ItemRow(
            entry.Id, entry.Arrival, entry.Channel, entry.Item, entry.Outcome, entry.Reasons, entry.Received, entry.Seen,
            entry.Follows is null ? [.. entry.Complaints.Select(complaint => complaint.Number)] : [entry.Follows], null);
        if (entry.Thread is { } thread && entry.Outcome != ItemOutcome.Repeat && items[entry.Id].Numbers is [var first, ..]) threads.TryAdd(Hex(thread), first);
    }

    private void Write(ReporterEntry reporter)
    {
        reporters.TryAdd(reporter.Id, reporter);
        foreach (var index in reporter.Indexes.Where(index => index.Identifies)) identities.TryAdd(IdentityKey(index), reporter.Id);
    }

    private void Write(ItemEntry entry, ComplaintEntry complaint)
    {
        Write(complaint, entry.Id, entry.Channel, entry.Agency, entry.Reporter?.Id, entry.Seen);
        Append(new LedgerEvent(
            complaint.EventId, complaint.Number, 1, entry.Seen, "recorded", null, ComplaintState.Recorded, ActorKind.Rule, "intake", complaint.Doubts));
        if (complaint.Round is { } round && rounds.TryGetValue(round, out var row)) rounds[round] = row with { Complaints = row.Complaints + 1 };
    }

    private void Write(ComplaintEntry complaint, string item, string channel, string agency, string? reporter, DateTimeOffset seen)
    {
        complaints[complaint.Number] = new ComplaintRow
        {
            Number = complaint.Number,
            Position = ++position,
            ItemId = item,
            State = ComplaintState.Recorded,
            Version = 0,
            Reasons = complaint.Doubts,
            Channel = channel,
            Agency = agency,
            Destination = complaint.Destination,
            Round = complaint.Round,
            Klasifikasi = complaint.Klasifikasi,
            Judul = complaint.Judul,
            Isi = complaint.Isi,
            Written = complaint.Written,
            Received = complaint.Received,
            Seen = seen,
            ContentKey = complaint.ContentKey,
            Reporter = reporter,
            WrappedKey = complaint.WrappedKey,
            Sealed = complaint.Sealed,
            Supervised = complaint.Supervised,
            Danger = complaint.Danger,
        };
        attachments[complaint.Number] = [.. complaint.Attachments];
        owners[complaint.Number] = [agency];
        attempts[complaint.Number] = [];
        events[complaint.Number] = [];
    }

    private void AddOwner(ItemEntry entry, string number)
    {
        if (!owners.TryGetValue(number, out var list) || list.Contains(entry.Agency)) return;
        list.Add(entry.Agency);
        var state = complaints[number].State;
        Append(new LedgerEvent(number == entry.Follows ? entry.Id : $"{entry.Id}-{number}", number, 0, entry.Seen, "owner-added", state, state, ActorKind.Rule, "intake", entry.Reasons));
    }

    private static string MarkKey(string channel, byte[] mark) => channel + "/" + Hex(mark);

    private static string IdentityKey(ReporterIndex index) => index.Kind + "/" + Hex(index.Hash);
}
