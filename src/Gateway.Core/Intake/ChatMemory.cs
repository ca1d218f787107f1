using System.Runtime.CompilerServices;
using Gateway.Contracts.Intake;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Intake;

/// <summary>Looks up which chat messages of a chunk the ledger has, all in one read.</summary>
internal sealed class ChatMemory(ILedger ledger, IVault vault)
{
    private const int Crowd = 100;

    private readonly ConditionalWeakTable<IReadOnlyList<ChatLine>, IReadOnlyList<SaidBefore>> kin = [];

    /// <summary>One list per translation, one entry per message; empty where the item is whole.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<SeenLine>>> LookAsync(string channel, string? arrival, IReadOnlyList<Translation> translations, CancellationToken ct)
    {
        var marks = new ChatMarks(vault);
        ChatSpan[] spans = [.. translations.Select(translation => translation.Chat).OfType<ChatSpan>()];
        // The same for all parts of a sender in an export, so they are looked up once and not with every chunk.
        ChatSpan[] newKin = [.. spans.Where(span => span.Kin.Count > 0 && !kin.TryGetValue(span.Kin, out _)).DistinctBy(span => span.Kin)];
        var minutes = spans.SelectMany(span => span.Lines).Concat(newKin.SelectMany(span => span.Kin)).Select(line => line.Minute);
        byte[][] prefixes = [.. minutes.DistinctBy(ChatMarks.Number).Select(ChatMarks.Prefix)];
        var known = (prefixes.Length == 0 ? [] : await ledger.MarksUnderAsync(channel, prefixes, Crowd, ct)).Select(ChatMarks.Read).ToLookup(mark => mark.Minute);
        var crowded = known.Where(minute => minute.Count() >= Crowd).Select(minute => minute.Key).ToHashSet();
        var exact = await ExactAsync(channel, marks, spans, crowded, ct);
        var alignment = new ChatAlignment(marks, known, crowded, exact, arrival);
        foreach (var span in newKin) kin.AddOrUpdate(span.Kin, alignment.Hear(span, span.Kin));
        return [.. translations.Select(IReadOnlyList<SeenLine> (translation) => translation.Chat is { } span ? alignment.Align(span, kin.TryGetValue(span.Kin, out var said) ? said : []) : [])];
    }

    // No chat has so many messages in a minute; a made-up file may, and is looked up message by message.
    private async Task<IReadOnlyDictionary<string, ChatMark>> ExactAsync(
        string channel, ChatMarks marks, IReadOnlyList<ChatSpan> spans, HashSet<uint> crowded, CancellationToken ct)
    {
        byte[][] wanted =
        [
            .. from span in spans
               from line in span.Lines
               where crowded.Contains(ChatMarks.Number(line.Minute))
               select marks.Exact(span, line),
        ];
        var found = wanted.Length == 0 ? [] : await ledger.MarksUnderAsync(channel, wanted, 1, ct);
        return found.Select(ChatMarks.Read).DistinctBy(ChatAlignment.Place).ToDictionary(ChatAlignment.Place);
    }
}
