using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Connectivity;
using Gateway.Core.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// An officer makes a complaint of a quarantined item: by naming fields of a form post or register row, or by typing its text. (Invalid
/// Message Channel, the way back)
/// </summary>
public sealed class FixQuarantined(
    ILedger ledger, IntakePipeline intake, IRegistrySource registry, IReadOnlyDictionary<string, IMessageTranslator> translators)
{
    /// <summary>Mends fields and translates again.</summary>
    /// <param name="id">Id of the item.</param>
    /// <param name="set">Contract or reporter field to its words.</param>
    /// <param name="officer">Who and why.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<(OperationResult Result, ItemReceipt? Receipt)> WithFieldsAsync(
        string id, IReadOnlyDictionary<string, string> set, Officer officer, CancellationToken ct)
    {
        var (item, arrival, refusal) = await FindAsync(id, ct);
        if (refusal is not null) return (refusal, null);
        if (Mended(item!, arrival!, set) is not { } mended) return (new OperationResult(false, "not-mendable", id), null);
        return mended.Outcome == ItemOutcome.Complaint
            ? await RecordAsync(item!, arrival!, mended, officer, ct)
            : (new OperationResult(false, "still-unreadable", id) { Reasons = mended.Reasons }, null);
    }

    /// <summary>What can be read of an item besides its text; null when its kind has no fields or nothing of it is sure.</summary>
    public async Task<Translation?> ReadAsync(ItemRow item, CancellationToken ct)
    {
        if (item.Arrival is not { } key || await ledger.ArrivalAsync(key, ct) is not { } arrival) return null;
        var read = Mended(item, arrival, new Dictionary<string, string> { ["isi"] = "-" });
        return read is { Outcome: ItemOutcome.Complaint, Complaints.Count: > 0 } ? read : null;
    }

    /// <summary>Takes the officer's own text as the complaint.</summary>
    public async Task<(OperationResult Result, ItemReceipt? Receipt)> WithTextAsync(string id, string isi, Officer officer, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(isi)) return (new OperationResult(false, "text-empty", id), null);
        if (isi.Length > TextLimit.Characters) return (new OperationResult(false, "text-too-long", id), null);
        var (item, arrival, refusal) = await FindAsync(id, ct);
        if (refusal is not null) return (refusal, null);
        // Where the item has fields they stay with it: who reported, where, when.
        if (Mended(item!, arrival!, new Dictionary<string, string> { ["isi"] = isi }) is { Outcome: ItemOutcome.Complaint } whole)
        {
            Complaint[] hidden = [.. whole.Complaints.Select(read => read with { Anonim = true })];
            return await RecordAsync(item!, arrival!, whole with { Complaints = hidden, Content = ContentDigest.Of(hidden) }, officer, ct);
        }

        var complaint = new Complaint { Isi = isi.ReplaceLineEndings("\n").Trim(), Anonim = true, Source = new Provenance(item!.Channel, item.Item) };
        var typed = new Translation
        {
            Item = item.Item,
            KeyParts = ["mended", item.Id],
            Outcome = ItemOutcome.Complaint,
            Complaints = [complaint],
            Received = item.Received,
            Content = ContentDigest.Of([complaint]),
        };
        return await RecordAsync(item, arrival!, typed, officer, ct);
    }

    /// <summary>Asks the source for an item that was passed over because it is older than the cut-over; the next look takes it.</summary>
    public async Task<OperationResult> AskBackAsync(string id, Officer officer, DateTimeOffset now, CancellationToken ct)
    {
        if (await ledger.ItemAsync(id, ct) is not { } item) return new OperationResult(false, "no-item", id);
        if (item.Resolved is not null) return new OperationResult(false, "not-open", id);
        if (await ledger.GetAsync(item.Channel, IntakePipeline.RecoverPrefix + id, ct) is not { } key) return new OperationResult(false, "nothing-to-ask", id);
        // Wanted first: a crash in between asks twice, and the second taking is a repeat.
        await ledger.PutAsync(item.Channel, new Dictionary<string, string> { [key] = "wanted" }, ct);
        return await ledger.ResolveItemAsync(id, "fixed", officer.Name, officer.Why ?? "", now, null, ct)
            ? new OperationResult(true, "asked-back", id)
            : new OperationResult(false, "changed-meanwhile", id);
    }

    private Translation? Mended(ItemRow item, ArrivalRow arrival, IReadOnlyDictionary<string, string> set) =>
        registry.Current.Channel(item.Channel) is { } channel && translators.GetValueOrDefault(arrival.Kind) is IMendable mendable
            ? mendable.Mend(intake.Unseal(arrival), channel, item.Item, set)
            : null;

    private async Task<(ItemRow? Item, ArrivalRow? Arrival, OperationResult? Refusal)> FindAsync(string id, CancellationToken ct)
    {
        if (await ledger.ItemAsync(id, ct) is not { } item) return (null, null, new OperationResult(false, "no-item", id));
        if (item.Outcome is not (ItemOutcome.Quarantined or ItemOutcome.Ignored) || item.Resolved is not null) return (item, null, new OperationResult(false, "not-open", id));
        return item.Arrival is { } key && await ledger.ArrivalAsync(key, ct) is { } arrival
            ? (item, arrival, null)
            : (item, null, new OperationResult(false, "bytes-gone", id));
    }

    private async Task<(OperationResult, ItemReceipt?)> RecordAsync(ItemRow item, ArrivalRow arrival, Translation mended, Officer officer, CancellationToken ct) =>
        await intake.MendAsync(item, arrival, mended, officer.Name, officer.Why ?? "", ct) is { } receipt
            ? (OperationResult.Ok, receipt)
            : (new OperationResult(false, "changed-meanwhile", item.Id), null);
}
