using System.Text;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Gates;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;
using Gateway.Core.ServiceClock;

namespace Gateway.Core.Intake;

/// <summary>
/// Turns translations into ledger entries: looks what is known of each, decides between new, grown and repeated, seals what is personal.
/// </summary>
internal sealed class EntryBuilder(
    ILedger ledger, IPayloadStore payloads, IVault vault, IIdentifiers identifiers, TimeProvider time, Func<string, string?>? accuse = null)
{
    private readonly ComplaintReader reader = new(vault);
    private readonly ThreadReplies threads = new(ledger, vault);
    private readonly ChatMemory chats = new(ledger, vault);
    private readonly ComplaintSealing sealing = new(payloads, vault, identifiers) { Accuse = accuse ?? Berkadar.Hit };

    /// <summary>What the source is told about an entry.</summary>
    public static ItemReceipt Receipt(ItemEntry entry) => new(
        entry.Id,
        entry.Item,
        entry.Outcome,
        entry.Reasons,
        entry.Complaints.Count > 0 ? [.. entry.Complaints.Select(complaint => complaint.Number)] : entry.Follows is { } follows ? [follows] : []);

    /// <summary>One entry per translation, same order.</summary>
    public async Task<IReadOnlyList<ItemEntry>> BuildAsync(
        ArrivalRow arrival, Channel channel, IReadOnlyList<Translation> translations, CancellationToken ct)
    {
        var sourceKeys = translations.Select(translation => SourceKey(translation.KeyParts)).ToArray();
        var reuseKeys = translations.Select(translation => SourceKey([.. translation.KeyParts, translation.Content ?? ""])).ToArray();
        var reporters = new Dictionary<Reporter, ReporterEntry>();
        var reusable = reuseKeys.Where((_, i) => Sighting.PromisesItsKeyOnce(translations[i]));
        var knownItems = Index(await ledger.KnownAsync([.. sourceKeys, .. reusable], ct));
        var lines = await chats.LookAsync(channel.Key, arrival.Id, translations, ct);
        // Only in a chat does nothing else tell an answer.
        var awaited = translations.Any(translation => translation.Chat is not null) ? await ledger.AwaitedAsync(channel.Key, ct) : [];
        var entries = new List<ItemEntry>(translations.Count);
        for (var i = 0; i < translations.Count; i++)
        {
            var key = Convert.ToHexString(sourceKeys[i]);
            var sighting = Sighting.Judge(
                arrival, translations[i], lines[i], ContentKey(translations[i].Content),
                knownItems.GetValueOrDefault(key), knownItems.GetValueOrDefault(Convert.ToHexString(reuseKeys[i])));
            var entry = await GuardedAsync(arrival, channel, translations[i], (sourceKeys[i], reuseKeys[i]), sighting, awaited, reporters, ct);
            entries.Add(entry);
            // The next of the same key in this chunk must see this one.
            if (entry.Occurrence is { } occurrence)
                knownItems[Convert.ToHexString(entry.SourceKey)] = new KnownItem(entry.SourceKey, entry.Id, entry.Outcome, occurrence, entry.Seen, entry.ContentKey, Receipt(entry).Numbers.FirstOrDefault());
        }

        return entries;
    }

    /// <summary>Entries for items left at their source; those known already are repeats of nothing and left out.</summary>
    public async Task<IReadOnlyList<(PassedOver Item, ItemEntry Entry)>> PassOverAsync(string channel, string agency, IReadOnlyList<PassedOver> items, CancellationToken ct)
    {
        var keys = items.Select(item => SourceKey(item.KeyParts)).ToArray();
        var known = Index(await ledger.KnownAsync(keys, ct));
        var entries = new List<(PassedOver, ItemEntry)>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (known.ContainsKey(Convert.ToHexString(keys[i]))) continue;
            entries.Add((items[i], new ItemEntry
            {
                Id = identifiers.NewId(),
                Channel = channel,
                Agency = agency,
                Item = items[i].Item,
                SourceKey = keys[i],
                Occurrence = 0,
                Outcome = ItemOutcome.Ignored,
                Reasons = [new Reason("before-cut-over")],
                Received = items[i].Received,
                Seen = time.GetUtcNow(),
            }));
        }

        return entries;
    }

    // One item that cannot be taken keeps neither the others of its file out nor its sender without a receipt.
    private async Task<ItemEntry> GuardedAsync(
        ArrivalRow arrival, Channel channel, Translation translation, (byte[] Source, byte[] Reuse) keys, Sighting sighting,
        IReadOnlyList<ComplaintRow> awaited, Dictionary<Reporter, ReporterEntry> reporters, CancellationToken ct)
    {
        var key = sighting.Reuses ? keys.Reuse : keys.Source;
        // Of what follows another only the new words count, which are looked at below.
        if (sighting.Outcome == ItemOutcome.Complaint && TextLimit.Exceeded(translation) is { } tooLong)
            return await EntryAsync(arrival, channel, translation, key, sighting.Stopped(tooLong), reporters, ct);
        try
        {
            var judged = await OnceMore.AfterAsync(() => threads.JudgeAsync(translation, sighting, awaited, ct));
            // What a chat says in pictures is mentioned in words, so these may be longer than what was looked at above.
            if (TextLimit.Exceeded(judged.NewText) is { } newTooLong) judged = judged.Stopped(newTooLong);
            return await OnceMore.AfterAsync(() => EntryAsync(arrival, channel, translation, key, judged, reporters, ct));
        }
        catch (Exception fault) when (FaultOfItem.Is(fault))
        {
            // The message may quote the item; only the type is told.
            return await EntryAsync(arrival, channel, translation, key, sighting.Stopped(new Reason("entry-failed", fault.GetType().Name)), reporters, ct);
        }
    }

    private async Task<ItemEntry> EntryAsync(
        ArrivalRow arrival, Channel channel, Translation translation, byte[] sourceKey, Sighting sighting, Dictionary<Reporter, ReporterEntry> reporters,
        CancellationToken ct)
    {
        var entry = new ItemEntry
        {
            Id = identifiers.NewId(),
            Arrival = arrival.Id,
            Channel = channel.Key,
            Agency = channel.Agency,
            Item = translation.Item,
            SourceKey = sourceKey,
            Occurrence = sighting.Occurrence,
            ContentKey = ContentKey(translation.Content),
            Outcome = sighting.Outcome,
            Reasons = sighting.Reasons,
            Received = translation.Received ?? arrival.Received,
            Seen = arrival.Seen,
            Marks = sighting.NewMarks,
            Follows = sighting.Follows,
            Thread = threads.KeyOf(translation),
        };
        return sighting.Outcome switch
        {
            ItemOutcome.Complaint => await WithComplaintsAsync(entry, arrival, channel, await TakenAsync(translation, sighting, ct), reporters, ct),
            ItemOutcome.FollowUp when sighting.Follows is { } number => await WithFollowUpAsync(entry, number, sighting.NewText, translation, ct),
            _ => entry,
        };
    }

    private async Task<Translation> TakenAsync(Translation translation, Sighting sighting, CancellationToken ct)
    {
        if (!sighting.IsApart) return translation with { Reasons = sighting.Reasons };
        var complaint = translation.Complaints[0];
        // What the complaint that it goes on from has already is not sent with both.
        var known = sighting.GoesOnFrom is { } number && await ledger.FindAsync(number, ct) is { } row ? reader.Open(row) : null;
        return translation with
        {
            Reasons = sighting.Reasons,
            Complaints = [complaint with { Isi = sighting.NewText, Judul = null, Lampiran = known is null ? complaint.Lampiran : New(complaint.Lampiran, known) }],
        };
    }

    private static List<Attachment> New(IEnumerable<Attachment> files, Complaint known) =>
        [.. files.Where(file => !known.Lampiran.Any(kept => kept.Name == file.Name && kept.Bytes == file.Bytes))];

    private async Task<ItemEntry> WithComplaintsAsync(
        ItemEntry entry, ArrivalRow arrival, Channel channel, Translation translation, Dictionary<Reporter, ReporterEntry> reporters, CancellationToken ct)
    {
        var reporter = translation.Reporter is { IsUnknown: false } person ? await ReporterAsync(person, channel.Key, reporters, ct) : null;
        var complaints = new List<ComplaintEntry>();
        foreach (var complaint in translation.Complaints)
        {
            var taken = complaint with
            {
                Received = complaint.Received ?? translation.Received ?? arrival.Received,
                Seen = arrival.Seen,
                Channel = channel.Key,
                Agency = channel.Agency,
            };
            var made = await sealing.NewAsync(taken, translation.Reporter, reporter?.WrappedKey ?? vault.NewKey(), channel.Destination, translation.Reasons, ct);
            complaints.Add(made with { Round = arrival.Round });
        }

        return entry with { Complaints = complaints, Reporter = reporter };
    }

    // A chat group that grew amends a held complaint; otherwise the new words follow it.
    private async Task<ItemEntry> WithFollowUpAsync(ItemEntry entry, string number, string text, Translation translation, CancellationToken ct)
    {
        if (await ledger.FindAsync(number, ct) is not { } row) return entry;
        var complaint = reader.Open(row);
        var files = New(translation.Complaints.SelectMany(part => part.Lampiran), complaint);
        // What has not met the gates yet, or was stopped there, is read as a whole.
        if (row.State is not (ComplaintState.Held or ComplaintState.Recorded))
        {
            return entry with
            {
                FollowUp = vault.Seal(row.WrappedKey, Encoding.UTF8.GetBytes(text), "follow-up"),
                // What has left cannot get another file; the officer is told and finds it in the export.
                Reasons = files.Count == 0 ? entry.Reasons : [.. entry.Reasons, new Reason("late-files", $"{files.Count}")],
            };
        }

        var grown = Grown(complaint, text) with { Lampiran = [.. complaint.Lampiran, .. files] };
        var person = await reader.ReporterAsync(ledger, row, ct);
        var kept = await sealing.FilesAsync(entry.Id, files, complaint.Lampiran.Count, row.WrappedKey, ct);
        return entry with { Amends = sealing.Amended(row, grown, person, Grown(row, translation, entry.Reasons), kept) with { Asked = row.Asked } };
    }

    /// <summary>The complaint with words that came later.</summary>
    internal static Complaint Grown(Complaint complaint, string text) => complaint with { Isi = complaint.Isi + "\n" + text };

    // It has met the gates already; what is new in it must hold it for a look of its own, also against the decision on a whole batch.
    private static IReadOnlyList<Reason> Grown(ComplaintRow row, Translation translation, IReadOnlyList<Reason> why)
    {
        var answered = row.Asked is null ? Array.Empty<Reason>() : [new Reason("reporter-answered")];
        var before = row.Reasons.Where(reason => reason.Code != Waiting.Code);
        return [.. answered.Concat(before).Concat(translation.Reasons.Where(doubt => doubt.Code != "reply-in-thread")).Concat(why).DistinctBy(reason => reason.Code)];
    }

    // A new person who wrote several items of this chunk is one person: made twice, the second would be a conflict with the first.
    private async Task<ReporterEntry> ReporterAsync(Reporter reporter, string channel, Dictionary<Reporter, ReporterEntry> reporters, CancellationToken ct)
    {
        if (reporters.TryGetValue(reporter, out var before)) return before;
        var indexes = ReporterIndexes.Of(reporter, channel, vault);
        if (await ledger.FindReporterAsync(indexes, ct) is { } known)
        {
            if (IsSame(reporter, known)) return reporters[reporter] = known with { Indexes = indexes };
            // A family shares a phone, a site one sender address: another person is never shown, nor masked, as the first.
            indexes = [.. indexes.Select(index => index with { Identifies = false })];
        }

        var key = vault.NewKey();
        var sealedReporter = vault.Seal(key, JsonSerializer.SerializeToUtf8Bytes(reporter, ContractJson.Options), "reporter");
        return reporters[reporter] = new ReporterEntry(identifiers.NewId(), key, sealedReporter, indexes);
    }

    private bool IsSame(Reporter reporter, ReporterEntry known)
    {
        var before = reader.Open(known);
        return Fits(reporter.Name, before.Name) && Fits(reporter.Nik, before.Nik) && Fits(reporter.Address, before.Address)
            && Fits(reporter.Email, before.Email) && Fits(reporter.Handle, before.Handle)
            && (reporter.Phone is null || ReporterIndexes.Phone(reporter.Phone) == ReporterIndexes.Phone(before.Phone));

        static bool Fits(string? now, string? then) => now is null || string.Equals(now.Trim(), then?.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    private byte[] SourceKey(IReadOnlyList<string> parts) => vault.Index("source-key", ContentDigest.Join(parts));

    private byte[]? ContentKey(string? content) => content is null ? null : vault.Index("content", Encoding.UTF8.GetBytes(content));

    private static Dictionary<string, KnownItem> Index(IReadOnlyList<KnownItem> items)
    {
        var index = new Dictionary<string, KnownItem>(items.Count);
        foreach (var item in items) index[Convert.ToHexString(item.Key)] = item;
        return index;
    }
}
