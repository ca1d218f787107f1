using System.Security.Cryptography;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Connectivity;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Nodes;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Intake;

/// <summary>
/// Makes items of a kept arrival and records the outcome of each, chunk by chunk, so that a file of any length needs little memory.
/// Begun again after a crash it goes on behind what was recorded.
/// </summary>
internal sealed class ArrivalTranslation(
    ILedger ledger,
    ThisNode self,
    IVault vault,
    EntryBuilder entries,
    IRegistrySource registry,
    IReadOnlyDictionary<string, IMessageTranslator> translators,
    ICrashPoints crash,
    ILogger log)
{
    /// <summary>Outcomes recorded in one transaction: enough to make a large file fast, few enough to keep memory flat.</summary>
    public const int Chunk = 250;

    /// <summary>An item whose translation was begun this often without an end is quarantined unparsed.</summary>
    public const int MostTries = 2;

    private const int MostConflicts = 10;

    /// <summary>
    /// False for an arrival of a kind that only a newer version has, or of a channel that may stand in those parts of a registry that only a
    /// newer version reads.
    /// </summary>
    public bool Knows(ArrivalRow arrival) =>
        translators.ContainsKey(arrival.Kind) && (registry.Current.Channel(arrival.Channel) is not null || !registry.Current.IsNewer);

    /// <summary>Translates and records all of it.</summary>
    /// <param name="arrival">The kept raw item.</param>
    /// <param name="raw">The same, open.</param>
    /// <param name="keepNow">True when the arrival's row is to be written in the transaction of its first outcomes (a single post).</param>
    /// <param name="recorded">Called for each item once its outcome is durable, in the order of the source.</param>
    /// <param name="ct">Stops the wait, not what is already durable.</param>
    public async Task RunAsync(ArrivalRow arrival, RawItem raw, bool keepNow, Action<ItemReceipt> recorded, CancellationToken ct)
    {
        if (!keepNow && await DiedAsync(arrival, raw, ct) is { } died)
        {
            await QuarantineAsync(arrival, died, false, recorded, ct);
            return;
        }

        var channel = registry.Current.Channel(arrival.Channel);
        if (channel is null || !translators.TryGetValue(arrival.Kind, out var translator))
        {
            await QuarantineAsync(arrival, Unparsed.Unreadable(arrival, "1", new Reason("no-translator", arrival.Kind)), keepNow, recorded, ct);
            return;
        }

        var count = 0;
        var done = keepNow ? [] : (await Patience.ReadAsync(() => ledger.ItemsOfAsync(arrival.Id, ct))).ToDictionary(item => item.Item);
        var chunk = new List<Translation>();
        var reach = new ChatReach(ledger, vault, arrival);
        // A translator never throws by contract; one that does must not stop the channel.
        using var translations = new Guarded(() => translator.Translate(raw, channel), log);
        foreach (var translation in translations)
        {
            count++;
            await reach.SeeAsync(translation, ct);
            if (done.TryGetValue(translation.Item, out var before))
            {
                recorded(new ItemReceipt(before.Id, before.Item, before.Outcome, before.Reasons, before.Numbers));
                continue;
            }

            chunk.Add(translation);
            if (chunk.Count < Chunk) continue;
            await RecordAsync(arrival, channel, chunk, reach, keep: keepNow && count == Chunk, last: false, recorded, ct);
            chunk.Clear();
        }

        if (translations.Failure is { } failure)
        {
            var item = count == 0 ? "1" : "rest";
            if (!done.ContainsKey(item)) chunk.Add(Unparsed.Unreadable(arrival, item, new Reason("translator-failed", failure)));
        }

        crash.Reach(CrashPoint.Translated);
        // Before the last outcome: once the arrival is done nobody comes back to a gap.
        await reach.KeepAsync(ct);
        await RecordAsync(arrival, channel, chunk, reach, keep: keepNow && count < Chunk, last: true, recorded, ct);
        crash.Reach(CrashPoint.ItemsRecorded);
    }

    /// <summary>Ends an arrival with one quarantined item.</summary>
    public async Task QuarantineAsync(ArrivalRow arrival, Translation quarantined, bool keepNow, Action<ItemReceipt> recorded, CancellationToken ct)
    {
        // Of a file that died halfway some items have their outcomes, and their places.
        if (!keepNow && (await Patience.ReadAsync(() => ledger.ItemsOfAsync(arrival.Id, ct))).Count > 0) quarantined = quarantined with { Item = "rest" };
        var channel = registry.Current.Channel(arrival.Channel) ?? new Channel { Key = arrival.Channel, Agency = "", Kind = arrival.Kind };
        await RecordAsync(arrival, channel, [quarantined], null, keepNow, last: true, recorded, ct);
    }

    // Counts the try. What took the process down before is told by its bytes, since its source got no receipt and offers it again.
    private async Task<Translation?> DiedAsync(ArrivalRow arrival, RawItem raw, CancellationToken ct)
    {
        var tries = await Patience.ReadAsync(() => ledger.CountTryAsync(arrival.Id, self.Id, ct))
            ?? throw new IntakeRefusedException("Another node works on it, or has done so meanwhile. It stays at its source and is a repeat when it is seen again.");
        var deadly = DeadlyKey(raw);
        if (tries > MostTries)
            await Patience.WriteAsync(() => ledger.PutAsync(arrival.Channel, new Dictionary<string, string> { [deadly] = arrival.Id }, ct));
        else if (await Patience.ReadAsync(() => ledger.GetAsync(arrival.Channel, deadly, ct)) is null)
        {
            crash.Reach(CrashPoint.TryCounted);
            return null;
        }

        return Unparsed.Died(deadly, MostTries);
    }

    private string DeadlyKey(RawItem raw)
    {
        using var stream = raw.Content.Open();
        return "deadly/" + Convert.ToHexStringLower(vault.Index("raw", SHA256.HashData(stream)));
    }

    private async Task RecordAsync(
        ArrivalRow arrival, Channel channel, IReadOnlyList<Translation> translations, ChatReach? reach, bool keep, bool last, Action<ItemReceipt> recorded,
        CancellationToken ct)
    {
        var receipts = new ItemReceipt?[translations.Count];
        var open = Enumerable.Range(0, translations.Count).ToList();
        var row = keep ? arrival : null;
        var stuck = 0;
        for (var round = 1; open.Count > 0 || row is not null || (round == 1 && last); round++)
        {
            if (stuck > MostConflicts) throw new IntakeRefusedException("The same item is being taken by somebody else again and again. Nothing was accepted.");
            IReadOnlyList<ItemEntry> built = [.. (await entries.BuildAsync(arrival, channel, [.. open.Select(i => translations[i])], ct)).Select(entry => Alarmed(entry, reach))];
            var results = await Patience.ReadAsync(() => ledger.RecordAsync(row, built, last ? arrival.Id : null, ct));
            row = null;
            var conflicts = new List<int>();
            for (var i = 0; i < open.Count; i++)
            {
                if (results[i] == RecordResult.Conflict) conflicts.Add(open[i]);
                else receipts[open[i]] = EntryBuilder.Receipt(built[i]);
            }

            stuck = conflicts.Count == open.Count ? stuck + 1 : 0;
            open = conflicts;
        }

        foreach (var receipt in receipts) recorded(receipt!);
    }

    private static ItemEntry Alarmed(ItemEntry entry, ChatReach? reach) =>
        reach?.Alarm(entry.Item) is { } alarm ? entry with { Reasons = [.. entry.Reasons, alarm] } : entry;
}
