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
        if (registry.Current.Channel(item!.Channel) is not { } channel || translators.GetValueOrDefault(arrival!.Kind) is not IMendable mendable)
            return (new OperationResult(false, "not-mendable", id), null);
        var mended = mendable.Mend(intake.Unseal(arrival), channel, item.Item, set);
        return mended.Outcome == ItemOutcome.Complaint
            ? await RecordAsync(item, arrival, mended, officer, ct)
            : (new OperationResult(false, "still-unreadable", string.Join("; ", mended.Reasons)), null);
    }

    /// <summary>Takes the officer's own text as the complaint.</summary>
    public async Task<(OperationResult Result, ItemReceipt? Receipt)> WithTextAsync(string id, string isi, Officer officer, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(isi)) return (new OperationResult(false, "text-empty", id), null);
        var (item, arrival, refusal) = await FindAsync(id, ct);
        if (refusal is not null) return (refusal, null);
        var complaint = new Complaint { Isi = isi.ReplaceLineEndings("\n").Trim(), Anonim = true, Source = new Provenance(item!.Channel, item.Item) };
        var typed = new Translation
        {
            Item = item.Item,
            KeyParts = ["mended", item.Id],
            Outcome = ItemOutcome.Complaint,
            Complaints = [complaint],
            Content = ContentDigest.Of([complaint]),
        };
        return await RecordAsync(item, arrival!, typed, officer, ct);
    }

    /// <summary>Asks the source for an item that was passed over because it is older than the cut-over; the next look takes it.</summary>
    public async Task<OperationResult> AskBackAsync(string id, Officer officer, DateTimeOffset now, CancellationToken ct)
    {
        if (await ledger.ItemAsync(id, ct) is not { } item) return new OperationResult(false, "not-found", id);
        if (item.Resolved is not null) return new OperationResult(false, "not-open", id);
        if (await ledger.GetAsync(item.Channel, IntakePipeline.RecoverPrefix + id, ct) is not { } key) return new OperationResult(false, "nothing-to-ask", id);
        // Wanted first: a crash in between asks twice, and the second taking is a repeat.
        await ledger.PutAsync(item.Channel, new Dictionary<string, string> { [key] = "wanted" }, ct);
        return await ledger.ResolveItemAsync(id, "fixed", officer.Name, officer.Why ?? "", now, null, ct)
            ? new OperationResult(true, "asked-back", id)
            : new OperationResult(false, "changed-meanwhile", id);
    }

    private async Task<(ItemRow? Item, ArrivalRow? Arrival, OperationResult? Refusal)> FindAsync(string id, CancellationToken ct)
    {
        if (await ledger.ItemAsync(id, ct) is not { } item) return (null, null, new OperationResult(false, "not-found", id));
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
