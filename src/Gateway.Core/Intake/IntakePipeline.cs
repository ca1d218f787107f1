using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Connectivity;
using Gateway.Core.Gates;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Nodes;
using Gateway.Core.Payloads;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Intake;

/// <summary>
/// Takes a raw item to a receipt: keep the bytes, count the try, translate, record every outcome. A receipt means the gateway has it
/// and the source may be told so; an exception means it does not. (Guaranteed Delivery, Idempotent Receiver)
/// </summary>
public sealed class IntakePipeline : IIntake
{
    /// <summary>In the source book: item id to the key by which the source is asked for it again.</summary>
    internal const string RecoverPrefix = "passed/";

    private readonly ILedger ledger;
    private readonly ThisNode self;
    private readonly IIdentifiers identifiers;
    private readonly IRegistrySource registry;
    private readonly ICrashPoints crash;
    private readonly TimeProvider time;
    private readonly EntryBuilder entries;
    private readonly ArrivalKeeper keeper;
    private readonly ArrivalTranslation translation;
    private readonly IntakeRecovery recovery;
    private readonly WorkAtHand work = new();
    private long lastPost;

    public IntakePipeline(
        ILedger ledger,
        ThisNode self,
        IPayloadStore payloads,
        IVault vault,
        IIdentifiers identifiers,
        IRegistrySource registry,
        IReadOnlyDictionary<string, IMessageTranslator> translators,
        ICrashPoints crash,
        TimeProvider time,
        ILogger<IntakePipeline> log)
    {
        (this.ledger, this.self, this.identifiers, this.registry, this.crash, this.time) = (ledger, self, identifiers, registry, crash, time);
        entries = new EntryBuilder(ledger, payloads, vault, identifiers, time, text => Accuse(text));
        keeper = new ArrivalKeeper(ledger, payloads, vault, identifiers, registry, self, time);
        translation = new ArrivalTranslation(ledger, self, vault, entries, registry, translators, crash, log);
        recovery = new IntakeRecovery(ledger, self, keeper, translation, registry, work, time, log);
    }

    /// <summary>The words that accuse an office; null when none do. Pure, so the simulation remembers what it found in its few texts.</summary>
    internal Func<string, string?> Accuse { get; init; } = Berkadar.Hit;

    /// <summary>True when a post came in so short a time ago that more are likely on their way, whose senders wait for their receipts.</summary>
    public bool IsAwaited(TimeSpan within) => Interlocked.Read(ref lastPost) is not 0 and var last && time.GetElapsedTime(last) < within;

    public async Task<string> OpenRoundAsync(string channel, string origin, CancellationToken ct)
    {
        var round = new RoundRow(identifiers.NewId(), channel, origin, time.GetUtcNow(), null, 0, self.Id);
        work.Begin(round.Id);
        try
        {
            await Patience.WriteAsync(() => ledger.OpenRoundAsync(round, ct));
            return round.Id;
        }
        catch
        {
            // It may be there all the same; nobody is going to fill it, so recovery may close it.
            work.End(round.Id);
            throw;
        }
    }

    public async Task CloseRoundAsync(string round, CancellationToken ct)
    {
        try
        {
            await Patience.WriteAsync(() => ledger.CloseRoundAsync(round, time.GetUtcNow(), ct));
            crash.Reach(CrashPoint.RoundClosed);
        }
        finally
        {
            work.End(round);
        }
    }

    public async Task<string> AcceptAsync(string channel, string? round, RawItem raw, Action<ItemReceipt> recorded, CancellationToken ct)
    {
        if (round is null) Interlocked.Exchange(ref lastPost, time.GetTimestamp());
        var known = registry.Current.Channel(channel)
            ?? throw new IntakeRefusedException($"Channel '{channel}' is not in the registry. Add it to the file and run: gateway channels apply FILE") { Code = "no-channel", Values = [channel] };
        var arrival = await keeper.KeepAsync(known, round, raw, ct);
        work.Begin(arrival.Id);
        try
        {
            if (round is not null)
            {
                await Patience.WriteAsync(() => ledger.KeepAsync(arrival, ct));
                crash.Reach(CrashPoint.ArrivalKept);
            }

            await translation.RunAsync(arrival, raw, keepNow: round is null, recorded, ct);
            return arrival.Id;
        }
        finally
        {
            work.End(arrival.Id);
        }
    }

    public async Task PassOverAsync(string channel, string? round, IReadOnlyList<PassedOver> items, CancellationToken ct)
    {
        var owner = registry.Current.Channel(channel)?.Agency ?? "";
        foreach (var chunk in items.Chunk(ArrivalTranslation.Chunk))
        {
            var passed = await entries.PassOverAsync(channel, owner, chunk, ct);
            await Patience.WriteAsync(() => ledger.RecordAsync(null, [.. passed.Select(pair => pair.Entry)], null, ct));
            var recoverable = passed.Where(pair => pair.Item.RecoverKey is not null).ToDictionary(pair => RecoverPrefix + pair.Entry.Id, pair => pair.Item.RecoverKey!);
            if (recoverable.Count > 0) await Patience.WriteAsync(() => ledger.PutAsync(channel, recoverable, ct));
        }
    }

    /// <summary>Finishes what a dead process left behind. Run at start and now and then; it leaves alone what this process and other living nodes are working on.</summary>
    /// <returns>How many arrivals were finished.</returns>
    public Task<int> RecoverAsync(CancellationToken ct) => recovery.RunAsync(ct);

    /// <summary>Records what a person made of a quarantined item, and marks it resolved, in one transaction.</summary>
    /// <returns>The receipt of the mended item; null when somebody else resolved it first.</returns>
    public async Task<ItemReceipt?> MendAsync(ItemRow item, ArrivalRow arrival, Translation mended, string actor, string reason, CancellationToken ct)
    {
        var channel = registry.Current.Channel(item.Channel) ?? new Channel { Key = item.Channel, Agency = "", Kind = arrival.Kind };
        // A key of its own: the item it mends already stands under the source key. No cut-over: a person has decided.
        var anew = mended with { Item = item.Item + "/fixed", KeyParts = ["mended", item.Id], Marks = [], MarkTexts = [], RepeatWithin = null };
        var entry = (await entries.BuildAsync(arrival with { CutOver = null, Round = null }, channel, [anew], ct))[0];
        return await Patience.ReadAsync(() => ledger.ResolveItemAsync(item.Id, "fixed", actor, reason, time.GetUtcNow(), entry, ct)) ? EntryBuilder.Receipt(entry) : null;
    }

    /// <summary>The raw item as its source handed it over, unsealed while it is read.</summary>
    public RawItem Unseal(ArrivalRow arrival) => keeper.Open(arrival);
}
