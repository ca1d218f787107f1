using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Connectivity;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Intake;

/// <summary>
/// Takes a raw item to a receipt: keep the bytes, count the try, translate, record every outcome. A receipt means the gateway has it
/// and the source may be told so; an exception means it does not. (Guaranteed Delivery, Idempotent Receiver)
/// </summary>
public sealed class IntakePipeline(
    ILedger ledger,
    IPayloadStore payloads,
    IVault vault,
    IIdentifiers identifiers,
    IRegistrySource registry,
    IReadOnlyDictionary<string, IMessageTranslator> translators,
    ICrashPoints crash,
    TimeProvider time,
    ILogger<IntakePipeline> log) : IIntake
{
    /// <summary>Outcomes recorded in one transaction: enough to make a large file fast, few enough to keep memory flat.</summary>
    private const int Chunk = 250;

    /// <summary>An item whose translation was begun this often without an end is quarantined unparsed.</summary>
    private const int MostTries = 2;

    /// <summary>In the source book: item id to the key by which the source is asked for it again.</summary>
    internal const string RecoverPrefix = "passed/";

    private const int LedgerTries = 3;
    private const int MostConflicts = 10;

    private readonly HashSet<string> activeArrivals = [];
    private readonly HashSet<string> activeRounds = [];
    private readonly EntryBuilder entries = new(ledger, payloads, vault, identifiers, time);

    public async Task<string> OpenRoundAsync(string channel, string origin, CancellationToken ct)
    {
        var round = new RoundRow(identifiers.NewId(), channel, origin, time.GetUtcNow(), null, 0);
        lock (activeRounds) activeRounds.Add(round.Id);
        await WriteAsync(() => ledger.OpenRoundAsync(round, ct));
        return round.Id;
    }

    public async Task CloseRoundAsync(string round, CancellationToken ct)
    {
        try
        {
            await WriteAsync(() => ledger.CloseRoundAsync(round, time.GetUtcNow(), ct));
            crash.Reach(CrashPoint.RoundClosed);
        }
        finally
        {
            lock (activeRounds) activeRounds.Remove(round);
        }
    }

    public async Task<Receipt> AcceptAsync(string channel, string? round, RawItem raw, CancellationToken ct)
    {
        var known = registry.Current.Channel(channel)
            ?? throw new IntakeRefusedException($"Channel '{channel}' is not in the registry. Add it to the file and run: gateway channels apply FILE");
        var arrival = await KeepBytesAsync(known, round, raw, ct);
        lock (activeArrivals) activeArrivals.Add(arrival.Id);
        try
        {
            if (round is null) return await TranslateAsync(arrival, raw, keepNow: true, ct);
            await WriteAsync(() => ledger.KeepAsync(arrival, ct));
            crash.Reach(CrashPoint.ArrivalKept);
            return await TranslateAsync(arrival, raw, keepNow: false, ct);
        }
        finally
        {
            lock (activeArrivals) activeArrivals.Remove(arrival.Id);
        }
    }

    public async Task PassOverAsync(string channel, string? round, IReadOnlyList<PassedOver> items, CancellationToken ct)
    {
        var owner = registry.Current.Channel(channel)?.Agency ?? "";
        foreach (var chunk in items.Chunk(Chunk))
        {
            var passed = await entries.PassOverAsync(channel, owner, chunk, ct);
            await WriteAsync(() => ledger.RecordAsync(null, [.. passed.Select(pair => pair.Entry)], null, ct));
            var recoverable = passed.Where(pair => pair.Item.RecoverKey is not null).ToDictionary(pair => RecoverPrefix + pair.Entry.Id, pair => pair.Item.RecoverKey!);
            if (recoverable.Count > 0) await WriteAsync(() => ledger.PutAsync(channel, recoverable, ct));
        }
    }

    /// <summary>
    /// Finishes what a dead process left behind: arrivals without all outcomes, and rounds that nobody is filling any more. Run at start
    /// and now and then; it leaves alone what this process is working on.
    /// </summary>
    /// <returns>How many arrivals were finished.</returns>
    public async Task<int> RecoverAsync(CancellationToken ct)
    {
        var finished = 0;
        var unfinished = await ledger.UnfinishedArrivalsAsync(1000, ct);
        foreach (var arrival in unfinished.Where(arrival => !IsActive(arrival.Id)))
        {
            await FinishAsync(arrival, ct);
            finished++;
        }

        var waiting = (await ledger.UnfinishedArrivalsAsync(1000, ct)).Select(arrival => arrival.Round).ToHashSet();
        foreach (var round in await ledger.OpenRoundsAsync(ct))
        {
            bool active;
            lock (activeRounds) active = activeRounds.Contains(round.Id);
            if (!active && !waiting.Contains(round.Id)) await ledger.CloseRoundAsync(round.Id, time.GetUtcNow(), ct);
        }

        return finished;
    }

    // Bytes that are gone or damaged must not keep the gateway from starting, nor the other arrivals waiting.
    private async Task FinishAsync(ArrivalRow arrival, CancellationToken ct)
    {
        try
        {
            await TranslateAsync(arrival, Unseal(arrival), keepNow: false, ct);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException or JsonException)
        {
            log.LogError("Arrival {Arrival} of {Channel} cannot be opened: {Type}", arrival.Id, arrival.Channel, unreadable.GetType().Name);
            if (arrival.Tries >= MostTries || unreadable is not IOException)
                await QuarantineAsync(arrival, Unparsed.Unreadable(arrival, "1", new Reason("bytes-damaged", unreadable.GetType().Name)), ct);
        }
    }

    /// <summary>Records what a person made of a quarantined item, and marks it resolved, in one transaction.</summary>
    /// <returns>The receipt of the mended item; null when somebody else resolved it first.</returns>
    public async Task<ItemReceipt?> MendAsync(ItemRow item, ArrivalRow arrival, Translation mended, string actor, string reason, CancellationToken ct)
    {
        var channel = registry.Current.Channel(item.Channel) ?? new Channel { Key = item.Channel, Agency = "", Kind = arrival.Kind };
        // A key of its own: the item it mends already stands under the source key. No cut-over: a person has decided.
        var translation = mended with { Item = item.Item + "/fixed", KeyParts = ["mended", item.Id], Marks = [], MarkTexts = [], RepeatWithin = null };
        var entry = (await entries.BuildAsync(arrival with { CutOver = null, Round = null }, channel, [translation], ct))[0];
        return await ReadAsync(() => ledger.ResolveItemAsync(item.Id, "fixed", actor, reason, time.GetUtcNow(), entry, ct)) ? EntryBuilder.Receipt(entry) : null;
    }

    /// <summary>The raw item as its source handed it over, unsealed while it is read.</summary>
    public RawItem Unseal(ArrivalRow arrival)
    {
        var envelope = JsonSerializer.Deserialize<ArrivalEnvelope>(vault.Open(arrival.WrappedKey, arrival.Envelope, "arrival"), ContractJson.Options)!;
        return new RawItem
        {
            File = envelope.File,
            Evidence = envelope.Evidence,
            MediaType = arrival.MediaType,
            Received = arrival.Received,
            Content = payloads.Open(arrival.Payload, arrival.WrappedKey),
        };
    }

    private bool IsActive(string arrival)
    {
        lock (activeArrivals) return activeArrivals.Contains(arrival);
    }

    private async Task<ArrivalRow> KeepBytesAsync(Channel channel, string? round, RawItem raw, CancellationToken ct)
    {
        var id = identifiers.NewId();
        var key = vault.NewKey();
        var origin = round is null ? null : (await ReadAsync(() => ledger.RoundAsync(round, ct)))?.Origin;
        // Only what is polled has a cut-over by default; what a person or a form hands over obeys a written one.
        var polled = origin is "mailbox" or "folder";
        return new ArrivalRow
        {
            Id = id,
            Channel = channel.Key,
            Kind = channel.Kind,
            Round = round,
            MediaType = raw.MediaType,
            Received = raw.Received,
            Seen = time.GetUtcNow(),
            CutOver = raw.Evidence.ContainsKey("recover")
                ? null
                : channel.CutOver ?? (polled ? registry.Current.FirstApplied.GetValueOrDefault(channel.Key) : null),
            WrappedKey = key,
            Payload = await payloads.KeepAsync(id, raw.Content, key, ct),
            Envelope = vault.Seal(key, JsonSerializer.SerializeToUtf8Bytes(new ArrivalEnvelope(raw.File, raw.Evidence), ContractJson.Options), "arrival"),
        };
    }

    private async Task<Receipt> TranslateAsync(ArrivalRow arrival, RawItem raw, bool keepNow, CancellationToken ct)
    {
        if (!keepNow)
        {
            var tries = await ReadAsync(() => ledger.CountTryAsync(arrival.Id, ct));
            var deadly = DeadlyKey(raw);
            if (tries > MostTries)
            {
                // Its source got no receipt and will offer it again: the next time it is known without another try.
                await WriteAsync(() => ledger.PutAsync(arrival.Channel, new Dictionary<string, string> { [deadly] = arrival.Id }, ct));
                return await QuarantineAsync(arrival, Unparsed.Died(deadly, MostTries), ct);
            }

            if (await ReadAsync(() => ledger.GetAsync(arrival.Channel, deadly, ct)) is not null) return await QuarantineAsync(arrival, Unparsed.Died(deadly, MostTries), ct);
            crash.Reach(CrashPoint.TryCounted);
        }

        var channel = registry.Current.Channel(arrival.Channel);
        if (channel is null || !translators.TryGetValue(arrival.Kind, out var translator))
            return await QuarantineAsync(arrival, Unparsed.Unreadable(arrival, "1", new Reason("no-translator", arrival.Kind)), ct, keepNow);

        var receipts = new List<ItemReceipt>();
        var done = keepNow ? [] : (await ReadAsync(() => ledger.ItemsOfAsync(arrival.Id, ct))).ToDictionary(item => item.Item);
        var chunk = new List<Translation>(Chunk);
        // A translator never throws by contract; one that does must not stop the channel.
        using var translations = new Guarded(translator.Translate(raw, channel), log);
        foreach (var translation in translations)
        {
            if (done.TryGetValue(translation.Item, out var before))
            {
                receipts.Add(new ItemReceipt(before.Id, before.Item, before.Outcome, before.Reasons, before.Numbers));
                continue;
            }

            chunk.Add(translation);
            if (chunk.Count < Chunk) continue;
            receipts.AddRange(await RecordAsync(arrival, channel, chunk, keep: keepNow && receipts.Count == 0, last: false, ct));
            chunk.Clear();
        }

        if (translations.Failure is { } failure)
        {
            var item = receipts.Count + chunk.Count == 0 ? "1" : "rest";
            if (!done.ContainsKey(item)) chunk.Add(Unparsed.Unreadable(arrival, item, new Reason("translator-failed", failure)));
        }

        crash.Reach(CrashPoint.Translated);
        receipts.AddRange(await RecordAsync(arrival, channel, chunk, keep: keepNow && receipts.Count == 0, last: true, ct));
        crash.Reach(CrashPoint.ItemsRecorded);
        return new Receipt(arrival.Id, receipts);
    }

    private string DeadlyKey(RawItem raw)
    {
        using var stream = raw.Content.Open();
        return "deadly/" + Convert.ToHexStringLower(vault.Index("raw", SHA256.HashData(stream)));
    }

    private async Task<Receipt> QuarantineAsync(ArrivalRow arrival, Translation quarantined, CancellationToken ct, bool keepNow = false)
    {
        var channel = registry.Current.Channel(arrival.Channel) ?? new Channel { Key = arrival.Channel, Agency = "", Kind = arrival.Kind };
        var receipts = await RecordAsync(arrival, channel, [quarantined], keepNow, last: true, ct);
        return new Receipt(arrival.Id, receipts);
    }

    private async Task<IReadOnlyList<ItemReceipt>> RecordAsync(
        ArrivalRow arrival, Channel channel, IReadOnlyList<Translation> translations, bool keep, bool last, CancellationToken ct)
    {
        var receipts = new ItemReceipt?[translations.Count];
        var open = Enumerable.Range(0, translations.Count).ToList();
        var row = keep ? arrival : null;
        for (var round = 1; open.Count > 0 || row is not null || (round == 1 && last); round++)
        {
            if (round > MostConflicts) throw new IntakeRefusedException("The same item is being taken by somebody else again and again. Nothing was accepted.");
            var built = await entries.BuildAsync(arrival, channel, [.. open.Select(i => translations[i])], ct);
            var results = await ReadAsync(() => ledger.RecordAsync(row, built, last ? arrival.Id : null, ct));
            row = null;
            var conflicts = new List<int>();
            for (var i = 0; i < open.Count; i++)
            {
                if (results[i] == RecordResult.Conflict) conflicts.Add(open[i]);
                else receipts[open[i]] = EntryBuilder.Receipt(built[i]);
            }

            open = conflicts;
        }

        return receipts!;
    }

    private static Task WriteAsync(Func<Task> write) => ReadAsync(async () =>
    {
        await write();
        return true;
    });

    // Ids are made before the call, so the same write again is recognised; after three lost answers the source keeps the item.
    private static async Task<T> ReadAsync<T>(Func<Task<T>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (LedgerUnavailableException) when (attempt < LedgerTries)
            {
            }
            catch (LedgerUnavailableException unavailable)
            {
                throw new IntakeRefusedException("The ledger cannot be written. Nothing was accepted; look at: gateway doctor", unavailable);
            }
        }
    }
}
